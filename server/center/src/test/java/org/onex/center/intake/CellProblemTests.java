package org.onex.center.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CellProblemTests {

    private static final List<String> COMMON = List.of(
            CellProblem.MISSING,
            CellProblem.TOO_LONG,
            CellProblem.ROW_TWICE,
            CellProblem.HIDDEN_ROW,
            CellProblem.RUINED_NUMBER,
            CellProblem.ERROR_VALUE,
            CellProblem.FORMULA_WITHOUT_VALUE,
            CellProblem.MERGED);

    @Test
    void saysInJsonWhetherItIsOnlyAWarningAndComesBackAsItWas() {
        var json = JsonMapper.shared();
        var problem = CellProblem.warning("NAME", "ODD", Map.of("limit", 3));
        assertThat(json.readTree(json.writeValueAsString(problem))).isEqualTo(json.readTree("""
                        {"field":"NAME","code":"ODD","warning":true,"facts":{"limit":3}}"""));
        assertThat(json.readValue(json.writeValueAsString(problem), CellProblem.class))
                .isEqualTo(problem);
    }

    @Test
    void thatAnySpreadsheetCanHaveHasASentenceThatNamesItsFacts() {
        var sentences = CellSentences.beside(CellProblem.class);
        for (var code : COMMON) {
            var problem = CellProblem.of("NAME", code, Map.of("limit", 100, "first", 7));
            assertThat(sentences.of(problem).orElseThrow())
                    .doesNotContain("{", "}")
                    .isNotBlank();
        }
        assertThat(sentences.of(CellProblem.of("NAME", "NEVER_HEARD_OF"))).isEmpty();
    }
}
