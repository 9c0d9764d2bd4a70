package org.onex.rehearsal.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.ItemBankFile;
import org.onex.rehearsal.scene.SatScript;

class AnswerKeyTests {

    private static final ItemBankFile BANK = new ItemBankFile("x.yaml", "", DemoData.tree("""
            qualification: 网店
            level: 初级
            items:
              - {id: S001, type: SINGLE, answer: B}
              - {id: M001, type: MULTIPLE, answer: ACD}
            tasks:
              - {id: D01, steps: [{id: "1", answer: "3.16", tolerance: "0.01"}, {id: "2", answer: "-5", tolerance: "0"}]}
              - {id: W01, rubric: [{id: a, criterion: 准确, points: "15"}]}
            """));

    private final AnswerKey key = new AnswerKey(List.of(BANK));
    private final SatScript script =
            new SatScript("a", new SatScript.Run("s", "site", 1, "网店", "初级", "理论", "A", "t"), List.of(), List.of());

    @ParameterizedTest(name = "{1} to {0} earns {2}")
    @CsvSource({
        "S001, B, 4", "S001, A, 0", "S001, '', 0", "M001, ACD, 4", "M001, AC, 0", "M001, ABCD, 0",
        "D01-1, 3.17, 4", "D01-1, 3.15%, 4", "D01-1, 3.171, 0", "D01-1, 三, 0", "D01-2, -5, 4", "D01-2, 5, 0"
    })
    void allOrNothing(String item, String answer, int points) {
        assertThat(key.points(script, Json.object().put("id", item).put("points", 4), answer))
                .isEqualTo(points);
    }

    @Test
    void textsAreForPeople() {
        assertThat(key.isWritten(script, Json.object().put("id", "W01"))).isTrue();
        assertThat(key.isWritten(script, Json.object().put("id", "S001"))).isFalse();
        assertThat(key.rubric(script, Json.object().put("id", "W01"))).hasSize(1);
    }

    @Test
    void whatNoBankHasIsFound() {
        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> key.question(script, Json.object().put("id", "S099")))
                .withMessageContaining("S099");
    }
}
