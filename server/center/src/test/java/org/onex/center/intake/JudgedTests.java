package org.onex.center.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onex.center.intake.IntakeRow.Verdict;

class JudgedTests {

    private static final IntakeRow BAD =
            IntakeRow.read(5, Map.of(), List.of(CellProblem.of("NAME", CellProblem.MISSING)));
    private static final IntakeRow GOOD = IntakeRow.read(6, Map.of(), List.of());

    @Test
    void rowsThatAreRefusedAlreadyAreNotShownToTheKind() {
        var shown = new ArrayList<IntakeRow>();
        var all = Judged.all(List.of(GOOD, BAD), rows -> {
            shown.addAll(rows);
            return List.of(GOOD.judged(Verdict.CHANGED));
        });
        assertThat(shown).containsExactly(GOOD);
        assertThat(all).containsExactly(GOOD.judged(Verdict.CHANGED), BAD);
    }

    @Test
    void aKindThatForgetsARowIsAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Judged.all(List.of(GOOD), rows -> List.of()))
                .withMessageContaining("row 6");
    }
}
