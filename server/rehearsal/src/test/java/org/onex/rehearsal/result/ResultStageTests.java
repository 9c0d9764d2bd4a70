package org.onex.rehearsal.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.Graduates;
import org.onex.rehearsal.scene.Scene;

/** Results that are kept well, and results with one fault that must be found. */
class ResultStageTests {

    private final FakeCenter center = new FakeCenter();
    private final Scene scene = center.scene("003", 1);
    private final Map<String, Long> counts = new HashMap<>();
    private FakeResults results = seated();

    private FakeResults seated() {
        Graduates.sitAt(center, scene);
        return new FakeResults(center, scene);
    }

    @AfterEach
    void close() {
        center.close();
    }

    private List<Claim> broken() {
        counts.putAll(new ResultStage().play(scene));
        return Stream.of(Claim.values())
                .filter(claim -> center.found(claim).broken() > 0)
                .toList();
    }

    @Test
    void resultsThatAreKeptWellHold() {
        assertThat(broken()).isEmpty();
        assertThat(counts)
                .containsAllEntriesOf(Map.of(
                        "people",
                        6L,
                        "passed",
                        3L,
                        "failed",
                        3L,
                        "absent",
                        2L,
                        "void",
                        1L,
                        "reviews",
                        3L,
                        "upheld",
                        1L,
                        "corrected",
                        1L));
        for (var claim : List.of(
                Claim.PASSED_BY_RULE,
                Claim.ABSENT_IS_ABSENT,
                Claim.RULE_BREAKERS_GET_NOTHING,
                Claim.SCORES_RECOMPUTED,
                Claim.TWO_APPROVE,
                Claim.PROBLEMS_ARE_LISTED,
                Claim.NOTHING_PUBLIC_BEFORE,
                Claim.PUBLICITY_BY_THE_CLOCK,
                Claim.RESULTS_ARE_NOBODYS_BUSINESS,
                Claim.CANDIDATES_LEARN_THEIR_OWN,
                Claim.REVIEWS_IN_THE_WINDOW,
                Claim.REVIEWS_AS_DECIDED,
                Claim.FINAL_IS_FINAL)) {
            assertThat(center.found(claim).checked()).as(claim.toString()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PASSES_WITH_59, PASSED_BY_RULE",
        "FAILS_WITH_60, PASSED_BY_RULE",
        "CALLS_ABSENT_ZERO, ABSENT_IS_ABSENT",
        "LOSES_WHO_STAYED_AWAY, ABSENT_IS_ABSENT",
        "SCORES_WHAT_IS_VOID, RULE_BREAKERS_GET_NOTHING",
        "ADDS_A_POINT, SCORES_RECOMPUTED",
        "LISTS_NO_PROBLEM, PROBLEMS_ARE_LISTED",
        "APPROVES_WITH_PROBLEMS, BAD_RESULTS_SAY_WHY",
        "ONE_APPROVES, TWO_APPROVE",
        "SHOWS_EARLY, NOTHING_PUBLIC_BEFORE",
        "CLOSES_A_DAY_EARLY, PUBLICITY_BY_THE_CLOCK",
        "SHOWS_OTHERS, RESULTS_ARE_NOBODYS_BUSINESS",
        "TELLS_WHO_MIXES_UP, CANDIDATES_LEARN_THEIR_OWN",
        "REVIEWS_ANY_TIME, REVIEWS_IN_THE_WINDOW",
        "KEEPS_THE_OLD_SCORE, REVIEWS_AS_DECIDED",
        "CORRECTS_ALONE, TWO_APPROVE",
        "CHANGES_WHAT_IS_FINAL, FINAL_IS_FINAL"
    })
    void aFaultIsFound(Fault fault, Claim claim) {
        results = results.with(fault);
        assertThat(broken()).contains(claim);
    }
}
