package org.onex.center.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onex.center.catalog.Subject;

/** 理论和实操同时达到60分（含）以上为合格. */
class PassRuleTests {

    private static final Result.PassRule BOTH_60 = new Result.PassRule(
            List.of(Subject.THEORY, Subject.PRACTICAL), Map.of(Subject.THEORY, 100, Subject.PRACTICAL, 100), 60);

    private static Entry entry(Subject subject, Entry.Status status, @Nullable Integer score) {
        return new Entry(subject, new UUID(1, subject == Subject.THEORY ? 1 : 2), status, score, 100);
    }

    private static Result.@Nullable Outcome outcome(int theory, int practical) {
        return BOTH_60.outcome(List.of(
                entry(Subject.THEORY, Entry.Status.SCORED, theory),
                entry(Subject.PRACTICAL, Entry.Status.SCORED, practical)));
    }

    @Test
    void sixtyInBothIsAPass() {
        assertThat(outcome(60, 60)).isEqualTo(Result.Outcome.PASSED);
        assertThat(outcome(100, 60)).isEqualTo(Result.Outcome.PASSED);
    }

    @Test
    void onePointLessInEitherIsNone() {
        assertThat(outcome(59, 100)).isEqualTo(Result.Outcome.FAILED);
        assertThat(outcome(100, 59)).isEqualTo(Result.Outcome.FAILED);
    }

    @Test
    void aSubjectWithoutAScoreIsNoPassWhateverTheOther() {
        for (var status : List.of(Entry.Status.ABSENT, Entry.Status.VOID, Entry.Status.LOST)) {
            assertThat(BOTH_60.outcome(List.of(
                            entry(Subject.THEORY, Entry.Status.SCORED, 100), entry(Subject.PRACTICAL, status, null))))
                    .as(status.name())
                    .isEqualTo(Result.Outcome.FAILED);
        }
    }

    @Test
    void aMissingSubjectLeavesItOpen() {
        assertThat(BOTH_60.outcome(List.of(entry(Subject.THEORY, Entry.Status.SCORED, 10))))
                .isNull();
        assertThat(BOTH_60.outcome(List.of())).isNull();
    }

    @Test
    void onlyWhatWasScoredHasAScore() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(Subject.THEORY, Entry.Status.ABSENT, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> entry(Subject.THEORY, Entry.Status.SCORED, null));
    }
}
