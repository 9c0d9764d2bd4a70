package org.onex.center.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementTests {

    private static final Instant NOW = Instant.parse("2024-05-20T01:00:00Z");
    private static final WorkView.WorkMarker MARKER = new WorkView.WorkMarker("hongke-marker1", "鸿科阅卷甲");
    private static final List<WorkView.RubricCriterion> RUBRIC = List.of(
            new WorkView.RubricCriterion("a", "卖点准确", 30, List.of()),
            new WorkView.RubricCriterion("b", "语言通顺", 20, List.of()));

    private static Judgement given(@Nullable String a, @Nullable String b, String remark) {
        var points = new HashMap<String, BigDecimal>();
        if (a != null) {
            points.put("a", new BigDecimal(a));
        }
        if (b != null) {
            points.put("b", new BigDecimal(b));
        }
        return Judgement.of(new Judgement.Given(points, remark), RUBRIC, MARKER, NOW);
    }

    @Test
    void everyCriterionCountsFromNothingToItsWorth() {
        assertThat(given("30", "0", "").total()).isEqualTo(30);
        assertThat(given("7.0", "20", " 好 ").points()).isEqualTo(Map.of("a", 7, "b", 20));
        assertThat(given("7.0", "20", " 好 ").remark()).isEqualTo("好");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "21", "2.5", "0.0000001", "1e9", "1e-999999999", "1e999999999"})
    void otherPointsAreRefusedAndSoIsTheCriterionSaid(String points) {
        assertThatExceptionOfType(MarkingRefused.class)
                .isThrownBy(() -> given("1", points, ""))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("marking.points-invalid");
                    assertThat(refused.facts()).isEqualTo(Map.of("criterion", "b", "from", 0, "to", 20));
                });
    }

    @Test
    void aCriterionWithoutPointsIsRefused() {
        assertThatExceptionOfType(MarkingRefused.class)
                .isThrownBy(() -> given(null, "1", ""))
                .satisfies(refused -> assertThat(refused.facts()).containsEntry("criterion", "a"));
    }

    @Test
    void aCriterionThatNobodyAskedForIsRefused() {
        var points = Map.of("a", BigDecimal.ONE, "b", BigDecimal.ONE, "c", BigDecimal.ONE);
        assertThatExceptionOfType(MarkingRefused.class)
                .isThrownBy(() -> Judgement.of(new Judgement.Given(new HashMap<>(points), ""), RUBRIC, MARKER, NOW))
                .satisfies(refused -> assertThat(refused.facts()).containsEntry("field", "points"));
    }

    @Test
    void aRemarkHasFiveHundredCharacters() {
        assertThat(given("1", "1", "𠮷".repeat(500)).remark()).isEqualTo("𠮷".repeat(500));
        assertThatExceptionOfType(MarkingRefused.class)
                .isThrownBy(() -> given("1", "1", "好".repeat(501)))
                .satisfies(refused -> assertThat(refused.facts()).containsEntry("field", "remark"));
    }
}
