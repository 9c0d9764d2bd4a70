package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.onex.center.paper.BankFile;
import org.onex.contract.kernel.IdNumber;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** 004 §四 on 003's first plan: 90 people, two rooms of 75 machines, 45 and 45; then everybody has a seat. */
@CenterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeatingJourneyTests {

    private static final String PLAN = "HK-2024-1-01";
    private static final String ROSTER = "学生姓名,身份证号,学生类型,民族,手机号码,专业,班级,学历层次,入学年份,已签个人信息授权书";

    @LocalServerPort
    private int port;

    private Staff college;
    private Staff neighbour;
    private Staff body;
    private Staff operator;
    private String site = "";
    private Map<String, String> tickets = Map.of();

    @BeforeAll
    void ninetyAreRegistered() throws java.io.IOException {
        Parties.enter(port);
        Parties.enterCollege(port, "90002", "示范二职业技术学院", false);
        college = Staff.signedIn(port, "college01");
        neighbour = Staff.signedIn(port, "college90002");
        body = Staff.signedIn(port, "hongke");
        operator = Staff.signedIn(port, "operator");
        publish003();
        approveSite();
        enrol();
        register();
    }

    @AfterAll
    void leave() {
        college.close();
        neighbour.close();
        body.close();
        operator.close();
    }

    @Test
    @Order(1)
    void beforeTheDeadlineTheCollegeSeesHowManyComeAndNobodyIsSeated() {
        var line = onlyLine(college);
        assertThat(line.path("state").asString()).isEqualTo("REGISTERING");
        assertThat(line.path("people").asInt()).isEqualTo(90);
        assertThat(line.path("deadline").asString()).isEqualTo("2024-04-30T00:00:00+08:00");
        var seen = seating(college);
        var refused = body.post(at("/arrangement"), Map.of("version", version(seen)));
        assertThat(refused.code()).isEqualTo("seating.not-frozen");
        assertThat(refused.body().path("facts").path("lastDay").asString()).isEqualTo("2024-04-29");
        assertThat(neighbour.get("/api/seating/sites").body().path("items")).isEmpty();
        assertThat(neighbour.get(at("")).code()).isEqualTo("seating.unknown");
    }

    @Test
    @Order(2)
    void afterTheDeadlineSeatsMustBeAsManyAsPeople() {
        advance("2024-04-30T00:00:00+08:00");
        assertThat(onlyLine(body).path("state").asString()).isEqualTo("TO_OPEN");
        assertThat(onlyLine(body).path("blocked").asBoolean()).isTrue();
        var seen = seating(college);
        var tooMany = open(seen, 76, 14);
        assertThat(tooMany.code()).isEqualTo("seating.too-many-seats");
        assertThat(tooMany.body().path("facts").path("machines").asInt()).isEqualTo(75);
        seen = open(seen, 45, 44).body();
        assertThat(seen.path("slots").get(1).path("problem").asString()).isEqualTo("seating.seats-differ");
        var refused = body.post(at("/arrangement"), Map.of("version", version(seen)));
        assertThat(refused.code()).isEqualTo("seating.seats-differ");
        assertThat(refused.body().path("facts").path("people").asInt()).isEqualTo(90);
        assertThat(refused.body().path("facts").path("seats").asInt()).isEqualTo(89);
    }

    @Test
    @Order(3)
    void theProposalIsFortyFiveAndFortyFiveAndCanBeOpenedAsItIs() {
        var seen = seating(college);
        var proposal = seen.path("slots").get(1).path("proposal");
        var shares = StreamSupport.stream(proposal.spliterator(), false)
                .map(share -> share.path("seats").asInt())
                .toList();
        assertThat(shares).containsExactly(45, 45);
        assertThat(college.put(at("/openings"), Map.of("version", version(seen) - 1, "openings", List.of()))
                        .code())
                .isEqualTo("seating.changed");
        var opened = open(seen, shares.get(0), shares.get(1));
        assertThat(opened.status()).as("%s", opened).isEqualTo(200);
        assertThat(opened.body().path("state").asString()).isEqualTo("READY");
        assertThat(onlyLine(body).path("blocked").asBoolean()).isFalse();
    }

    @Test
    @Order(4)
    void oneJobSeatsEverybodyAtEverySiteOfThePlan() {
        var begun = body.post("/api/seating/arrangements", Map.of("plan", PLAN));
        assertThat(begun.status()).as("%s", begun).isEqualTo(202);
        var job = body.whenJobEnded(begun.body().path("job").asString());
        assertThat(job.path("state").asString()).isEqualTo("DONE");
        assertThat(job.path("facts").path("arranged").asInt()).isEqualTo(1);
        assertThat(job.path("facts").path("people").asInt()).isEqualTo(90);
        var seen = seating(college);
        assertThat(seen.path("state").asString()).isEqualTo("ARRANGED");
        assertThat(seen.path("seed").asInt()).isEqualTo(1);
        assertThat(seen.path("fairness").path("rooms").asInt()).isEqualTo(2);
        for (var opening : seen.path("openings")) {
            assertThat(opening.path("taken").asInt()).isEqualTo(45);
        }
        assertThat(body.post("/api/seating/arrangements", Map.of("plan", "X")).code())
                .isEqualTo("seating.plan-unknown");
    }

    @Test
    @Order(5)
    void aRoomIsShownSeatBySeatWithoutWholeIdNumbers() {
        var opening = seating(college).path("openings").get(0);
        var room = college.get(at("/openings/" + opening.path("id").asString())).body();
        assertThat(room.path("seats")).hasSize(45);
        assertThat(room.path("slot").path("opens").asString())
                .startsWith("2024-05-18T14:00")
                .endsWith("+08:00");
        var seat = room.path("seats").get(0);
        assertThat(seat.path("number").asString()).contains("**********");
        assertThat(seat.path("ticket").asString()).matches("[1-9]\\d{15}");
        assertThat(seat.path("college").path("name").asString()).isEqualTo("示范一职业技术学院");
        assertThat(neighbour
                        .get(at("/openings/" + opening.path("id").asString()))
                        .code())
                .isEqualTo("seating.unknown");
        tickets = tickets();
        assertThat(new TreeSet<>(tickets.values())).hasSize(90);
        assertThat(body.get("/api/seating/seats?q=" + seat.path("ticket").asString())
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(neighbour.get("/api/seating/seats").body().path("items")).isEmpty();
    }

    @Test
    @Order(6)
    void aSwapAndANewArrangementNeedAReasonAndKeepTheTickets() {
        var seen = seating(body);
        var rooms = seen.path("openings");
        var first = Map.of("opening", rooms.get(0).path("id").asString(), "seat", 1);
        var second = Map.of("opening", rooms.get(1).path("id").asString(), "seat", 45);
        assertThat(body.post(
                                at("/swaps"),
                                Map.of("version", version(seen), "reason", "", "first", first, "second", second))
                        .code())
                .isEqualTo("seating.reason-missing");
        var swapped = body.post(
                at("/swaps"), Map.of("version", version(seen), "reason", "行动不便", "first", first, "second", second));
        assertThat(swapped.status()).as("%s", swapped).isEqualTo(200);
        assertThat(open(swapped.body(), 45, 45).code()).isEqualTo("seating.arranged");
        var withdrawn =
                body.post(at("/arrangement/withdrawal"), Map.of("version", version(swapped.body()), "reason", "机房停电"));
        assertThat(withdrawn.body().path("state").asString()).isEqualTo("READY");
        assertThat(body.get("/api/seating/seats").body().path("items")).isEmpty();
        var again = body.post(at("/arrangement"), Map.of("version", version(withdrawn.body()), "seed", 9));
        assertThat(again.body().path("seed").asInt()).isEqualTo(9);
        assertThat(tickets()).isEqualTo(tickets);
        assertThat(operator.get("/api/audit/verification").body().path("intact").asBoolean())
                .isTrue();
    }

    @Test
    @Order(7)
    void whoHasASeatIsPackedForTheSiteAndWhoMovesMakesItStale() {
        assertThat(onlyBundle().path("state").asString()).isEqualTo("UNPACKED");
        sealPapers();
        var begun = body.post("/api/dispatch/plans/" + PLAN + "/packing", Map.of());
        var job = body.whenJobEnded(begun.body().path("job").asString());
        assertThat(job.path("facts").path("packed").asInt()).as("%s", job).isEqualTo(1);
        assertThat(onlyBundle().path("state").asString()).isEqualTo("PACKED");
        assertThat(onlyBundle().path("people").asInt()).isEqualTo(90);
        assertThat(onlyBundle().path("sessions").asInt()).isEqualTo(2);
        assertThat(onlyBundle().path("warnings")).hasSize(1);
        assertThat(onlyBundle().path("warnings").get(0).path("code").asString()).isEqualTo("NO_INVIGILATOR");
        var seen = seating(body);
        var rooms = seen.path("openings");
        var first = Map.of("opening", rooms.get(0).path("id").asString(), "seat", 2);
        var second = Map.of("opening", rooms.get(1).path("id").asString(), "seat", 44);
        var swapped = body.post(
                at("/swaps"), Map.of("version", version(seen), "reason", "行动不便", "first", first, "second", second));
        assertThat(onlyBundle().path("state").asString()).isEqualTo("STALE");
        body.post(at("/arrangement/withdrawal"), Map.of("version", version(swapped.body()), "reason", "机房停电"));
        assertThat(onlyBundle().path("state").asString()).isEqualTo("STALE");
        assertThat(body.post("/api/dispatch/plans/" + PLAN + "/packing", Map.of())
                        .code())
                .isEqualTo("dispatch.nothing-arranged");
        body.post(at("/arrangement"), Map.of("version", version(seating(body)), "seed", 10));
        begun = body.post("/api/dispatch/plans/" + PLAN + "/packing", Map.of());
        body.whenJobEnded(begun.body().path("job").asString());
        assertThat(onlyBundle().path("version").asInt()).isEqualTo(2);
        assertThat(onlyBundle().path("state").asString()).isEqualTo("PACKED");
    }

    private JsonNode onlyBundle() {
        var items =
                college.get("/api/dispatch/plans/" + PLAN + "/bundles").body().path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    /** Both subjects, each by three people. */
    private void sealPapers() {
        try (var writer = Staff.signedIn(port, "hongke-items1");
                var reader = Staff.signedIn(port, "hongke-items2");
                var other = Staff.signedIn(port, "hongke-items3")) {
            var bank = writer.postYaml("/api/paper/banks?file=WDYY-1.yaml", BankFile.text())
                    .body()
                    .path("id")
                    .asString();
            for (var subject : List.of("THEORY", "PRACTICAL")) {
                var paper = writer.post("/api/paper/papers", Map.of("bank", bank, "subject", subject, "seed", 7));
                var path = "/api/paper/papers/" + paper.body().path("id").asString();
                reader.post(path + "/proofs", Map.of("version", 1, "passed", true, "opinion", ""));
                other.post(path + "/proofs", Map.of("version", 2, "passed", true, "opinion", ""));
                var sealed = writer.post(path + "/sealing", Map.of("version", 3));
                assertThat(sealed.status()).as("%s", sealed).isEqualTo(200);
            }
        }
    }

    @Test
    @Order(8)
    void onceTheExamHasBegunNothingIsTakenBack() {
        advance("2024-05-18T08:30:00+08:00");
        var refused =
                body.post(at("/arrangement/withdrawal"), Map.of("version", version(seating(body)), "reason", "太晚"));
        assertThat(refused.code()).isEqualTo("seating.begun");
    }

    private Staff.Answer open(JsonNode seen, int first, int second) {
        var rooms = seen.path("rooms");
        return college.put(
                at("/openings"),
                Map.of(
                        "version",
                        version(seen),
                        "openings",
                        List.of(
                                Map.of(
                                        "slot",
                                        2,
                                        "room",
                                        rooms.get(0).path("id").asString(),
                                        "seats",
                                        first),
                                Map.of(
                                        "slot",
                                        2,
                                        "room",
                                        rooms.get(1).path("id").asString(),
                                        "seats",
                                        second))));
    }

    private JsonNode seating(Staff staff) {
        var answer = staff.get(at(""));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body();
    }

    private String at(String rest) {
        return "/api/seating/plans/" + PLAN + "/sites/" + site + rest;
    }

    private static int version(JsonNode seen) {
        return seen.path("version").asInt();
    }

    private static JsonNode onlyLine(Staff staff) {
        var items = staff.get("/api/seating/sites?plan=" + PLAN).body().path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    /** By registration. */
    private Map<String, String> tickets() {
        var items = body.get("/api/seating/seats?limit=200&plan=" + PLAN).body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .collect(Collectors.toMap(
                        seat -> seat.path("registration").asString(),
                        seat -> seat.path("ticket").asString()));
    }

    private void publish003() {
        var notice = body.postYaml("/api/plan/notices?file=003.yaml", Parties.notice003());
        var id = notice.body().path("id").asString();
        assertThat(body.post("/api/plan/notices/" + id + "/publication", Map.of())
                        .status())
                .isEqualTo(200);
    }

    private void approveSite() {
        var rooms = IntStream.of(301, 302)
                .mapToObj(number -> Map.of(
                        "name",
                        number + "机房",
                        "building",
                        "实训楼",
                        "machines",
                        75,
                        "spareMachines",
                        0,
                        "cameras",
                        true,
                        "network",
                        true))
                .toList();
        var details = Map.of(
                "name",
                "示范一职业技术学院网店运营推广证书考核站点",
                "address",
                "虚构路1号",
                "managerName",
                "王老师",
                "managerPhone",
                "12000000001",
                "rooms",
                rooms);
        var begun = college.post("/api/site/sites", Map.of("qualification", "WDYY", "details", details))
                .body();
        site = begun.path("id").asString();
        var path = "/api/site/sites/" + site;
        var submitted = college.post(path + "/submission", Map.of("version", version(begun)));
        var approved = body.post(path + "/approval", Map.of("version", version(submitted.body())));
        assertThat(approved.status()).as("%s", approved).isEqualTo(200);
    }

    private void enrol() {
        var people = IntStream.rangeClosed(1, 90).boxed().toList();
        var roster = ROSTER + "\n"
                + people.stream()
                        .map(n -> "王%s,%s,院校考生,汉族,12000000001,电子商务,电商220%d班,高职专科,2022,是"
                                .formatted(name(n), number(n), 1 + n % 3))
                        .collect(Collectors.joining("\n"));
        var file = college.upload("名单.csv", roster.getBytes(StandardCharsets.UTF_8));
        var read = college.whenEnded(
                college.post("/api/candidate/imports", Map.of("file", file)), "/api/candidate/imports/");
        var entered = college.whenEnded(
                college.post("/api/candidate/imports/" + read.path("id").asString() + "/entering", Map.of()),
                "/api/candidate/imports/");
        assertThat(entered.path("counts").path("added").asInt())
                .as("%s", entered)
                .isEqualTo(90);
        var portrait = Uploads.portrait(Color.RED, 295, 413);
        var photos = new LinkedHashMap<String, byte[]>();
        people.forEach(n -> photos.put(number(n) + ".jpg", portrait));
        var zip = college.upload("照片.zip", Uploads.zip(photos, StandardCharsets.UTF_8));
        college.whenEnded(college.post("/api/photo/imports", Map.of("file", zip)), "/api/photo/imports/");
        // Whoever becomes pending is asked about when time goes on at the latest.
        advance("2024-04-22T09:30:00+08:00");
        advance("2024-04-22T12:00:00+08:00");
    }

    private void register() {
        var items = college.get("/api/candidate/enrolments?limit=200").body().path("items");
        var people = StreamSupport.stream(items.spliterator(), false)
                .map(found -> Map.of(
                        "candidate", found.path("candidate").asString(),
                        "enrolment", found.path("enrolment").asString()))
                .toList();
        var outcome = college.post(
                "/api/registration/registrations",
                Map.of("people", people, "plan", PLAN, "qualification", "WDYY", "level", "ELEMENTARY"));
        assertThat(outcome.body().path("registered")).as("%s", outcome).hasSize(90);
    }

    private void advance(String to) {
        var moved = operator.post("/api/clock/advance", Map.of("to", to));
        assertThat(moved.status()).as("%s", moved).isEqualTo(200);
    }

    /** Two characters that no other number below 100 has in this order. */
    private static String name(int sequence) {
        var stems = "甲乙丙丁戊己庚辛壬癸";
        return stems.substring(sequence / 10, sequence / 10 + 1) + stems.charAt(sequence % 10);
    }

    private static String number(int sequence) {
        return IdNumber.completed("99999920060102%03d".formatted(sequence)).value();
    }
}
