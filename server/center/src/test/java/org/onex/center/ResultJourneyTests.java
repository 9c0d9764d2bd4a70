package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.onex.center.catalog.Subject;
import org.onex.center.result.ExamOnPaper;
import org.onex.center.script.ScriptDirectory;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.kernel.Window;
import org.onex.foundation.clock.MoveClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** From the last session to results that nobody changes any more, as officers and colleges see it. */
@CenterTest
@Import(ExamOnPaper.Configuration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ResultJourneyTests {

    private static final String CODE = "HK-2024-1-01";
    private static final String PLANS = "/api/result/plans";
    private static final String PLAN = PLANS + "/" + CODE;

    @LocalServerPort
    private int port;

    @Autowired
    private ExamOnPaper exam;

    @Autowired
    private MoveClock time;

    private Staff officer;
    private Staff second;
    private Staff otherBody;
    private Staff college;
    private Staff otherCollege;
    private Staff operator;
    private UUID incident;

    @BeforeAll
    void theExamIsSat() {
        Parties.enter(port);
        Parties.enterCollege(port, "90002", "示范二职业技术学院", true);
        officer = Staff.signedIn(port, "hongke");
        second = Staff.signedIn(port, "hongke2");
        otherBody = Staff.signedIn(port, "aopai");
        college = Staff.signedIn(port, "college01");
        otherCollege = Staff.signedIn(port, "college90002");
        operator = Staff.signedIn(port, "operator");
        var notice = officer.postYaml("/api/plan/notices?file=x.yaml", Parties.notice003())
                .body()
                .path("id")
                .asString();
        officer.post("/api/plan/notices/" + notice + "/publication", Map.of());
        var site = UUID.randomUUID();
        exam.earns(exam.sits(CODE, site, "90001", "张合格"), 60, 100);
        var cheats = exam.earns(exam.sits(CODE, site, "90001", "李违纪"), 95, 95);
        incident = exam.happens(cheats, Subject.PRACTICAL, RecordFile.IncidentKind.CHEATING);
        exam.earns(exam.sits(CODE, UUID.randomUUID(), "90002", "王邻校"), 59, 100);
    }

    @AfterAll
    void everybodyGoesHome() {
        List.of(officer, second, otherBody, college, otherCollege, operator).forEach(Staff::close);
    }

    private void itIs(String beijing) {
        time.to(LocalDateTime.parse(beijing).atZone(Window.BEIJING).toInstant());
    }

    /** Asks until it is so, as a page does. */
    private JsonNode until(Predicate<JsonNode> isSo) {
        var limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < limit) {
            var body = officer.get(PLAN).body();
            if (isSo.test(body)) {
                return body;
            }
        }
        throw new AssertionError("never so: " + officer.get(PLAN));
    }

    private JsonNode drawn() {
        var started = officer.post(PLAN + "/sheet", Map.of());
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        assertThat(started.body().path("job").asString()).isNotEmpty();
        return until(body -> body.path("state").asString().equals("DRAWN"));
    }

    private static Staff.Answer approve(Staff by, JsonNode looked) {
        return by.post(
                PLAN + "/approvals",
                Map.of(
                        "version",
                        looked.path("version").asInt(),
                        "digest",
                        looked.path("digest").asString()));
    }

    private static List<String> names(Staff asker, String query) {
        return asker.get(PLAN + "/results" + query)
                .body()
                .path("items")
                .valueStream()
                .map(one -> one.path("name").asString())
                .toList();
    }

    @Test
    @Order(1)
    void nobodyButItsBodyAndItsCollegesSeesAPlan() {
        var row = officer.get(PLANS).body().path("items").path(0);
        assertThat(row.path("plan").path("code").asString()).isEqualTo(CODE);
        assertThat(row.path("state").asString()).isEqualTo("NONE");
        assertThat(row.path("printed").path("from").asString()).isEqualTo("2024-05-29");
        assertThat(college.get(PLANS).body().path("items")).hasSize(1);
        assertThat(otherBody.get(PLANS).body().path("items")).isEmpty();
        assertThat(otherBody.get(PLAN).code()).isEqualTo("result.plan-unknown");
        assertThat(otherBody.get(PLAN + "/results").code()).isEqualTo("result.plan-unknown");
        assertThat(otherBody.post(PLAN + "/sheet", Map.of()).code()).isEqualTo("result.plan-unknown");
    }

    @Test
    @Order(2)
    void nothingIsDrawnUpBeforeTheExamIsOver() {
        var refused = officer.post(PLAN + "/sheet", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("result.exam-not-over");
        assertThat(refused.body().path("facts").path("until").asString()).startsWith("2024-05-18T");
    }

    @Test
    @Order(3)
    void anIncidentIsRuledOnBeforeAnybodyApproves() {
        itIs("2024-05-21T09:00:00");
        var unclear = drawn();
        assertThat(unclear.path("problems").asInt()).isEqualTo(1);
        var problem = officer.get(PLAN + "/problems").body().path("items").path(0);
        assertThat(problem.path("kind").asString()).isEqualTo("NOT_RULED");
        assertThat(problem.path("name").asString()).isEqualTo("李违纪");
        assertThat(problem.path("subject").asString()).isEqualTo("PRACTICAL");
        assertThat(approve(officer, unclear).code()).isEqualTo("result.problems");
        var row = officer.get(PLAN + "/incidents").body().path("items").path(0);
        assertThat(row.path("incident").asString()).isEqualTo(incident.toString());
        assertThat(row.path("name").asString()).isEqualTo("李违纪");
        assertThat(row.path("college").path("name").asString()).isEqualTo("示范一职业技术学院");
        assertThat(row.path("facts").asString()).isEqualTo("桌上有纸条");
        assertThat(row.path("ruling").isNull()).isTrue();
        assertThat(rule("", officer).code()).isEqualTo("result.invalid");
        assertThat(rule("监控核实", otherBody).code()).isEqualTo("result.plan-unknown");
        assertThat(rule("监控核实", college).code()).isEqualTo("access.not-permitted");
        assertThat(rule("监控核实", officer).body().path("finding").asString()).isEqualTo("SUBJECT_VOID");
        assertThat(officer.get(PLAN).body().path("stale").asBoolean()).isTrue();
        var clear = drawn();
        assertThat(clear.path("problems").asInt()).isZero();
        assertThat(clear.path("people").asInt()).isEqualTo(3);
        assertThat(clear.path("passed").asInt()).isEqualTo(1);
        assertThat(clear.path("voided").asInt()).isEqualTo(1);
    }

    private Staff.Answer rule(String reason, Staff by) {
        return by.put(PLAN + "/incidents/" + incident + "/ruling", Map.of("finding", "SUBJECT_VOID", "reason", reason));
    }

    private static Map<String, Object> sitting(ExamOnPaper.Sitter sitter, Subject subject) {
        var key = sitter.key();
        return Map.of("candidate", key.candidate(), "registration", key.id(), "subject", subject);
    }

    private static Staff.Answer lose(Staff by, String reason, List<Map<String, Object>> sittings) {
        return by.post(PLAN + "/losses", Map.of("scripts", List.of(), "sittings", sittings, "reason", reason));
    }

    private static Staff.Answer takeBack(Staff by, Map<String, Object> sitting) {
        return by.post(PLAN + "/losses/withdrawal", Map.of("sittings", List.of(sitting), "reason", "卷面满分还能更正"));
    }

    private JsonNode problems() {
        return officer.get(PLAN + "/problems").body().path("items");
    }

    @Test
    @Order(4)
    void whatBlocksForEverIsDeclaredToHaveNoScoreWithAReasonAndTakenBack() {
        var site = UUID.randomUUID();
        var never = exam.earns(exam.sits(CODE, site, "90002", "周未排"), 80, 80);
        exam.wasNeverPacked(never, Subject.PRACTICAL);
        var twice = exam.earns(exam.sits(CODE, site, "90002", "吴两次"), 70, 70);
        exam.wasPackedBefore(twice, Subject.THEORY, ScriptDirectory.Outcome.COUNTS);
        var other = exam.earns(exam.sits(CODE, site, "90002", "郑满分"), 66, 66);
        exam.marksOf(other, Subject.THEORY, 66, 90);
        var hopeless = List.of(
                sitting(never, Subject.PRACTICAL), sitting(twice, Subject.THEORY), sitting(other, Subject.THEORY));
        assertThat(drawn().path("problems").asInt()).isEqualTo(3);
        assertThat(problems().valueStream().map(one -> one.path("kind").asString()))
                .containsExactlyInAnyOrder("NOT_SEATED", "TWO_RUNS", "FULL_MARKS_DIFFER");

        assertThat(lose(officer, " ", hopeless).code()).isEqualTo("result.invalid");
        assertThat(lose(college, "无法补考", hopeless).code()).isEqualTo("access.not-permitted");
        assertThat(lose(otherBody, "无法补考", hopeless).code()).isEqualTo("result.plan-unknown");
        var scored = lose(officer, "无法补考", List.of(sitting(never, Subject.THEORY)));
        assertThat(scored.status()).isEqualTo(409);
        assertThat(scored.code()).isEqualTo("result.not-blocking");
        assertThat(scored.body().path("facts").path("name").asString()).isEqualTo("周未排");
        assertThat(takeBack(officer, hopeless.getFirst()).code()).isEqualTo("result.not-lost");

        assertThat(lose(officer, "无法补考", hopeless).status()).isEqualTo(204);
        assertThat(officer.get(PLAN).body().path("stale").asBoolean()).isTrue();
        assertThat(problems()
                        .valueStream()
                        .map(one -> one.path("lost").path("reason").asString()))
                .containsOnly("无法补考");
        assertThat(takeBack(officer, hopeless.getLast()).status()).isEqualTo(204);
        assertThat(takeBack(officer, hopeless.getLast()).code()).isEqualTo("result.not-lost");
        assertThat(drawn().path("problems").asInt()).isEqualTo(1);
        assertThat(problems().path(0).path("kind").asString()).isEqualTo("FULL_MARKS_DIFFER");
        assertThat(lose(officer, "试卷印错", List.of(hopeless.getLast())).status()).isEqualTo(204);

        var clear = drawn();
        assertThat(clear.path("problems").asInt()).isZero();
        assertThat(clear.path("lost").asInt()).isEqualTo(3);
        var lost = officer.get(PLAN + "/results?status=LOST").body().path("items");
        assertThat(lost.valueStream().map(one -> one.path("name").asString()))
                .containsExactlyInAnyOrder("周未排", "吴两次", "郑满分");
        assertThat(lost.valueStream().map(one -> one.path("outcome").asString()))
                .containsOnly("FAILED");
        assertThat(lost.valueStream()
                        .flatMap(one -> one.path("entries").valueStream())
                        .filter(entry -> entry.path("status").asString().equals("LOST"))
                        .map(entry -> entry.path("lost").path("reason").asString()))
                .containsExactlyInAnyOrder("无法补考", "无法补考", "试卷印错");
    }

    @Test
    @Order(5)
    void twoApproveWhatTheyHaveSeenAndCollegesSeeNothingYet() {
        var looked = officer.get(PLAN).body();
        var other = Map.of("version", looked.path("version").asInt(), "digest", "0".repeat(64));
        assertThat(officer.post(PLAN + "/approvals", other).code()).isEqualTo("result.changed");
        assertThat(approve(officer, looked).body().path("state").asString()).isEqualTo("HALF_APPROVED");
        assertThat(approve(officer, looked).code()).isEqualTo("result.second-person");
        assertThat(approve(college, looked).code()).isEqualTo("access.not-permitted");
        var approved = approve(second, looked).body();
        assertThat(approved.path("state").asString()).isEqualTo("APPROVED");
        assertThat(approved.path("approvals")).hasSize(2);
        assertThat(approved.path("opens").asString()).startsWith("2024-05-29T00:00");
        assertThat(approved.path("closes").asString()).startsWith("2024-06-01T00:00");
        var before = college.get(PLAN).body();
        for (var number : List.of("people", "passed", "failed", "absent", "voided", "lost", "problems", "digest")) {
            assertThat(before.path(number).isNull()).as(number).isTrue();
        }
        assertThat(before.path("approvals")).isEmpty();
        assertThat(names(college, "")).isEmpty();
        assertThat(names(officer, "")).hasSize(6);
        assertThat(officer.post(PLAN + "/sheet", Map.of()).code()).isEqualTo("result.reason-missing");
    }

    @Test
    @Order(6)
    void fromTheOpeningOnEachCollegeSeesItsOwn() {
        itIs("2024-05-29T00:00:00");
        var row = college.get(PLAN).body();
        assertThat(row.path("state").asString()).isEqualTo("PUBLICITY");
        assertThat(row.path("people").asInt()).isEqualTo(2);
        assertThat(row.path("passed").asInt()).isEqualTo(1);
        assertThat(names(college, "")).containsExactlyInAnyOrder("张合格", "李违纪");
        assertThat(names(college, "?college=90002")).isEmpty();
        assertThat(names(otherCollege, "")).containsExactlyInAnyOrder("王邻校", "周未排", "吴两次", "郑满分");
        assertThat(names(college, "?status=VOID")).containsExactly("李违纪");
        assertThat(names(college, "?outcome=PASSED")).containsExactly("张合格");
        assertThat(names(college, "?text=" + URLEncoder.encode("合格", StandardCharsets.UTF_8)))
                .containsExactly("张合格");
        assertThat(names(officer, "?college=90002&outcome=PASSED")).isEmpty();
        assertThat(names(officer, "?college=90002&outcome=FAILED")).hasSize(4).contains("王邻校");
        var one = college.get(PLAN + "/results?outcome=PASSED")
                .body()
                .path("items")
                .path(0);
        assertThat(one.path("idNumber").asString()).contains("*****");
        assertThat(one.path("entries")).hasSize(2);
        assertThat(one.path("entries").path(0).path("score").asInt()).isEqualTo(60);
        assertThat(one.path("settled").asBoolean()).isFalse();
        assertThat(officer.post(PLAN + "/sheet", Map.of("reason", "太迟")).code()).isEqualTo("result.already-public");
        assertThat(rule("太迟", officer).code()).isEqualTo("result.already-approved");
        var lost = officer.get(PLAN + "/results?status=LOST")
                .body()
                .path("items")
                .path(0)
                .path("key");
        var sitting = Map.<String, Object>of(
                "candidate", lost.path("candidate").asString(),
                "registration", lost.path("registration").asString(),
                "subject", "THEORY");
        assertThat(lose(officer, "太迟", List.of(sitting)).code()).isEqualTo("result.already-approved");
        assertThat(takeBack(officer, sitting).code()).isEqualTo("result.already-approved");
    }

    @Test
    @Order(7)
    void leafingThroughTheListNeitherRepeatsNorSkips() {
        var first = officer.get(PLAN + "/results?limit=4").body();
        assertThat(first.path("items")).hasSize(4);
        var rest = officer.get(
                        PLAN + "/results?limit=4&after=" + first.path("next").asString())
                .body();
        assertThat(rest.path("items")).hasSize(2);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(first.path("items").toString())
                .doesNotContain(rest.path("items").path(0).path("name").asString());
        for (var place : List.of("eA", "eFx4fHg")) {
            assertThat(officer.get(PLAN + "/results?after=" + place).status()).isEqualTo(422);
            assertThat(officer.get(PLAN + "/problems?after=" + place).status()).isEqualTo(422);
            assertThat(officer.get(PLAN + "/incidents?after=" + place).status()).isEqualTo(422);
        }
    }

    @Test
    @Order(8)
    void everythingBecomesFinalByTheClock() {
        itIs("2024-06-01T00:00:00");
        var done = until(body -> body.path("state").asString().equals("FINISHED"));
        assertThat(done.path("passed").asInt()).isEqualTo(1);
        var one = college.get(PLAN + "/results?outcome=PASSED")
                .body()
                .path("items")
                .path(0);
        assertThat(one.path("settled").asBoolean()).isTrue();
        assertThat(operator.get("/api/audit/verification").body().path("intact").asBoolean())
                .isTrue();
    }
}
