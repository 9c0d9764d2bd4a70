package org.onex.center.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.onex.center.CenterTest;
import org.onex.center.Parties;
import org.onex.center.Staff;
import org.onex.center.catalog.Subject;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.kernel.Window;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** From the opening of the publicity to the last final result: what colleges ask, what the body answers, what candidates see of it. */
@CenterTest
@Import({ExamOnPaper.Configuration.class, ReviewJourneyTests.Heard.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewJourneyTests {

    /** The plans of which others heard that there are final results. */
    static class Heard {

        private final List<String> plans = new CopyOnWriteArrayList<>();

        @EventListener
        void on(ResultsFinal some) {
            plans.add(some.plan());
        }
    }

    private static final String PLAN = "HK-2024-1-01";
    private static final String SHEET = "/api/result/plans/" + PLAN;
    private static final String REVIEWS = "/api/result/reviews";
    private static final UUID SITE = UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Autowired
    private ExamOnPaper exam;

    @Autowired
    private Heard heard;

    private final Map<String, ExamOnPaper.Sitter> people = new HashMap<>();
    private UUID note = UUID.randomUUID();
    private Instant opens = Instant.MIN;
    private Instant closes = Instant.MIN;
    private Staff operator;
    private Staff officer;
    private Staff second;
    private Staff stranger;
    private Staff college;
    private Staff neighbour;
    private Staff candidate;

    @BeforeAll
    void resultsAreApproved() {
        Parties.enter(port);
        Parties.enterCollege(port, "90002", "示范二职业技术学院", true);
        operator = Staff.signedIn(port, "operator");
        officer = Staff.signedIn(port, "hongke");
        second = Staff.signedIn(port, "hongke2");
        stranger = Staff.signedIn(port, "aopai");
        college = Staff.signedIn(port, "college01");
        neighbour = Staff.signedIn(port, "college90002");
        candidate = Staff.atThePortal(port);
        var notice = officer.postYaml("/api/plan/notices?file=x.yaml", Parties.notice003());
        assertThat(officer.post("/api/plan/notices/" + notice.body().path("id").asString() + "/publication", Map.of())
                        .status())
                .isEqualTo(200);
        person("甲", "90001", 59, 80);
        person("乙", "90001", 70, 70);
        person("丙", "90001", 80, 90);
        person("丁", "90001", 50, 90);
        person("戊", "90002", 60, 60);
        person("己", "90001", 75, 85);
        note = exam.happens(sitter("己"), Subject.THEORY, RecordFile.IncidentKind.CHEATING);
        advance("2024-05-20T09:00:00+08:00");
        rule("ALL_VOID");
        var begun = officer.post(SHEET + "/sheet", Map.of());
        assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
        officer.whenJobEnded(begun.body().path("job").asString());
        var drawn = officer.get(SHEET).body();
        for (var who : List.of(officer, second)) {
            var approved = who.post(
                    SHEET + "/approvals",
                    Map.of(
                            "version",
                            drawn.path("version").asInt(),
                            "digest",
                            drawn.path("digest").asString()));
            assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
        }
        var settled = officer.get(SHEET).body();
        opens = OffsetDateTime.parse(settled.path("opens").asString()).toInstant();
        closes = OffsetDateTime.parse(settled.path("closes").asString()).toInstant();
    }

    @AfterAll
    void close() {
        List.of(operator, officer, second, stranger, college, neighbour, candidate)
                .forEach(Staff::close);
    }

    private void person(String name, String of, int theory, int practical) {
        people.put(name, exam.earns(exam.sits(PLAN, SITE, of, name), theory, practical));
    }

    private void rule(String finding) {
        var ruled = officer.put(
                SHEET + "/incidents/" + note + "/ruling", Map.of("finding", finding, "reason", "查看监控录像后认定"));
        assertThat(ruled.status()).as(ruled.toString()).isEqualTo(200);
    }

    private ExamOnPaper.Sitter sitter(String name) {
        return Objects.requireNonNull(people.get(name));
    }

    private Staff.Answer ask(Staff who, String name, Subject subject) {
        var key = sitter(name).key();
        return who.post(
                REVIEWS,
                Map.of("candidate", key.candidate(), "registration", key.id(), "subject", subject, "reason", "请复核"));
    }

    private Staff.Answer opinion(Staff who, Staff.Answer read, String outcome) {
        return who.post(
                path(read) + "/proposal", Map.of("version", version(read), "outcome", outcome, "finding", "第七题漏判"));
    }

    private Staff.Answer confirm(Staff who, Staff.Answer read) {
        return who.post(path(read) + "/confirmation", Map.of("version", version(read)));
    }

    private Staff.Answer withdraw(Staff who, Staff.Answer read) {
        return who.post(path(read) + "/withdrawal", Map.of("version", version(read)));
    }

    private static String path(Staff.Answer review) {
        var key = review.body().path("key");
        return REVIEWS + "/" + key.path("candidate").asString() + "/"
                + key.path("id").asString();
    }

    private static int version(Staff.Answer review) {
        return review.body().path("version").asInt();
    }

    private Staff.Answer inquire(String name) {
        return inquire(idOf(name), name, sitter(name).ticket());
    }

    private Staff.Answer inquire(String number, String name, String ticket) {
        return candidate.post("/api/result/inquiries", Map.of("idNumber", number, "name", name, "ticket", ticket));
    }

    private String idOf(String name) {
        return sitter(name).who().number().value();
    }

    private String stateOf(String name) {
        return inquire(name).body().path("state").asString();
    }

    private void advance(Instant to) {
        advance(Window.inBeijing(to).toString());
    }

    private void advance(String to) {
        var moved = operator.post("/api/clock/advance", Map.of("to", to));
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
    }

    private String phase() {
        return college.get("/api/plan/plans/" + PLAN).body().path("phase").asString();
    }

    @Test
    @Order(1)
    void beforeTheOpeningNobodyLearnsAnythingOrAsksForAnything() {
        advance(opens.minusSeconds(1));
        assertThat(phase()).isEqualTo("MARKING");
        var early = ask(college, "甲", Subject.THEORY);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("result.not-public");
        assertThat(early.body().path("facts").path("opens").asString())
                .isEqualTo(Window.inBeijing(opens).toString());
        var answer = inquire("甲").body();
        assertThat(answer.path("state").asString()).isEqualTo("NOT_YET");
        assertThat(answer.path("entries").isNull()).isTrue();
        assertThat(answer.path("outcome").isNull()).isTrue();
        assertThat(answer.path("printed").path("from").asString()).isNotEmpty();
    }

    @Test
    @Order(2)
    void fromTheOpeningOnEverybodySeesTheirOwnAndNoIdNumber() {
        advance(opens);
        assertThat(phase()).isEqualTo("PUBLICITY");
        var answer = inquire("甲");
        assertThat(answer.body().path("state").asString()).isEqualTo("PUBLICITY");
        assertThat(answer.body().path("outcome").asString()).isEqualTo("FAILED");
        assertThat(answer.body().path("eachAtLeast").asInt()).isEqualTo(60);
        assertThat(answer.body()
                        .path("entries")
                        .valueStream()
                        .map(entry -> entry.path("score").asInt()))
                .containsExactly(59, 80);
        assertThat(answer.toString()).doesNotContain(idOf("甲"));
    }

    @Test
    @Order(3)
    void whateverIsWrongOfAProofTheAnswerIsTheSame() {
        var ticket = sitter("丙").ticket();
        var answers = List.of(
                inquire(idOf("乙"), "丙", ticket),
                inquire(idOf("丙"), "丁", ticket),
                inquire(idOf("丙"), "丙", "2024990000049999"),
                inquire("", "", ""));
        assertThat(answers).extracting(Staff.Answer::status).containsOnly(404);
        assertThat(answers).extracting(Staff.Answer::code).containsOnly("result.not-found");
        assertThat(answers)
                .extracting(Staff.Answer::body)
                .hasSize(4)
                .allMatch(answers.getFirst().body()::equals);
    }

    @Test
    @Order(4)
    void onlyTheResponsibleCollegeAsks() {
        var foreign = ask(neighbour, "甲", Subject.THEORY);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.code()).isEqualTo("result.result-unknown");
        assertThat(ask(officer, "甲", Subject.THEORY).status()).isEqualTo(403);
        assertThat(stateOf("甲")).isEqualTo("PUBLICITY");
    }

    @Test
    @Order(5)
    void whatWasRightIsUpheldByOneOfficer() {
        var asked = ask(college, "乙", Subject.PRACTICAL);
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        assertThat(asked.body().path("state").asString()).isEqualTo("OPEN");
        assertThat(asked.body().path("before").path("score").asInt()).isEqualTo(70);
        assertThat(asked.body().path("script").isNull()).isTrue();
        assertThat(stateOf("乙")).isEqualTo("UNDER_REVIEW");
        assertThat(ask(college, "乙", Subject.PRACTICAL).code()).isEqualTo("result.review-pending");
        assertThat(withdraw(neighbour, asked).code()).isEqualTo("result.review-unknown");
        assertThat(opinion(stranger, asked, "UPHELD").code()).isEqualTo("result.review-unknown");
        assertThat(opinion(officer, asked, "CORRECTED").code()).isEqualTo("result.nothing-changed");
        var upheld = opinion(officer, asked, "UPHELD");
        assertThat(upheld.body().path("state").asString()).isEqualTo("UPHELD");
        assertThat(upheld.body().path("after").path("score").asInt()).isEqualTo(70);
        assertThat(upheld.body().path("script").asString())
                .as("what the officer looks at")
                .isEqualTo(sitter("乙").run(Subject.PRACTICAL).toString());
        assertThat(stateOf("乙")).isEqualTo("PUBLICITY");
    }

    @Test
    @Order(6)
    void whatWasWrongIsCorrectedByTwoAndOnlyToWhatTheMarksSay() {
        var asked = ask(college, "甲", Subject.THEORY);
        exam.marks(sitter("甲"), Subject.THEORY, 60);
        exam.marks(sitter("甲"), Subject.PRACTICAL, 99);
        assertThat(opinion(officer, asked, "UPHELD").code()).isEqualTo("result.marks-differ");
        assertThat(opinion(officer, asked, "WITHDRAWN").code()).isEqualTo("result.invalid");
        var proposed = opinion(officer, asked, "CORRECTED");
        assertThat(proposed.body().path("state").asString()).isEqualTo("PROPOSED");
        assertThat(proposed.body().path("after").path("score").asInt()).isEqualTo(60);
        assertThat(proposed.body().path("passedBefore").asBoolean()).isFalse();
        assertThat(proposed.body().path("passedAfter").asBoolean()).isTrue();
        assertThat(inquire("甲").body().path("outcome").asString()).isEqualTo("FAILED");
        assertThat(confirm(officer, proposed).code()).isEqualTo("result.second-person");
        assertThat(confirm(second, asked).code()).isEqualTo("result.review-changed");
        assertThat(withdraw(college, proposed).code()).isEqualTo("result.review-state");
        exam.marks(sitter("甲"), Subject.THEORY, 61);
        assertThat(confirm(second, proposed).code()).isEqualTo("result.marks-differ");
        exam.marks(sitter("甲"), Subject.THEORY, 60);
        assertThat(confirm(second, proposed).body().path("state").asString()).isEqualTo("CORRECTED");
        var seen = inquire("甲").body();
        assertThat(seen.path("outcome").asString()).isEqualTo("PASSED");
        // What nobody asked for stays as it was, whatever was marked since.
        assertThat(seen.path("entries")
                        .valueStream()
                        .map(entry -> entry.path("score").asInt()))
                .containsExactly(60, 80);
        assertThat(officer.get(SHEET).body().path("passed").asInt()).isEqualTo(4);
    }

    @Test
    @Order(7)
    void aCollegeTakesBackWhatNobodyHasLookedAt() {
        var asked = ask(college, "丙", Subject.THEORY);
        assertThat(withdraw(college, asked).body().path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(stateOf("丙")).isEqualTo("PUBLICITY");
        assertThat(ask(college, "丙", Subject.THEORY).status()).isEqualTo(201);
    }

    @Test
    @Order(8)
    void everybodySeesTheirOwnReviewsTheNewestFirst() {
        var all = officer.get(REVIEWS + "?plan=" + PLAN).body();
        assertThat(all.path("total").path("count").asInt()).isEqualTo(4);
        assertThat(all.path("items").valueStream().map(row -> row.path("name").asString()))
                .containsExactly("丙", "丙", "甲", "乙");
        assertThat(college.get(REVIEWS + "?state=OPEN").body().path("items").valueStream())
                .hasSize(1);
        assertThat(neighbour.get(REVIEWS).body().path("items").valueStream()).isEmpty();
        assertThat(stranger.get(REVIEWS).body().path("items").valueStream()).isEmpty();
        var first = officer.get(REVIEWS + "?limit=3").body();
        var rest = officer.get(REVIEWS + "?limit=3&after=" + first.path("next").asString())
                .body();
        assertThat(rest.path("items").valueStream().map(row -> row.path("name").asString()))
                .containsExactly("乙");
    }

    @Test
    @Order(9)
    void aRulingThatStruckEverySubjectIsLiftedFromAllOfThem() {
        assertThat(statusesOf("己")).containsExactly("VOID", "VOID");
        var asked = ask(college, "己", Subject.THEORY);
        rule("DISMISSED");
        assertThat(statusesOf("己")).as("not before two have said so").containsExactly("VOID", "VOID");
        var proposed = opinion(officer, asked, "CORRECTED");
        assertThat(proposed.body().path("passedAfter").asBoolean()).isTrue();
        assertThat(confirm(second, proposed).body().path("state").asString()).isEqualTo("CORRECTED");
        assertThat(statusesOf("己")).containsExactly("SCORED", "SCORED");
        assertThat(inquire("己").body().path("outcome").asString()).isEqualTo("PASSED");
    }

    private List<String> statusesOf(String name) {
        return inquire(name)
                .body()
                .path("entries")
                .valueStream()
                .map(entry -> entry.path("status").asString())
                .toList();
    }

    @Test
    @Order(10)
    void aPendingReviewKeepsOnlyItsOwnResultFromBecomingFinal() {
        advance(closes);
        assertThat(phase()).isEqualTo("FINISHED");
        assertThat(List.of(stateOf("甲"), stateOf("乙"), stateOf("丁"), stateOf("戊")))
                .containsOnly("FINAL");
        assertThat(stateOf("丙")).isEqualTo("UNDER_REVIEW");
        assertThat(heard.plans).containsExactly(PLAN);
        assertThat(officer.get(SHEET).body().path("state").asString()).isEqualTo("PUBLICITY");
    }

    @Test
    @Order(11)
    void afterTheWindowNobodyAsks() {
        var late = ask(college, "丁", Subject.THEORY);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("result.not-public");
        assertThat(late.body().path("facts").path("closes").asString())
                .isEqualTo(Window.inBeijing(closes).toString());
    }

    @Test
    @Order(12)
    void whatIsDecidedAfterTheWindowIsFinalAtOnce() {
        var open = officer.get(REVIEWS + "?state=OPEN").body().path("items").path(0);
        var decided = officer.post(
                REVIEWS + "/" + open.path("key").path("candidate").asString() + "/"
                        + open.path("key").path("id").asString() + "/proposal",
                Map.of("version", open.path("version").asInt(), "outcome", "UPHELD", "finding", "无误"));
        assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
        assertThat(stateOf("丙")).isEqualTo("FINAL");
        assertThat(heard.plans).containsExactly(PLAN, PLAN);
        assertThat(officer.get(SHEET).body().path("state").asString()).isEqualTo("FINISHED");
        assertThat(operator.get("/api/audit/verification").body().path("intact").asBoolean())
                .isTrue();
    }
}
