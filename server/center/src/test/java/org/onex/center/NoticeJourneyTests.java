package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 003 from its file to the moment when its first plan closes, as the exam officer, a college and a stranger meet it. */
@CenterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NoticeJourneyTests {

    private static final String PLAN = "/api/plan/plans/HK-2024-1-01";

    @LocalServerPort
    private int port;

    private Staff officer;
    private Staff otherBody;
    private Staff college;
    private Staff operator;
    private String notice;

    @BeforeAll
    void everybodySignsIn() {
        Parties.enter(port);
        officer = Staff.signedIn(port, "hongke");
        otherBody = Staff.signedIn(port, "aopai");
        college = Staff.signedIn(port, "college01");
        operator = Staff.signedIn(port, "operator");
    }

    @AfterAll
    void everybodyGoesHome() {
        List.of(officer, otherBody, college, operator).forEach(Staff::close);
    }

    @Test
    @Order(1)
    void aWrongFileIsRefusedWithFileLineFieldAndRule() {
        var answer = officer.postYaml(
                "/api/plan/notices?file=003.yaml", Parties.notice003().replace("2024-05-21", "5月21日"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("plan.notice-invalid");
        var problem = answer.body().path("facts").path("problems").path(0);
        assertThat(problem.path("file").asString()).isEqualTo("003.yaml");
        assertThat(problem.path("field").asString()).isEqualTo("plans[1].deadline");
        assertThat(problem.path("rule").asString()).isEqualTo("DATE_ISO");
        assertThat(problem.path("line").asInt()).isPositive();
        assertThat(officer.get("/api/plan/notices").body().path("items")).isEmpty();
    }

    @Test
    @Order(2)
    void anotherBodyCannotLoadIt() {
        var answer = otherBody.postYaml("/api/plan/notices?file=003.yaml", Parties.notice003());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("plan.not-your-body");
    }

    @Test
    @Order(3)
    void itsOwnBodyLoadsItAsADraftAndTheSameFileTwiceIsTheSameOnce() {
        var first = officer.postYaml("/api/plan/notices?file=003.yaml", Parties.notice003());
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("status").asString()).isEqualTo("DRAFT");
        notice = first.body().path("id").asString();

        var second = officer.postYaml("/api/plan/notices?file=003.yaml", Parties.notice003());
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("id").asString()).isEqualTo(notice);
        assertThat(officer.get("/api/plan/plans").body().path("items")).hasSize(3);
    }

    @Test
    @Order(4)
    void nobodyElseSeesTheDraft() {
        for (var stranger : List.of(otherBody, college)) {
            assertThat(stranger.get("/api/plan/notices/" + notice).code()).isEqualTo("plan.notice-unknown");
            assertThat(stranger.get(PLAN).code()).isEqualTo("plan.plan-unknown");
            assertThat(stranger.get("/api/plan/plans").body().path("items")).isEmpty();
        }
        assertThat(otherBody
                        .post("/api/plan/notices/" + notice + "/publication", Map.of())
                        .code())
                .isEqualTo("plan.notice-unknown");
    }

    @Test
    @Order(5)
    void aChangedDraftReplacesTheOldOne() {
        var changed = officer.postYaml(
                "/api/plan/notices?file=003b.yaml", Parties.notice003().replace("2024年第三次网店", "二〇二四年第三次网店"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(officer.get("/api/plan/plans/HK-2024-1-03")
                        .body()
                        .path("name")
                        .asString())
                .startsWith("二〇二四年");
        assertThat(officer.postYaml("/api/plan/notices?file=003.yaml", Parties.notice003())
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(5)
    void whatDoesNotComeAfterTheExaminationIsNoPublicity() {
        var text = Parties.notice003()
                .replace("code: HK-2024-1", "code: HK-2024-2")
                .replace("kind: PUBLICITY", "kind: OTHER");
        var draft = officer.postYaml("/api/plan/notices?file=x.yaml", text)
                .body()
                .path("id")
                .asString();
        var address = "/api/plan/notices/" + draft + "/publication";
        assertThat(officer.post(address, Map.of()).code()).isEqualTo("plan.notice-incomplete");
        for (var rule : List.of("+15 d until +10 d", "-30 d for 5 d", "until +5 d", "soon", "+0 d for 3 d")) {
            var supply = Map.of("name", "成绩公示", "rule", rule, "reason", "试");
            assertThat(officer.post(address, Map.of("supply", List.of(supply))).code())
                    .as(rule)
                    .isEqualTo("plan.supply-invalid");
        }
    }

    @Test
    @Order(6)
    void publishingItAtTheSameTimeTwiceSucceedsForEverybodyAndOnce() {
        var answers = new ArrayList<CompletableFuture<Staff.Answer>>();
        for (int i = 0; i < 8; i++) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> officer.post("/api/plan/notices/" + notice + "/publication", Map.of())));
        }
        var outcomes = answers.stream().map(CompletableFuture::join).toList();
        assertThat(outcomes)
                .allSatisfy(answer -> assertThat(
                                answer.status() == 200 || answer.code().equals("plan.notice-changed"))
                        .as(answer.toString())
                        .isTrue());
        assertThat(outcomes).anyMatch(answer -> answer.status() == 200);
        assertThat(college.get("/api/plan/notices/" + notice)
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("PUBLISHED");
    }

    @Test
    @Order(7)
    void whatIsPublishedIsNotReplacedAnyMore() {
        var answer = officer.postYaml(
                "/api/plan/notices?file=003.yaml", Parties.notice003().replace("380.00", "1.00"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("plan.notice-published");
        assertThat(officer.get(PLAN).body().path("fees").path(0).path("amount").asString())
                .isEqualTo("380.00");
    }

    @Test
    @Order(8)
    void aCollegeSeesThePlanOpenWithItsDeadlineAndWhereItIsPrinted() {
        var plan = college.get(PLAN).body();
        assertThat(plan.path("phase").asString()).isEqualTo("OPEN");
        assertThat(plan.path("deadline").path("closesAt").asString()).isEqualTo("2024-04-30T00:00:00+08:00");
        assertThat(plan.path("deadline").path("origin").path("section").asString())
                .isEqualTo("一");
        assertThat(plan.path("paymentDue").isNull()).isTrue();
    }

    @Test
    @Order(9)
    void theListPagesAndFilters() {
        var first = college.get("/api/plan/plans?limit=2").body();
        assertThat(first.path("items")).hasSize(2);
        assertThat(first.path("total").path("count").asInt()).isEqualTo(3);
        assertThat(first.path("items").path(0).path("code").asString()).isEqualTo("HK-2024-1-03");
        var second = college.get(
                        "/api/plan/plans?limit=2&after=" + first.path("next").asString())
                .body();
        assertThat(second.path("items").path(0).path("code").asString()).isEqualTo("HK-2024-1-01");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(college.get("/api/plan/plans?level=ADVANCED").body().path("items"))
                .hasSize(1);
        assertThat(college.get("/api/plan/plans?q=hk-2024-1-02").body().path("items"))
                .hasSize(1);
        assertThat(college.get("/api/plan/plans?phase=CLOSED").body().path("items"))
                .isEmpty();
        assertThat(college.get("/api/plan/plans?phase=SOON").code()).isEqualTo("request.invalid");
        for (var cursor : List.of("%25%25", "eHh8eA", "eHg")) {
            assertThat(college.get("/api/plan/plans?after=" + cursor).code())
                    .as(cursor)
                    .isEqualTo("request.invalid");
        }
    }

    @Test
    @Order(9)
    void whatNoDatabaseStoresIsRefusedWhereverItIsAskedFor() {
        for (var address : List.of(
                "/api/plan/plans?q=",
                "/api/fee/bills?plan=",
                "/api/fee/bills?state=UNPAID&plan=x&plan=",
                "/api/registration/totals?plan=",
                "/api/registration/registrations?q=")) {
            var answer = college.get(address + "a%00b");
            assertThat(answer.status()).as(address).isEqualTo(422);
            assertThat(answer.code()).as(address).isEqualTo("request.invalid");
            assertThat(answer.body().path("facts").path("field").asString())
                    .as(address)
                    .isEqualTo(address.endsWith("q=") ? "q" : "plan");
        }
        assertThat(college.get("/api/plan/plans/a%00b").status()).isEqualTo(400);
    }

    @Test
    @Order(10)
    void theLastDayOfRegistrationIsWholeAndEndsExactly() {
        advance("2024-04-29T23:59:58+08:00");
        assertThat(phase()).isEqualTo("OPEN");
        advance("2024-04-30T00:00:00+08:00");
        assertThat(phase()).isEqualTo("CLOSED");
    }

    @Test
    @Order(11)
    void theClockCarriesThePlanThroughItsExamination() {
        advance("2024-05-18T08:30:00+08:00");
        assertThat(phase()).isEqualTo("RUNNING");
        advance("2024-05-18T17:45:00+08:00");
        assertThat(phase()).isEqualTo("MARKING");
        assertThat(operator.post("/api/clock/advance", Map.of("to", "2024-05-01T00:00:00+08:00"))
                        .code())
                .isEqualTo("clock.backwards");
    }

    @Test
    @Order(12)
    void everyActIsOnTheTrailAndTheTrailIsIntact() {
        var verification = operator.get("/api/audit/verification").body();
        assertThat(verification.path("intact").asBoolean()).isTrue();
        // parties and accounts 14, operator 1, qualification 1, sign-ins 6, loads 4, publication 1, clock 4, freeze 1;
        // a refused act leaves none
        assertThat(verification.path("entries").asInt()).isEqualTo(32);
    }

    private void advance(String to) {
        assertThat(operator.post("/api/clock/advance", Map.of("to", to)).status())
                .isEqualTo(200);
    }

    private String phase() {
        return college.get(PLAN).body().path("phase").asString();
    }
}
