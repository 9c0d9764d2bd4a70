package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A teacher's way to becoming an invigilator (004 §五): named, returned, corrected, approved, retired; and a paper roster that came late. */
@CenterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StaffingJourneyTests {

    private static final String INVIGILATORS = "/api/staffing/invigilators";

    @LocalServerPort
    private int port;

    private Staff college;
    private Staff otherCollege;
    private Staff body;
    private Staff otherBody;
    private Staff operator;
    private String teacher = "";

    @BeforeAll
    void everybodySignsIn() {
        Parties.enter(port);
        Parties.enterCollege(port, "90002", "示范二职业技术学院", true);
        college = Staff.signedIn(port, "college01");
        otherCollege = Staff.signedIn(port, "college90002");
        body = Staff.signedIn(port, "hongke");
        otherBody = Staff.signedIn(port, "aopai");
        operator = Staff.signedIn(port, "operator");
    }

    @AfterAll
    void everybodyGoesHome() {
        List.of(college, otherCollege, body, otherBody, operator).forEach(Staff::close);
    }

    @Test
    @Order(1)
    void aCollegeNamesATeacherOnceHoweverOftenItAsks() {
        var application = application(UUID.randomUUID(), "张示范", "12000000001");
        var answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> college.post(INVIGILATORS, application)))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).extracting(Staff.Answer::status).containsOnly(201);
        assertThat(answers.stream()
                        .map(answer -> answer.body().path("id").asString())
                        .distinct())
                .hasSize(1);
        teacher = answers.getFirst().body().path("id").asString();
        var view = college.get(address("")).body();
        assertThat(view.path("state").asString()).isEqualTo("PENDING");
        assertThat(view.path("number").isNull()).isTrue();
        assertThat(view.path("college").path("name").asString()).isEqualTo("示范一职业技术学院");
        assertThat(view.path("awardingBody").path("name").asString()).isEqualTo("北京鸿科经纬科技有限公司");
        assertThat(view.path("since").asString()).endsWith("+08:00");
        assertThat(answers).allMatch(answer -> !answer.toString().contains("12000000001"));
    }

    @Test
    @Order(2)
    void theSamePhoneOrTheSameKeyForSomebodyElseIsRefused() {
        assertThat(college.post(INVIGILATORS, application(UUID.randomUUID(), "张示范", "12000000001"))
                        .code())
                .isEqualTo("staffing.already-applied");
        var key = UUID.randomUUID();
        assertThat(college.post(INVIGILATORS, application(key, "李示范", "12000000002"))
                        .status())
                .isEqualTo(201);
        assertThat(college.post(INVIGILATORS, application(key, "王示范", "12000000003"))
                        .code())
                .isEqualTo("staffing.key-reused");
    }

    @Test
    @Order(3)
    void aPhoneIsMaskedUntilSomebodyConcernedSaysWhyTheyNeedIt() {
        for (var staff : List.of(college, body)) {
            assertThat(staff.get(address("")).body().path("phone").asString()).isEqualTo("120****0001");
            assertThat(staff.post(address("/disclosure"), Map.of("reason", "")).code())
                    .isEqualTo("staffing.disclosure-reason-missing");
            var disclosed = staff.post(address("/disclosure"), Map.of("reason", "通知监考培训"));
            assertThat(disclosed.body().path("phone").asString()).isEqualTo("12000000001");
            var listed = staff.get(INVIGILATORS).body();
            assertThat(listed.path("total").path("count").asInt()).isEqualTo(2);
            assertThat(listed.path("items").path(0).path("phone").asString()).isEqualTo("120****0001");
            assertThat(listed.toString()).doesNotContain("12000000001");
        }
        for (var stranger : List.of(otherCollege, otherBody)) {
            assertThat(stranger.get(address("")).code()).isEqualTo("staffing.invigilator-unknown");
            assertThat(stranger.get(INVIGILATORS).body().path("items").size()).isZero();
        }
        assertThat(operator.get(INVIGILATORS).code()).isEqualTo("access.not-permitted");
    }

    @Test
    @Order(4)
    void whatTheBodyReturnsTheCollegeCorrects() {
        assertThat(body.post(address("/return"), Map.of("version", 1, "opinion", " "))
                        .code())
                .isEqualTo("staffing.opinion-missing");
        var returned = body.post(address("/return"), Map.of("version", 1, "opinion", "请补充监考证书"));
        assertThat(returned.body().path("state").asString()).isEqualTo("RETURNED");
        assertThat(returned.body().path("dueBy").isNull()).isTrue();

        var correction = new HashMap<>(application(UUID.randomUUID(), "张示范", "12000000001"));
        correction.put("version", 2);
        correction.put("phone", "120****0002");
        assertThat(college.put(address(""), correction)
                        .body()
                        .path("facts")
                        .path("field")
                        .asString())
                .as("masked, and not theirs")
                .isEqualTo("phone");
        correction.put("phone", returned.body().path("phone").asString());
        correction.put("certificateNumber", "ZS-2024-1");
        var corrected = college.put(address(""), correction);
        assertThat(corrected.status()).as(corrected.toString()).isEqualTo(200);
        assertThat(corrected.body().path("state").asString()).isEqualTo("PENDING");
        assertThat(corrected.body().path("certificateNumber").asString()).isEqualTo("ZS-2024-1");
        assertThat(corrected.body().path("phone").asString()).isEqualTo("120****0001");
        assertThat(college.post(address("/disclosure"), Map.of("reason", "核对手机号"))
                        .body()
                        .path("phone")
                        .asString())
                .isEqualTo("12000000001");
    }

    @Test
    @Order(5)
    void afterTwoWorkingDaysTheApplicationIsOverdue() {
        assertThat(body.get(address("")).body().path("dueBy").asString()).isEqualTo("2024-04-24");
        assertThat(body.get(address("")).body().path("overdue").asBoolean()).isFalse();
        assertThat(operator.post("/api/clock/advance", Map.of("to", "2024-04-25T00:00:00+08:00"))
                        .status())
                .isEqualTo(200);
        assertThat(body.get(address("")).body().path("overdue").asBoolean()).isTrue();
    }

    @Test
    @Order(6)
    void theBodyApprovesOnceAndGivesANumberForEver() {
        assertThat(body.post(address("/approval"), Map.of("version", 1)).code()).isEqualTo("staffing.changed");
        var approved = body.post(address("/approval"), Map.of("version", 3)).body();
        assertThat(approved.path("state").asString()).isEqualTo("APPROVED");
        assertThat(approved.path("number").asString()).matches("JKC\\d{8}");
        assertThat(approved.path("overdue").asBoolean()).isFalse();
        assertThat(body.post(address("/approval"), Map.of("version", 3)).body()).isEqualTo(approved);
        assertThat(college.get(INVIGILATORS + "?state=APPROVED&q="
                                + approved.path("number").asString())
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    @Order(7)
    void theBodyEntersAPaperRosterThatCameLate() {
        var late = new HashMap<>(application(UUID.randomUUID(), "赵示范", "12000000004"));
        late.remove("awardingBody");
        assertThat(body.post(INVIGILATORS, late)
                        .body()
                        .path("facts")
                        .path("field")
                        .asString())
                .isEqualTo("college");
        late.put("college", "90002");
        var entered = body.post(INVIGILATORS, late);
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        assertThat(entered.body().path("state").asString()).isEqualTo("APPROVED");
        assertThat(otherCollege.get(INVIGILATORS).body().path("items").size()).isEqualTo(1);
        late.put("college", "12345");
        assertThat(body.post(INVIGILATORS, late).code()).isEqualTo("staffing.college-unknown");
    }

    @Test
    @Order(8)
    void aCollegeCannotEnterForAnotherCollegeOrLeaveTheBodyOut() {
        var foreign = new HashMap<>(application(UUID.randomUUID(), "钱示范", "12000000005"));
        foreign.put("college", "90002");
        assertThat(college.post(INVIGILATORS, foreign).code()).isEqualTo("staffing.not-yours");
        foreign.remove("college");
        foreign.remove("awardingBody");
        var answer = college.post(INVIGILATORS, foreign);
        assertThat(answer.code()).isEqualTo("staffing.invalid");
        assertThat(answer.body().path("facts").path("field").asString()).isEqualTo("awardingBody");
    }

    @Test
    @Order(9)
    void whoLeavesIsRetiredWithAReasonAndMayBeNamedAgain() {
        int version = college.get(address("")).body().path("version").asInt();
        assertThat(college.post(address("/retirement"), Map.of("version", version, "reason", ""))
                        .code())
                .isEqualTo("staffing.reason-missing");
        var retired = college.post(address("/retirement"), Map.of("version", version, "reason", "调离"));
        assertThat(retired.body().path("state").asString()).isEqualTo("RETIRED");
        assertThat(retired.body().path("opinion").asString()).isEqualTo("调离");
        assertThat(college.post(INVIGILATORS, application(UUID.randomUUID(), "张示范", "12000000001"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    @Order(10)
    void theListPagesOverHttp() {
        var first = college.get(INVIGILATORS + "?limit=2").body();
        assertThat(first.path("items").size()).isEqualTo(2);
        var second = college.get(
                        INVIGILATORS + "?limit=2&after=" + first.path("next").asString())
                .body();
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    @Order(11)
    void everyActIsOnTheTrailAndTheTrailIsWhole() {
        assertThat(operator.get("/api/audit/verification").body().path("intact").asBoolean())
                .isTrue();
    }

    private String address(String act) {
        return INVIGILATORS + "/" + teacher + act;
    }

    private static Map<String, Object> application(UUID key, String name, String phone) {
        var application = new HashMap<String, Object>();
        application.put("key", key);
        application.put("awardingBody", Parties.HONGKE);
        application.put("name", name);
        application.put("phone", phone);
        application.put("region", "安徽省示范市");
        application.put("teaches", "机电一体化");
        application.put("teachesQualification", false);
        application.put("certificate", "网店运营推广职业技能等级证书监考证");
        application.put("certificateNumber", "ZS-1");
        application.put("issuer", "北京鸿科经纬科技有限公司");
        return application;
    }
}
