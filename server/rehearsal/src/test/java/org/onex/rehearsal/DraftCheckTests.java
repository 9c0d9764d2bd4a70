package org.onex.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.FakeCenter.Reply;

class DraftCheckTests {

    private static final String NOTICES = "/api/plan/notices";
    private static final String PLANS = "/api/plan/plans";
    private static final String DRAFT = "{\"id\": \"7\", \"status\": \"DRAFT\", \"missing\": []}";

    private final FakeCenter fake = new FakeCenter();

    @BeforeEach
    void behave() {
        fake.answers("GET", NOTICES, Reply.listOfCodes(List.of("AP-2024-2", "HK-2024-10")));
        fake.answers("GET", PLANS, Reply.listOfCodes(List.of("AP-2024-2-01", "HK-2024-10-01")));
        fake.answers("GET", NOTICES + "/7", Reply.problem(404, "plan.notice-unknown"));
        fake.answers("GET", PLANS + "/HK-2024-1-01", Reply.problem(404, "plan.plan-unknown"));
        fake.answers("POST", NOTICES + "/7/publication", Reply.problem(404, "plan.notice-unknown"));
    }

    @AfterEach
    void close() {
        fake.close();
    }

    private Findings.Finding<Claim> checked() {
        new DraftCheck(fake.scene("003", 1)).check(FakeCenter.DEMO.notice("003"), FakeCenter.json(DRAFT));
        return fake.found(Claim.DRAFT_IS_INVISIBLE);
    }

    @Test
    void aDraftThatNobodyElseSeesHolds() {
        assertThat(checked().examples()).isEmpty();
        assertThat(checked().checked()).isEqualTo(2 * (3 * 4 + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lianchuang", "college01", "operator"})
    void aDraftWhosePageOpensForSomebodyElseIsFound(String login) {
        fake.answersTo(login, "GET", NOTICES + "/7", Reply.ok(DRAFT));

        assertThat(checked().examples())
                .containsExactly(login + " and the draft HK-2024-1: GET /api/plan/notices/7 -> 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lianchuang", "college01", "operator"})
    void aPlanOfADraftThatOpensForSomebodyElseIsFound(String login) {
        fake.answersTo(login, "GET", PLANS + "/HK-2024-1-01", Reply.ok("{\"phase\": \"DRAFT\"}"));

        assertThat(checked().examples())
                .containsExactly(login + " and the draft HK-2024-1: GET /api/plan/plans/HK-2024-1-01 -> 200 ");
    }

    @ParameterizedTest(name = "{0} in {1}: {3}")
    @CsvSource({
        "lianchuang, /api/plan/notices, HK-2024-1,    it is in the list of notices",
        "college01,  /api/plan/notices, HK-2024-1,    it is in the list of notices",
        "operator,   /api/plan/plans,   HK-2024-1-03, it is in the list of plans",
        "college01,  /api/plan/plans,   HK-2024-1-01, it is in the list of plans",
    })
    void aDraftInAListOfSomebodyElseIsFound(String login, String list, String code, String told) {
        fake.answersTo(login, "GET", list, Reply.listOfCodes(List.of("AP-2024-2", code)));

        assertThat(checked().examples()).containsExactly(login + " and the draft HK-2024-1: " + told);
    }

    @Test
    void aDraftOnTheSecondPageIsFound() {
        fake.answersTo(
                "operator",
                "GET",
                NOTICES,
                request -> request.query().contains("after=")
                        ? Reply.listOfCodes(List.of("HK-2024-1"))
                        : Reply.ok("{\"items\": [{\"code\": \"AP-2024-2\"}], \"next\": \"AP-2024-2\"}"));

        assertThat(checked().examples())
                .containsExactly("operator and the draft HK-2024-1: it is in the list of notices");
    }

    @Test
    void refusingInsteadOfNotKnowingTellsThatThereIsADraft() {
        fake.answersTo("college01", "GET", NOTICES + "/7", FakeCenter.NOT_PERMITTED);

        assertThat(checked().broken()).isEqualTo(1);
    }

    @Test
    void aDraftThatAnotherBodyCanPublishIsFound() {
        fake.answersTo("lianchuang", "POST", NOTICES + "/7/publication", Reply.ok("{}"));

        assertThat(checked().examples())
                .containsExactly("lianchuang and the draft HK-2024-1: POST /api/plan/notices/7/publication -> 200 ");
    }

    @Test
    void anotherBodyMayBeRefusedToPublishInEitherWay() {
        fake.answersTo("lianchuang", "POST", NOTICES + "/7/publication", Reply.problem(403, "plan.not-your-body"));

        assertThat(checked().broken()).isZero();
    }
}
