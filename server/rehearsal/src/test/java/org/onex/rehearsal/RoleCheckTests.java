package org.onex.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Misuse;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.FakeCenter.Reply;

class RoleCheckTests {

    private static final String NOTICES = "/api/plan/notices";
    private static final String PUBLICATION = "/api/plan/notices/7/publication";
    private static final String DRAFT = "{\"id\": \"7\", \"status\": \"DRAFT\", \"missing\": []}";
    private static final String PUBLISHED = "{\"id\": \"7\", \"status\": \"PUBLISHED\", \"missing\": []}";

    private final FakeCenter fake = new FakeCenter();

    @AfterEach
    void close() {
        fake.close();
    }

    /** Refuses everybody, and another body for the reasons that the API describes. */
    private void behave() {
        fake.answersTo("lianchuang", "POST", NOTICES, invalid("FOREIGN_QUALIFICATION"));
        fake.answersTo("lianchuang", "POST", PUBLICATION, Reply.problem(403, "plan.not-your-body"));
    }

    private static Reply invalid(String rule) {
        return new Reply(
                422,
                "{\"code\": \"plan.notice-invalid\", \"facts\": {\"problems\": [{\"line\": 1, \"rule\": \"MISSING\"},"
                        + " {\"line\": 10, \"rule\": \"" + rule + "\"}]}}");
    }

    private Findings.Finding<Claim> checked(String notice) {
        new RoleCheck(fake.scene("003", 1)).check(FakeCenter.DEMO.notice("003"), FakeCenter.json(notice));
        return fake.found(Claim.A_ROLE_MAY_NOT);
    }

    @Test
    void aCenterThatRefusesEverybodyHolds() {
        behave();

        assertThat(checked(PUBLISHED).examples()).isEmpty();
        assertThat(checked(PUBLISHED).checked()).isEqualTo(2 * (3 * 2 + 6 * 2 + 1 + 1));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "college01, POST, /api/plan/notices",
        "college01, POST, /api/plan/notices/7/publication",
        "college01, PUT, /api/catalog/qualifications/XMTYX",
        "operator, POST, /api/plan/notices",
        "operator, POST, /api/plan/notices/7/publication",
        "operator, PUT, /api/catalog/qualifications/XMTYX",
        "college01, PUT, /api/organization/awarding-bodies/990000001",
        "college01, PUT, /api/organization/colleges/90001",
        "college01, PUT, /api/access/accounts/lianchuang",
        "college01, GET, /api/access/accounts",
        "college01, GET, /api/audit/verification",
        "college01, POST, /api/clock/advance",
        "hongke, PUT, /api/organization/awarding-bodies/990000001",
        "hongke, PUT, /api/organization/colleges/90001",
        "hongke, PUT, /api/access/accounts/lianchuang",
        "hongke, GET, /api/access/accounts",
        "hongke, GET, /api/audit/verification",
        "hongke, POST, /api/clock/advance",
        "lianchuang, POST, /api/plan/notices",
        "lianchuang, POST, /api/plan/notices/7/publication",
    })
    void everyDoorThatStandsOpenIsFound(String login, String method, String path) {
        behave();
        fake.answersTo(login, method, path, Reply.ok("{}"));

        assertThat(checked(PUBLISHED).broken()).isEqualTo(1);
        assertThat(checked(PUBLISHED).examples().getFirst())
                .startsWith(login + " must be refused, " + method + " " + path)
                .contains("-> 200");
    }

    @Test
    void beingRefusedForAnotherReasonIsNotBeingRefused() {
        behave();
        fake.answersTo("college01", "GET", "/api/audit/verification", Reply.problem(403, "access.csrf"));

        assertThat(checked(DRAFT).examples())
                .containsExactly("college01 must be refused, GET /api/audit/verification -> 403 access.csrf");
    }

    @Test
    void anInvalidNoticeIsNotYetAForeignQualification() {
        behave();
        fake.answersTo("lianchuang", "POST", NOTICES, invalid("UNKNOWN_QUALIFICATION"));

        assertThat(checked(DRAFT).examples())
                .containsExactly("lianchuang must be refused, POST /api/plan/notices?file=003-hongke-2024.yaml"
                        + " -> 422 plan.notice-invalid");
    }

    @Test
    void theForeignQualificationIsOfferedUnderTheStrangersOwnName() {
        behave();
        checked(DRAFT);

        assertThat(fake.requests())
                .filteredOn(request -> request.toString().equals("lianchuang POST /api/plan/notices"))
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .contains("awardingBody: 联创新世纪（北京）品牌管理股份有限公司\n", "code: HK-2024-1\n", "网店运营推广职业技能等级证书")
                        .doesNotContain("awardingBody: 北京鸿科经纬科技有限公司"));
    }

    @Test
    void theAttemptToMoveTheClockWouldMoveItNowhere() {
        behave();
        fake.setClock("2024-04-23T10:00:00+08:00");
        checked(DRAFT);

        assertThat(fake.requests())
                .filteredOn(request -> request.path().equals("/api/clock/advance"))
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.body()).contains("2024-04-23T10:00+08:00"));
    }

    @Test
    void aDraftIsNotOfferedToAnotherBodyForPublishing() {
        behave();
        checked(DRAFT);

        assertThat(fake.requests()).extracting(Object::toString).doesNotContain("lianchuang POST " + PUBLICATION);
    }

    private static Path api(Path folder) throws IOException {
        return Files.writeString(folder.resolve("openapi.json"), """
                {"paths": {"/api/clock": {"get": {}},
                           "/api/access/session": {"get": {}, "post": {}, "delete": {}},
                           "/api/plan/plans/{code}": {"get": {}},
                           "/api/catalog/qualifications/{code}": {"put": {}}}}
                """);
    }

    @Test
    void nobodyIsTurnedAwayAtEveryAddressThatIsNotOpen(@TempDir Path folder) throws IOException {
        new RoleCheck(fake.scene("003", 1, api(folder))).checkNobody();

        assertThat(fake.requests())
                .extracting(Object::toString)
                .containsExactly("nobody GET /api/plan/plans/x", "nobody PUT /api/catalog/qualifications/x");
        assertThat(fake.found(Claim.A_ROLE_MAY_NOT).checked()).isEqualTo(2);
        assertThat(fake.found(Claim.A_ROLE_MAY_NOT).broken()).isZero();
    }

    @Test
    void anAddressThatLetsNobodyInIsFound(@TempDir Path folder) throws IOException {
        fake.answers("GET", "/api/plan/plans/x", Reply.problem(404, "plan.plan-unknown"));
        new RoleCheck(fake.scene("003", 1, api(folder))).checkNobody();

        assertThat(fake.found(Claim.A_ROLE_MAY_NOT).examples())
                .containsExactly("nobody must be refused, GET /api/plan/plans/x -> 404 plan.plan-unknown");
    }

    @Test
    void theCommittedDescriptionIsWalkedCompletely() {
        new RoleCheck(fake.scene("003", 1)).checkNobody();

        assertThat(fake.found(Claim.A_ROLE_MAY_NOT).checked()).isGreaterThanOrEqualTo(16);
    }

    @Test
    void withoutADescriptionNothingIsWalkedSilently(@TempDir Path folder) {
        var roles = new RoleCheck(fake.scene("003", 1, folder.resolve("none.json")));

        assertThatExceptionOfType(Misuse.class)
                .isThrownBy(roles::checkNobody)
                .withMessageContaining("cannot read the description of the API");
    }
}
