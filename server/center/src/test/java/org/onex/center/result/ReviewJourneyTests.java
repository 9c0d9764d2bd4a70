package org.onex.center.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.marking.ScriptMark;
import org.onex.center.plan.ResultsPublished;
import org.onex.center.registration.RegistrationKey;
import org.onex.contract.kernel.IdNumber;
import org.onex.contract.kernel.Window;
import org.onex.foundation.ids.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** From the opening of the publicity to the last final result: what colleges ask, what the body answers, what candidates see of it. */
@CenterTest
@Import(ExamOnPaper.Configuration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewJourneyTests {

    private static final String PLAN = "HK-2024-1-01";
    private static final String BODY = "990000004";
    private static final String REVIEWS = "/api/result/reviews";
    private static final Window PUBLICITY =
            new Window(Instant.parse("2024-05-24T02:00:00Z"), Instant.parse("2024-05-29T16:00:00Z"));
    private static final UUID SITE = Ids.next();

    @LocalServerPort
    private int port;

    @Autowired
    private ExamOnPaper exam;

    @Autowired
    private Sheets sheets;

    @Autowired
    private Results results;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    private final Map<String, Result> people = new HashMap<>();
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
        assertThat(officer.post(
                                "/api/plan/notices/" + notice.body().path("id").asString() + "/publication", Map.of())
                        .status())
                .isEqualTo(200);
        person("甲", "90001", 59, 80);
        person("乙", "90001", 70, 70);
        person("丙", "90001", 80, 90);
        person("丁", "90001", 50, 90);
        person("戊", "90002", 60, 60);
        transaction.executeWithoutResult(status -> {
            sheets.add(Sheet.empty(PLAN, BODY));
            results.replace(PLAN, SITE, List.copyOf(people.values()));
            var drawn = new Sheet.Drawn(PUBLICITY.opens(), results.digest(PLAN), results.counts(PLAN, null));
            sheets.change(new Sheet(
                    PLAN,
                    BODY,
                    1,
                    null,
                    drawn,
                    false,
                    List.of(
                            new Sheet.Approval("hongke", "甲", PUBLICITY.opens()),
                            new Sheet.Approval("hongke2", "乙", PUBLICITY.opens())),
                    PUBLICITY,
                    null));
            events.publishEvent(new ResultsPublished(PLAN, PUBLICITY.opens(), PUBLICITY.closes()));
        });
    }

    @AfterAll
    void close() {
        List.of(operator, officer, second, stranger, college, neighbour, candidate)
                .forEach(Staff::close);
    }

    private void person(String name, String of, int theory, int practical) {
        var key = new RegistrationKey(Ids.next(), Ids.next());
        var number = IdNumber.completed("9999992005010100" + (people.size() + 1));
        var ticket = "202499000004000" + (people.size() + 1);
        var entries = List.of(entry(Subject.THEORY, theory), entry(Subject.PRACTICAL, practical));
        people.put(
                name,
                new Result(
                        key,
                        new Result.Who(Ids.next(), of, "电商1班", name, number),
                        new Result.What(PLAN, BODY, SITE, ticket, "WDYY", Level.ELEMENTARY),
                        entries,
                        theory >= 60 && practical >= 60 ? Result.Outcome.PASSED : Result.Outcome.FAILED));
        exam.seat(PLAN, ProveCandidateTests.seat(key, name, number, ticket));
        entries.forEach(entry -> mark(entry, entry.score()));
    }

    private static Entry entry(Subject subject, int score) {
        return new Entry(subject, UUID.randomUUID(), Entry.Status.SCORED, score, 100);
    }

    private void mark(Entry entry, int total) {
        exam.marks.put(
                entry.script(),
                new ScriptMark(entry.script(), "WDYY", Level.ELEMENTARY, entry.subject(), total, 100, true));
    }

    private void mark(String name, Subject subject, int total) {
        mark(people.get(name).entry(subject).orElseThrow(), total);
    }

    private Staff.Answer ask(Staff who, String name, Subject subject) {
        var key = people.get(name).key();
        return who.post(
                REVIEWS,
                Map.of("candidate", key.candidate(), "registration", key.id(), "subject", subject, "reason", "请复核"));
    }

    private Staff.Answer opinion(Staff who, Staff.Answer read, String outcome) {
        return who.post(
                path(read) + "/proposal",
                Map.of("version", version(read), "outcome", outcome, "finding", "第七题漏判"));
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
        var result = people.get(name);
        return candidate.post(
                "/api/result/inquiries",
                Map.of("idNumber", result.who().number().value(), "name", name, "ticket", ticketOf(result)));
    }

    private static String ticketOf(Result result) {
        return String.valueOf(result.what().ticket());
    }

    private String stateOf(String name) {
        return inquire(name).body().path("state").asString();
    }

    private void advance(Instant to) {
        assertThat(operator.post("/api/clock/advance", Map.of("to", Window.inBeijing(to).toString()))
                        .status())
                .isEqualTo(200);
    }

    private String phase() {
        return college.get("/api/plan/plans/" + PLAN).body().path("phase").asString();
    }

    @Test
    @Order(1)
    void beforeTheOpeningNobodyLearnsAnythingOrAsksForAnything() {
        advance(PUBLICITY.opens().minusSeconds(1));
        assertThat(phase()).isEqualTo("MARKING");
        var early = ask(college, "甲", Subject.THEORY);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("result.not-public");
        assertThat(early.body().path("opens").asString()).isEqualTo("2024-05-24T10:00+08:00");
        var answer = inquire("甲").body();
        assertThat(answer.path("state").asString()).isEqualTo("NOT_YET");
        assertThat(answer.path("entries").isNull()).isTrue();
        assertThat(answer.path("outcome").isNull()).isTrue();
        assertThat(answer.path("printed").path("from").asString()).isNotEmpty();
    }

    @Test
    @Order(2)
    void fromTheOpeningOnEverybodySeesTheirOwnAndNoIdNumber() {
        advance(PUBLICITY.opens());
        assertThat(phase()).isEqualTo("PUBLICITY");
        var answer = inquire("甲");
        assertThat(answer.body().path("state").asString()).isEqualTo("PUBLICITY");
        assertThat(answer.body().path("outcome").asString()).isEqualTo("FAILED");
        assertThat(answer.body().path("eachAtLeast").asInt()).isEqualTo(60);
        assertThat(answer.body().path("entries").valueStream().map(entry -> entry.path("score").asInt()))
                .containsExactly(59, 80);
        assertThat(answer.toString()).doesNotContain(people.get("甲").who().number().value());
    }

    @Test
    @Order(3)
    void whateverIsWrongOfAProofTheAnswerIsTheSame() {
        var other = people.get("乙");
        var result = people.get("丙");
        var number = result.who().number().value();
        var answers = List.of(
                        Map.of("idNumber", other.who().number().value(), "name", "丙", "ticket", ticketOf(result)),
                        Map.of("idNumber", number, "name", "丁", "ticket", ticketOf(result)),
                        Map.of("idNumber", number, "name", "丙", "ticket", "2024990000049999"),
                        Map.of("idNumber", "", "name", "", "ticket", ""))
                .stream()
                .map(proof -> candidate.post("/api/result/inquiries", proof))
                .toList();
        assertThat(answers).extracting(Staff.Answer::status).containsOnly(404);
        assertThat(answers).extracting(Staff.Answer::code).containsOnly("result.not-found");
        assertThat(answers).extracting(Staff.Answer::body).hasSize(4).allMatch(answers.getFirst().body()::equals);
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
        assertThat(stateOf("乙")).isEqualTo("UNDER_REVIEW");
        assertThat(ask(college, "乙", Subject.PRACTICAL).code()).isEqualTo("result.review-pending");
        assertThat(withdraw(neighbour, asked).code()).isEqualTo("result.review-unknown");
        assertThat(opinion(stranger, asked, "UPHELD").code()).isEqualTo("result.review-unknown");
        assertThat(opinion(officer, asked, "CORRECTED").code()).isEqualTo("result.nothing-changed");
        var upheld = opinion(officer, asked, "UPHELD");
        assertThat(upheld.body().path("state").asString()).isEqualTo("UPHELD");
        assertThat(upheld.body().path("after").path("score").asInt()).isEqualTo(70);
        assertThat(stateOf("乙")).isEqualTo("PUBLICITY");
    }

    @Test
    @Order(6)
    void whatWasWrongIsCorrectedByTwoAndOnlyToWhatTheMarksSay() {
        var asked = ask(college, "甲", Subject.THEORY);
        mark("甲", Subject.THEORY, 60);
        mark("甲", Subject.PRACTICAL, 99);
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
        mark("甲", Subject.THEORY, 61);
        assertThat(confirm(second, proposed).code()).isEqualTo("result.marks-differ");
        mark("甲", Subject.THEORY, 60);
        assertThat(confirm(second, proposed).body().path("state").asString()).isEqualTo("CORRECTED");
        var seen = inquire("甲").body();
        assertThat(seen.path("outcome").asString()).isEqualTo("PASSED");
        // What nobody asked for stays as it was, whatever was marked since.
        assertThat(seen.path("entries").valueStream().map(entry -> entry.path("score").asInt()))
                .containsExactly(60, 80);
        assertThat(sheets.find(PLAN).orElseThrow().drawn())
                .satisfies(drawn -> assertThat(drawn.counts().passed()).isEqualTo(4));
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
        assertThat(all.path("total").path("count").asInt(all.path("total").asInt()))
                .isEqualTo(4);
        assertThat(all.path("items").valueStream().map(row -> row.path("name").asString()))
                .containsExactly("丙", "丙", "甲", "乙");
        assertThat(college.get(REVIEWS + "?state=OPEN").body().path("items").valueStream())
                .hasSize(1);
        assertThat(neighbour.get(REVIEWS).body().path("items").valueStream()).isEmpty();
        assertThat(stranger.get(REVIEWS).body().path("items").valueStream()).isEmpty();
        var first = officer.get(REVIEWS + "?limit=3").body();
        var rest = officer.get(
                        REVIEWS + "?limit=3&after=" + first.path("next").asString())
                .body();
        assertThat(rest.path("items").valueStream().map(row -> row.path("name").asString()))
                .containsExactly("乙");
    }

    @Test
    @Order(9)
    void aPendingReviewKeepsOnlyItsOwnResultFromBecomingFinal() {
        advance(PUBLICITY.closes());
        assertThat(phase()).isEqualTo("FINISHED");
        assertThat(List.of(stateOf("甲"), stateOf("乙"), stateOf("丁"), stateOf("戊")))
                .containsOnly("FINAL");
        assertThat(stateOf("丙")).isEqualTo("UNDER_REVIEW");
        assertThat(exam.heard).containsExactly(new ResultsFinal(PLAN));
        assertThat(sheets.find(PLAN).orElseThrow().finishedAt()).isNull();
    }

    @Test
    @Order(10)
    void afterTheWindowNobodyAsks() {
        var late = ask(college, "丁", Subject.THEORY);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("result.not-public");
        assertThat(late.body().path("closes").asString()).isEqualTo("2024-05-30T00:00+08:00");
    }

    @Test
    @Order(11)
    void whatIsDecidedAfterTheWindowIsFinalAtOnce() {
        var open = officer.get(REVIEWS + "?state=OPEN").body().path("items").path(0);
        var decided = officer.post(
                REVIEWS + "/" + open.path("key").path("candidate").asString() + "/"
                        + open.path("key").path("id").asString() + "/proposal",
                Map.of("version", open.path("version").asInt(), "outcome", "UPHELD", "finding", "无误"));
        assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
        assertThat(stateOf("丙")).isEqualTo("FINAL");
        assertThat(exam.heard).hasSize(2);
        assertThat(sheets.find(PLAN).orElseThrow().finishedAt()).isNotNull();
        assertThat(operator.get("/api/audit/verification").body().path("intact").asBoolean())
                .isTrue();
    }
}
