package org.onex.center.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.ExamServer;
import org.onex.center.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What exam servers say of themselves, who sees it, and what is left of a withdrawn one. */
@CenterTest
@Import(NodeDesk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadinessModuleTests {

    private static final String READINESS = "/api/node/readiness";
    private static final String NODES = "/api/node/nodes";
    private static final Instant ENROLLED = Instant.parse("2024-04-22T01:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private NodeDesk desk;

    @Autowired
    private CenterSignature center;

    @Autowired
    private Nodes nodes;

    @Autowired
    private JdbcClient jdbc;

    @Value("${onex.version}")
    private String version;

    private Staff college;
    private Staff body;
    private UUID site = new UUID(0, 0);
    private ExamServer machine = new ExamServer(0);
    private UUID node = new UUID(0, 0);

    @BeforeAll
    void open() {
        desk.open(port);
        college = Staff.signedIn(port, "college01");
        body = Staff.signedIn(port, "hongke");
    }

    @AfterAll
    void close() {
        college.close();
        body.close();
    }

    @BeforeEach
    void putUp() {
        site = desk.site("90001");
        machine = new ExamServer(port);
        node = desk.node(site, "一号服务器", machine, ENROLLED).id();
    }

    @AfterEach
    void switchOff() {
        machine.close();
    }

    @Test
    void aNodeThatIsWellIsReady() {
        assertThat(version).as("written in by the build").matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(seen().path("ready").asBoolean()).isFalse();
        assertThat(seen().path("lastHeardAt").isNull()).isTrue();

        var answer = machine.put(READINESS, report(Map.of()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("skewMs").asLong()).isBetween(-1_900L, 1_900L);
        var seen = seen();
        assertThat(seen.path("ready").asBoolean()).as(seen.toString()).isTrue();
        assertThat(seen.path("version").asString()).isEqualTo(version);
        assertThat(seen.path("checks")).hasSize(5);
        assertThat(Instant.parse(seen.path("lastHeardAt").asString()))
                .isEqualTo(Instant.parse(answer.json().path("now").asString()));
        assertThat(seen.path("site").path("college").path("name").asString()).isEqualTo("示范一职业技术学院");
    }

    @Test
    void tellsANodeByHowMuchItsClockIsAhead() {
        var answer = machine.put(READINESS, report(Map.of("now", now().plusSeconds(3600))));
        assertThat(answer.json().path("skewMs").asLong()).isBetween(3_598_000L, 3_602_000L);
        assertThat(failed()).containsExactly("CLOCK");
    }

    @Test
    void whatIsWrongIsNamed() {
        machine.put(
                READINESS,
                report(Map.of(
                        "version",
                        "0.0.9",
                        "freeBytes",
                        5,
                        "practised",
                        Map.of("at", now(), "seats", 30, "handedIn", 29))));
        assertThat(failed()).containsExactly("VERSION", "DISK", "PRACTICE");
        var never = report(Map.of());
        never.remove("practised");
        machine.setClockAhead(Duration.ofSeconds(1));
        machine.put(READINESS, never);
        assertThat(failed()).containsExactly("PRACTICE");
    }

    @Test
    void aReportThatWasSignedEarlierThanTheLastOneIsIgnored() {
        machine.put(READINESS, report(Map.of("freeBytes", 2_000_000_000L)));
        machine.setClockAhead(Duration.ofMinutes(-2));
        var late = machine.put(READINESS, report(Map.of("freeBytes", 5)));
        assertThat(late.status()).isEqualTo(200);
        assertThat(failed()).isEmpty();
        machine.setClockAhead(Duration.ofMinutes(2));
        machine.put(READINESS, report(Map.of("freeBytes", 5)));
        assertThat(failed()).containsExactly("DISK");
    }

    @Test
    void aReportThatSomebodyHasReadAndSendsAgainIsNoSignOfLife() {
        var body = ExamServer.json(report(Map.of()));
        var sent = new HashMap<String, String>();
        machine.send("PUT", READINESS, body, fields -> {
            sent.putAll(fields);
            return fields;
        });
        jdbc.sql("update node.readiness set heard_at = heard_at - interval '61 seconds' where node_id = :node")
                .param("node", node)
                .update();
        assertThat(machine.sendAsIs("PUT", READINESS, body, sent).status()).isEqualTo(200);
        assertThat(failed()).containsExactly("HEARD");
    }

    @Test
    void aNodeThatHasGoneSilentIsNotReady() {
        machine.put(READINESS, report(Map.of()));
        jdbc.sql("update node.readiness set heard_at = heard_at - interval '61 seconds' where node_id = :node")
                .param("node", node)
                .update();
        assertThat(failed()).containsExactly("HEARD");
    }

    @Test
    void aReportThatCannotBeIsRefused() {
        var practised = Map.of("at", now(), "seats", 30, "handedIn", 31);
        Map<String, Object> bad = Map.of(
                "now",
                Instant.parse("+1000000000-12-31T23:59:59Z"),
                "version",
                "",
                "freeBytes",
                -1,
                "exams",
                -1,
                "practised.handedIn",
                practised);
        bad.forEach((field, value) -> {
            var answer = machine.put(READINESS, report(Map.of(field.replaceFirst("\\..*", ""), value)));
            assertThat(answer.code()).as(field).isEqualTo("node.readiness-invalid");
            assertThat(answer.json().path("facts").path("field").asString()).isEqualTo(field);
        });
        assertThat(seen().path("lastHeardAt").isNull()).isTrue();
    }

    @Test
    void aWithdrawnNodeIsToldSoAndStaysOnTheList() {
        machine.put(READINESS, report(Map.of()));
        var path = NODES + "/" + node + "/withdrawal";
        assertThat(college.post(path, Map.of("reason", " ")).code()).isEqualTo("node.reason-missing");
        var answer = college.post(path, Map.of("reason", "服务器报废"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(answer.body().path("withdrawalReason").asString()).isEqualTo("服务器报废");
        assertThat(seen().path("ready").asBoolean()).isFalse();
        assertThat(college.post(path, Map.of("reason", "再次")).code()).isEqualTo("node.already-withdrawn");
        assertThat(desk.acts(node)).containsExactly("node.withdraw");

        var refused = machine.put(READINESS, report(Map.of()));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("node.withdrawn");
        assertThat(refused.isSignedBy(center.verifyingKey())).isTrue();
        assertThat(nodes.ofSites(List.of(site))).isEmpty();
    }

    @Test
    void aMachineThatWasWithdrawnIsEnrolledAnewWithAnotherCodeOnly() {
        try (var again = new ExamServer(port)) {
            var code = code();
            var first = again.enrol(code, "一号服务器");
            body.post(NODES + "/" + first + "/withdrawal", Map.of("reason", "误登记"));
            assertThat(again.apply(again.application(code, "一号服务器")).code()).isEqualTo("node.withdrawn");
            var second = again.enrol(code(), "一号服务器");
            assertThat(second).isNotEqualTo(first);
            assertThat(again.put(READINESS, report(Map.of())).status()).isEqualTo(200);
        }
    }

    @Test
    void everybodySeesAndWithdrawsTheNodesOfTheirOwnSites() {
        try (var stranger = Staff.signedIn(port, "aopai")) {
            assertThat(stranger.get(NODES).body().path("items")).isEmpty();
            assertThat(stranger.post(NODES + "/" + node + "/withdrawal", Map.of("reason", "x"))
                            .code())
                    .isEqualTo("node.unknown");
        }
        assertThat(body.get(NODES + "?site=" + site).body().path("items")).hasSize(1);
        assertThat(body.get(NODES + "?site=" + UUID.randomUUID()).body().path("items"))
                .isEmpty();
        assertThat(college.get(NODES + "?site=x").status()).isEqualTo(422);
        assertThat(body.post(NODES + "/" + node + "/withdrawal", Map.of("reason", "借用结束"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theListPagesInTheOrderOfEnrolmentWithoutRepeatingOrSkipping() {
        var expected = new ArrayList<>(List.of(node.toString()));
        for (int i = 1; i < 7; i++) {
            // Three at a time come at the same moment.
            var at = ENROLLED.plusSeconds(i / 3);
            expected.add(desk.node(site, "服务器" + i, machine, at).id().toString());
        }
        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = college.get(NODES + "?limit=2&site=" + site + after).body();
            assertThat(page.path("total").path("count").asInt()).isEqualTo(7);
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        assertThat(seen).containsExactlyElementsOf(expected);
    }

    private String code() {
        return college.post("/api/node/sites/" + site + "/codes", Map.of())
                .body()
                .path("code")
                .asString();
    }

    private JsonNode seen() {
        return college.get(NODES + "?site=" + site).body().path("items").path(0);
    }

    private List<String> failed() {
        return StreamSupport.stream(seen().path("checks").spliterator(), false)
                .filter(check -> !check.path("passed").asBoolean())
                .map(check -> check.path("kind").asString())
                .toList();
    }

    private Instant now() {
        return Instant.parse(college.get("/api/clock").body().path("now").asString());
    }

    private Map<String, Object> report(Map<String, ?> changes) {
        var report = new HashMap<String, Object>(
                Map.of("now", now(), "version", version, "freeBytes", 5_000_000_000L, "exams", 0));
        report.put("practised", Map.of("at", now(), "seats", 30, "handedIn", 30));
        report.putAll(changes);
        return report;
    }
}
