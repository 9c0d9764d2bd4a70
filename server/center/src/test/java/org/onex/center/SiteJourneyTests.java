package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A college's way to an exam site: applied for, returned, corrected, approved, suspended; and everybody who has no say in it. */
@CenterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SiteJourneyTests {

    private static final String SITES = "/api/site/sites";

    @LocalServerPort
    private int port;

    private Staff college;
    private Staff otherCollege;
    private Staff body;
    private Staff otherBody;
    private Staff operator;
    private String site;

    @BeforeAll
    void everybodySignsIn() {
        Parties.enter(port);
        Parties.enterCollege(port, "90002", "示范二职业技术学院", true);
        Parties.enterCollege(port, "90006", "示范六信息工程学院", false);
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
    void onlyAPilotCollegeAppliesAndOnlyForWhatCanBeEarned() {
        try (var guest = Staff.signedIn(port, "college90006")) {
            assertThat(guest.post(SITES, application("WDYY", List.of())).code()).isEqualTo("site.not-pilot");
        }
        assertThat(college.post(SITES, application("NOPE", List.of())).code()).isEqualTo("site.qualification-unknown");
    }

    @Test
    @Order(2)
    void aCollegeBeginsOnceHoweverOftenItAsks() {
        var answers = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> college.post(SITES, application("WDYY", List.of()))))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Staff.Answer::code)
                .containsOnly("site.already-applied");
        site = college.get(SITES).body().path("items").path(0).path("id").asString();
        assertThat(read(college).body().path("state").asString()).isEqualTo("DRAFT");
        assertThat(read(college).body().path("college").path("province").asString())
                .isEqualTo("安徽");
    }

    @Test
    @Order(3)
    void itsDraftIsNobodyElses() {
        for (var stranger : List.of(otherCollege, body, otherBody, operator)) {
            assertThat(read(stranger).code()).isEqualTo("site.unknown");
            assertThat(stranger.get(SITES).body().path("items")).isEmpty();
        }
        assertThat(otherCollege.put(address(""), revision(1, List.of())).code()).isEqualTo("site.unknown");
        assertThat(body.post(address("/approval"), version(1)).code()).isEqualTo("site.unknown");
    }

    @Test
    @Order(4)
    void withoutRoomsItIsNotSubmitted() {
        var answer = college.post(address("/submission"), version(1));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("site.incomplete");
        assertThat(answer.body().path("facts").path("missing").path(0).asString())
                .isEqualTo("ROOMS");
    }

    @Test
    @Order(5)
    void twoColleaguesDoNotOverwriteEachOther() {
        assertThat(college.put(address(""), revision(1, List.of(room("301室", 60))))
                        .status())
                .isEqualTo(200);
        var stale = college.put(address(""), revision(1, List.of()));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.code()).isEqualTo("site.changed");
        assertThat(read(college).body().path("rooms")).hasSize(1);
    }

    @Test
    @Order(6)
    void onceSubmittedItWaitsAtItsAwardingBody() {
        assertThat(college.post(address("/submission"), version(2)).status()).isEqualTo(200);
        assertThat(college.post(address("/submission"), version(2)).status()).isEqualTo(200);
        var waiting = body.get(SITES + "?state=PENDING").body();
        assertThat(waiting.path("total").path("count").asInt()).isEqualTo(1);
        assertThat(waiting.path("items").path(0).path("since").asString()).startsWith("2024-04-22T01:");
        assertThat(otherBody.get(SITES).body().path("items")).isEmpty();
        assertThat(college.put(address(""), revision(3, List.of())).code()).isEqualTo("site.wrong-state");
    }

    @Test
    @Order(7)
    void whoHasNoSayIsRefused() {
        assertThat(otherBody.post(address("/approval"), version(3)).code()).isEqualTo("site.unknown");
        assertThat(college.post(address("/approval"), version(3)).code()).isEqualTo("access.not-permitted");
        assertThat(operator.post(address("/approval"), version(3)).code()).isEqualTo("access.not-permitted");
        assertThat(read(otherCollege).code()).isEqualTo("site.unknown");
        assertThat(body.get(SITES + "/" + UUID.randomUUID()).code()).isEqualTo("site.unknown");
    }

    @Test
    @Order(8)
    void thePersonInChargeIsShownToTheCollegeAndTheBodyAndNotToTheOperator() {
        assertThat(read(college).body().path("manager").path("phone").asString())
                .isEqualTo("12000000001");
        assertThat(read(body).body().path("manager").path("phone").asString()).isEqualTo("12000000001");
        var seen = read(operator);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().path("manager").isNull()).isTrue();
        assertThat(seen.body().toString()).doesNotContain("12000000001", "张示范");
        assertThat(operator.get(SITES).body().toString()).doesNotContain("12000000001", "张示范");
    }

    @Test
    @Order(9)
    void theBodyReturnsItAndSaysWhy() {
        assertThat(body.post(address("/return"), opinion(3, " ")).code()).isEqualTo("site.opinion-missing");
        assertThat(body.post(address("/return"), opinion(3, "机位不足，请补充")).status())
                .isEqualTo(200);
        assertThat(read(college).body().path("opinion").asString()).isEqualTo("机位不足，请补充");
    }

    @Test
    @Order(10)
    void theCollegeCorrectsItAndSubmitsItAgain() {
        var corrected = college.put(address(""), revision(4, List.of(room("301室", 60), room("302室", 60))));
        assertThat(corrected.body().path("warnings").path(0).path("code").asString())
                .isEqualTo("FEW_SPARE_MACHINES");
        assertThat(college.post(address("/submission"), version(5)).status()).isEqualTo(200);
        assertThat(body.post(address("/approval"), version(3)).code()).isEqualTo("site.changed");
    }

    @Test
    @Order(11)
    void whileTwoOfficersDecideDifferentlyOneOfThemIsTold() {
        var approval = CompletableFuture.supplyAsync(() -> body.post(address("/approval"), version(6)));
        var second = CompletableFuture.supplyAsync(() -> body.post(address("/return"), opinion(6, "再补充")));
        var answers = List.of(approval.join(), second.join());
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .extracting(Staff.Answer::code)
                .containsOnly("site.changed");
        if (second.join().status() == 200) {
            college.post(address("/submission"), version(7));
            body.post(address("/approval"), version(8));
        }
        assertThat(read(college).body().path("state").asString()).isEqualTo("APPROVED");
    }

    @Test
    @Order(12)
    void approvingAgainChangesNothing() {
        var before = read(body).body();
        assertThat(body.post(address("/approval"), version(1)).body()).isEqualTo(before);
        assertThat(college.post(SITES, application("WDYY", List.of())).code()).isEqualTo("site.already-applied");
    }

    @Test
    @Order(13)
    void aSuspendedSiteCanBeTakenBackUntilTheCollegeAppliesAnew() {
        int version = read(body).body().path("version").asInt();
        assertThat(body.post(address("/suspension"), opinion(version, "机房改造")).status())
                .isEqualTo(200);
        assertThat(read(college).body().path("state").asString()).isEqualTo("SUSPENDED");
        assertThat(body.post(address("/reinstatement"), version(version + 1)).status())
                .isEqualTo(200);
        assertThat(read(college).body().path("state").asString()).isEqualTo("APPROVED");
        assertThat(body.post(address("/suspension"), opinion(version + 2, "机房改造"))
                        .status())
                .isEqualTo(200);
        assertThat(college.post(SITES, application("WDYY", List.of(room("401室", 20))))
                        .status())
                .isEqualTo(201);
        assertThat(body.post(address("/reinstatement"), version(version + 3)).code())
                .isEqualTo("site.already-applied");
    }

    @Test
    @Order(14)
    void everyActIsOnTheTrailAndTheTrailIsWhole() {
        assertThat(operator.get("/api/audit/verification").body().path("intact").asBoolean())
                .isTrue();
    }

    @Test
    @Order(15)
    void aWrongPhoneIsNamedByItsField() {
        var details = Map.of("name", "考点", "address", "", "managerName", "", "managerPhone", "123", "rooms", List.of());
        var answer = otherCollege.post(SITES, Map.of("qualification", "WDYY", "details", details));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("facts").path("field").asString()).isEqualTo("managerPhone");
    }

    private Staff.Answer read(Staff staff) {
        return staff.get(address(""));
    }

    private String address(String act) {
        return SITES + "/" + site + act;
    }

    private static Map<String, Object> application(String qualification, List<?> rooms) {
        return Map.of("qualification", qualification, "details", details(rooms));
    }

    private static Map<String, Object> revision(int version, List<?> rooms) {
        return Map.of("version", version, "details", details(rooms));
    }

    private static Map<String, Object> details(List<?> rooms) {
        return Map.of(
                "name",
                "示范一职业技术学院网店运营推广证书考核站点",
                "address",
                "示范市学府路1号",
                "managerName",
                "张示范",
                "managerPhone",
                "12000000001",
                "rooms",
                rooms);
    }

    private static Map<String, Object> room(String name, int machines) {
        return Map.of(
                "name",
                name,
                "building",
                "实训楼",
                "machines",
                machines,
                "spareMachines",
                2,
                "cameras",
                true,
                "network",
                true);
    }

    private static Map<String, Object> version(int version) {
        return Map.of("version", version);
    }

    private static Map<String, Object> opinion(int version, String opinion) {
        return Map.of("version", version, "opinion", opinion);
    }
}
