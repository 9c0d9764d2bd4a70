package org.onex.center.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onex.center.intake.IntakeRow.Verdict;

class IntakeRowTests {

    private static final CellProblem HIDDEN = CellProblem.warning("NAME", CellProblem.HIDDEN_ROW);
    private static final CellProblem MISSING = CellProblem.of("NAME", CellProblem.MISSING);

    @Test
    void isBadForAnErrorAndNotForAWarning() {
        assertThat(read(HIDDEN).isBad()).isFalse();
        assertThat(read(HIDDEN, MISSING).isBad()).isTrue();
    }

    @Test
    void keepsItsWarningsWhenItTurnsOutBad() {
        assertThat(read(HIDDEN).bad(MISSING).problems()).containsExactly(HIDDEN, MISSING);
        assertThat(read(HIDDEN).bad(MISSING).isBad()).isTrue();
    }

    @Test
    void lookedAtAgainSaysOnlyWhatIsNewAndRefusesIt() {
        var changed = read(HIDDEN).judged(Verdict.CHANGED);
        assertThat(changed.again(List.of(HIDDEN, CellProblem.warning("NAME", "ODD"))))
                .isEqualTo(changed);
        assertThat(changed.again(List.of(MISSING)).isBad()).isTrue();
        assertThat(changed.again(List.of(MISSING)).again(List.of(MISSING)).problems())
                .containsExactly(HIDDEN, MISSING);
    }

    @Test
    void namesNobodyWhereItIsWrittenToALog() {
        assertThat(IntakeRow.read(5, Map.of("NAME", "张三"), List.of())).hasToString("IntakeRow[5 ADDED, 0 problems]");
    }

    private static IntakeRow read(CellProblem... problems) {
        return IntakeRow.read(5, Map.of("NAME", "张三"), List.of(problems));
    }
}
