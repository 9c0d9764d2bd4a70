package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks over every endpoint as every role and as nobody, against the table who-may.csv. */
@CenterTest
class RoleWalkTests {

    private static final List<String> ROLES =
            List.of("operator", "hongke", "college01", "hongke-items1", "hongke-marker1");

    private static final String YAML = "application/yaml";
    private static final String BYTES = "application/octet-stream";

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;

    private final Map<String, Staff> people = new HashMap<>();

    private record Row(String method, String path, List<String> may) {

        static Row of(String line) {
            var cells = line.split(",");
            var may = new ArrayList<>(List.of(cells).subList(2, cells.length));
            // Item writers and markers have their own work and hardly any other.
            while (may.size() <= ROLES.size()) {
                may.add("no");
            }
            return new Row(cells[0], cells[1], may);
        }

        boolean isForMachines() {
            return may.stream().allMatch("no"::equals);
        }

        String endpoint() {
            return method + " " + path;
        }
    }

    @Test
    void everyEndpointHasARowAndEveryRowAnEndpoint() throws IOException {
        var endpoints = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("org.onex.")) {
                for (var path : info.getPatternValues()) {
                    info.getMethodsCondition().getMethods().forEach(method -> endpoints.add(method + " " + path));
                }
            }
        });
        assertThat(rows().stream().map(Row::endpoint)).containsExactlyInAnyOrderElementsOf(endpoints);
    }

    @Test
    void whatLeavesNoEntryOnTheAuditTrailIsAnEndpointThatChangesSomething() throws IOException {
        assertThat(rows().stream().filter(row -> !row.method().equals("GET")).map(Row::endpoint))
                .containsAll(AuditWitness.exceptions());
    }

    @Test
    void everyRoleGetsThroughExactlyWhereTheTableSaysSo() throws IOException {
        Parties.enter(port);
        for (var row : rows()) {
            try (var nobody = new Staff(port)) {
                nobody.get("/api/clock");
                var answer = call(nobody, row);
                assertThat(answer.code().equals("access.not-signed-in"))
                        .as("nobody %s: %s", row.endpoint(), answer)
                        .isEqualTo(row.may().getFirst().equals("no"));
            }
            for (int i = 0; i < ROLES.size(); i++) {
                var answer = call(present(ROLES.get(i)), row);
                assertThat(answer.code().equals("access.not-permitted"))
                        .as("%s %s: %s", ROLES.get(i), row.endpoint(), answer)
                        .isEqualTo(row.may().get(i + 1).equals("no"));
                assertThat(answer.status()).as(row.endpoint()).isNotEqualTo(500);
            }
        }
    }

    @Test
    void anExamServerGetsThroughExactlyWhereNoPersonDoes() throws IOException {
        Parties.enter(port);
        try (var machine = new ExamServer(port)) {
            machine.enrol(codeForASite(), "巡检服务器");
            assertThat(rows()).anyMatch(Row::isForMachines);
            for (var row : rows()) {
                var answer = machine.send(row.method(), pathOf(row), ExamServer.json(bodyFor(row.path())), fields -> {
                    fields.put("Content-Type", typeOf(row));
                    return fields;
                });
                // An enrolment is nobody's before it is done, and so is its answer.
                assertThat(answer.code().equals("access.not-permitted"))
                        .as("%s: %s", row.endpoint(), answer)
                        .isEqualTo(!row.isForMachines() && !row.path().equals("/api/node/enrolments"));
                assertThat(answer.status()).as(row.endpoint()).isNotEqualTo(500);
            }
        }
    }

    private String codeForASite() {
        var college = present("college01");
        var room = Map.of(
                "name", "301", "building", "实训楼", "machines", 30, "spareMachines", 2, "cameras", true, "network", true);
        var details = Map.of(
                "name",
                "示范一考核站点",
                "address",
                "学府路1号",
                "managerName",
                "张示范",
                "managerPhone",
                "12000000001",
                "rooms",
                List.of(room));
        var site = college.post("/api/site/sites", Map.of("qualification", "WDYY", "details", details))
                .body()
                .path("id")
                .asString();
        college.post("/api/site/sites/" + site + "/submission", Map.of("version", 1));
        present("hongke").post("/api/site/sites/" + site + "/approval", Map.of("version", 2));
        var shown = college.post("/api/node/sites/" + site + "/codes", Map.of());
        assertThat(shown.status()).as(shown.toString()).isEqualTo(201);
        return shown.body().path("code").asString();
    }

    /** Signed in once and again whenever a row has ended that: so many rows are more sign-ins than one address may try. */
    private Staff present(String login) {
        var known = people.get(login);
        if (known != null && known.get("/api/access/session").status() == 200) {
            return known;
        }
        if (known != null) {
            known.close();
        }
        var staff = Staff.signedIn(port, login);
        people.put(login, staff);
        return staff;
    }

    @AfterEach
    void leave() {
        people.values().forEach(Staff::close);
    }

    /** An innocent call: right in form, wrong enough not to change anything that other rows need. */
    private static Staff.Answer call(Staff staff, Row row) {
        var path = pathOf(row);
        return switch (row.method()) {
            case "GET" -> staff.get(path.endsWith("/totals") ? path + "?plan=WALK" : path);
            case "DELETE" -> staff.delete(path);
            case "PUT" ->
                typeOf(row).equals(BYTES)
                        ? staff.send("PUT", path, new byte[] {1}, BYTES)
                        : staff.put(path, bodyFor(row.path()));
            default ->
                switch (typeOf(row)) {
                    case YAML -> send(staff, path + "?file=walk.yaml", YAML);
                    case BYTES -> send(staff, path + "?name=walk.zip", BYTES);
                    default -> staff.post(path, bodyFor(row.path()));
                };
        };
    }

    private static String typeOf(Row row) {
        return switch (row.endpoint()) {
            case "POST /api/plan/notices", "POST /api/paper/banks" -> YAML;
            case "POST /api/file/files", "PUT /api/script/returns/{bundle}/files/{sha256}/{from}" -> BYTES;
            default -> "application/json";
        };
    }

    private static String pathOf(Row row) {
        return row.path()
                .replace("{login}", "walker-account")
                .replace("{id}", UUID.randomUUID().toString())
                .replace("{number}", "1")
                .replace("{candidate}", UUID.randomUUID().toString())
                .replace("{enrolment}", UUID.randomUUID().toString())
                .replace("{certificate}", UUID.randomUUID().toString())
                .replace("{form}", "A")
                .replace("{code}", "WALK")
                .replace("{plan}", "WALK")
                .replace("{site}", UUID.randomUUID().toString())
                .replace("{opening}", UUID.randomUUID().toString())
                .replace("{bundle}", UUID.randomUUID().toString())
                .replace("{node}", UUID.randomUUID().toString())
                .replace("{session}", UUID.randomUUID().toString())
                .replace("{sha256}", "0".repeat(64))
                .replace("{from}", "0")
                .replace("{name}", "walk.pdf")
                .replace("{ticket}", "1")
                .replace("{script}", UUID.randomUUID().toString())
                .replace("{incident}", UUID.randomUUID().toString())
                .replace("{item}", "W01");
    }

    /** For rulings and reviews alike. */
    private static Map<String, Object> resultBody() {
        return Map.of(
                "version",
                1,
                "digest",
                "0".repeat(64),
                "finding",
                "DISMISSED",
                "reason",
                "x",
                "scripts",
                List.of(),
                "sittings",
                List.of(),
                "candidate",
                UUID.randomUUID(),
                "registration",
                UUID.randomUUID(),
                "subject",
                "THEORY",
                "outcome",
                "UPHELD");
    }

    private static Staff.Answer send(Staff staff, String path, String type) {
        return staff.send("POST", path, "code: W".getBytes(StandardCharsets.UTF_8), type);
    }

    private static Map<String, Object> bodyFor(String path) {
        if (path.endsWith("/advance")) {
            return Map.of("to", "2020-01-01T00:00:00+08:00");
        }
        if (path.endsWith("/publication")) {
            return Map.of();
        }
        if (path.endsWith("/password")) {
            return Map.of("present", "", "wanted", "");
        }
        if (path.startsWith("/api/catalog")) {
            return Parties.shopQualification();
        }
        if (path.startsWith("/api/site")) {
            var details = Map.of("name", "", "address", "", "managerName", "", "managerPhone", "", "rooms", List.of());
            return Map.of("qualification", "WALK", "version", 1, "opinion", "", "details", details);
        }
        if (path.startsWith("/api/node")) {
            return nodeBody();
        }
        if (path.startsWith("/api/printing")) {
            return Map.of("plan", "WALK", "kinds", List.of("TICKET"));
        }
        if (path.startsWith("/api/fee")) {
            return Map.of(
                    "key",
                    UUID.randomUUID(),
                    "amount",
                    "1",
                    "received",
                    "2024-04-22",
                    "payer",
                    "x",
                    "reference",
                    "",
                    "remark",
                    "",
                    "reason",
                    "");
        }
        if (path.startsWith("/api/candidate") || path.startsWith("/api/identity") || path.startsWith("/api/photo")) {
            var unknown = UUID.randomUUID();
            return Map.of(
                    "values",
                    Map.of(),
                    "version",
                    1,
                    "idNumber",
                    "",
                    "reason",
                    "",
                    "remark",
                    "",
                    "file",
                    unknown,
                    "evidence",
                    unknown);
        }
        if (path.startsWith("/api/dispatch")) {
            return Map.of("version", 1, "state", "INSTALLED");
        }
        if (path.startsWith("/api/script")) {
            var record = Map.of("number", 1, "sha256", "0".repeat(64), "bytes", 1);
            return Map.of("version", 1, "record", record, "scripts", List.of(), "revision", 1, "reason", "");
        }
        if (path.startsWith("/api/staffing")) {
            return staffingBody();
        }
        if (path.startsWith("/api/registration")) {
            return Map.of(
                    "people",
                    List.of(),
                    "plan",
                    "WALK",
                    "qualification",
                    "WALK",
                    "level",
                    "ELEMENTARY",
                    "version",
                    1,
                    "file",
                    UUID.randomUUID());
        }
        if (path.startsWith("/api/certificate")) {
            return Map.of(
                    "digest", "", "version", 1, "reason", "", "idNumber", "", "name", "", "ticket", "1", "number", "1");
        }
        if (path.startsWith("/api/marking")) {
            return Map.of("version", 1, "points", Map.of("a", 1), "remark", "");
        }
        if (path.startsWith("/api/result/inquiries")) {
            return Map.of("idNumber", "x", "name", "x", "ticket", "x");
        }
        if (path.startsWith("/api/result")) {
            return resultBody();
        }
        if (path.startsWith("/api/paper")) {
            return Map.of("bank", UUID.randomUUID(), "subject", "THEORY", "version", 1, "passed", false, "opinion", "");
        }
        if (path.startsWith("/api/seating")) {
            var nowhere = Map.of("opening", UUID.randomUUID(), "seat", 1);
            return Map.of(
                    "plan",
                    "WALK",
                    "version",
                    1,
                    "reason",
                    "",
                    "openings",
                    List.of(),
                    "first",
                    nowhere,
                    "second",
                    nowhere);
        }
        return Map.of(
                "name",
                "",
                "shortName",
                "",
                "province",
                "",
                "pilot",
                true,
                "login",
                "walker",
                "password",
                "",
                "organization",
                Map.of("kind", "COLLEGE", "code", "90001"),
                "duties",
                List.of());
    }

    private static Map<String, Object> nodeBody() {
        var body = new HashMap<String, Object>(Map.of("now", "2024-04-22T01:00:00Z", "freeBytes", 1, "exams", 0));
        for (var text : List.of("code", "name", "version", "signingKey", "sealingKey", "proof", "reason")) {
            body.put(text, "");
        }
        return body;
    }

    private static Map<String, Object> staffingBody() {
        var body = new HashMap<String, Object>(Map.of("version", 1, "teachesQualification", false));
        body.put("key", UUID.randomUUID());
        body.put("invigilators", List.of());
        for (var text : List.of("name", "phone", "region", "teaches", "certificate", "certificateNumber", "issuer")) {
            body.put(text, "");
        }
        body.put("opinion", "");
        body.put("reason", "");
        return body;
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/who-may.csv")).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("method,") && !line.isBlank())
                .map(Row::of)
                .toList();
    }
}
