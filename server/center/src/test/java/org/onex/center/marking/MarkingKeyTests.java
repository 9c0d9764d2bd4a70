package org.onex.center.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MarkingKeyTests {

    private static final UUID PAPER = UUID.fromString("0197a000-0000-7000-8000-000000000001");

    private static final String KEY = """
            {"form": "A", "format": 1, "paper": "0197a000-0000-7000-8000-000000000001",
             "policy": {"DATA_ANALYSIS": "WITHIN_TOLERANCE", "MULTIPLE": "ALL_OR_NOTHING"},
             "items": {
               "S001": {"type": "SINGLE", "points": 10, "answer": "B"},
               "M001": {"type": "MULTIPLE", "points": 10, "answer": "ACE"},
               "J001": {"type": "JUDGE", "points": 10, "answer": "F"},
               "D01-1": {"type": "DATA_ANALYSIS", "points": 20, "answer": "3.40", "tolerance": "0.01"},
               "W01": {"type": "WRITING", "points": 50,
                       "rubric": [{"id": "a", "criterion": "卖点", "points": 30, "levels": ["好"]},
                                  {"id": "b", "criterion": "通顺", "points": 20, "levels": []}]}}}
            """;

    private static MarkingKey read(String text) {
        return MarkingKey.read(
                text.getBytes(StandardCharsets.UTF_8),
                PAPER,
                "A",
                JsonMapper.builder().build());
    }

    @Test
    void aRightAnswerEarnsItsPointsAndAWrongOneNothing() {
        var key = read(KEY);
        var scoring = Scoring.of(key, Map.of("S001", "B", "M001", "AC", "J001", "F", "D01-1", "3.39%", "W01", "文案"));
        assertThat(scoring.items())
                .containsExactly(
                        new Scoring.ItemScore("D01-1", QuestionKind.DATA_ANALYSIS, 20, 20),
                        new Scoring.ItemScore("J001", QuestionKind.JUDGE, 10, 10),
                        new Scoring.ItemScore("M001", QuestionKind.MULTIPLE, 0, 10),
                        new Scoring.ItemScore("S001", QuestionKind.SINGLE, 10, 10),
                        new Scoring.ItemScore("W01", QuestionKind.WRITING, null, 50));
        assertThat(scoring.objective()).isEqualTo(40);
        assertThat(scoring.full()).isEqualTo(100);
        assertThat(scoring.forPeople()).extracting(Scoring.ItemScore::item).containsExactly("W01");
    }

    @Test
    void whatIsNotAnsweredEarnsNothingAndNobodyIsAskedToReadIt() {
        for (var nothing : new String[] {"", " ", "\n　"}) {
            var scoring = Scoring.of(read(KEY), Map.of("W01", nothing));
            assertThat(scoring.objective()).isZero();
            assertThat(scoring.full()).isEqualTo(100);
            assertThat(scoring.forPeople()).isEmpty();
        }
    }

    @Test
    void whatIsAnsweredButNotAskedEarnsNothing() {
        assertThat(Scoring.of(read(KEY), Map.of("S999", "B", "D01", "3.40")).objective())
                .isZero();
    }

    @Test
    void onlyTextsHaveARubric() {
        var key = read(KEY);
        assertThat(key.rubric("W01"))
                .hasValueSatisfying(rubric -> assertThat(rubric)
                        .extracting(WorkView.RubricCriterion::id)
                        .containsExactly("a", "b"));
        assertThat(key.rubric("S001")).isEmpty();
        assertThat(key.rubric("W09")).isEmpty();
    }

    @Test
    void aKeyBelongsToAPaperThatAsksWhateverPeopleMark() {
        var numbers = new AskedPaper.AskedItem("D01-1", "算一算", null);
        var text = new AskedPaper.AskedItem("W01", "写一写", 800);
        read(KEY).requireAskedBy(new AskedPaper("实操", List.of(new AskedPaper.AskedSection(List.of(numbers, text)))));
        assertThatThrownBy(() -> read(KEY)
                        .requireAskedBy(new AskedPaper("实操", List.of(new AskedPaper.AskedSection(List.of(numbers))))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("W01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\": 1|\"format\": 2",
                "\"form\": \"A\"|\"form\": \"B\"",
                "0197a000|0197a001",
                "ALL_OR_NOTHING|PARTIAL",
                "\"MULTIPLE\": \"ALL_OR_NOTHING\"|\"SINGLE\": \"ANY\"",
                "\"type\": \"JUDGE\"|\"type\": \"ORDER\"",
                "\"answer\": \"B\"|\"answer\": \"\"",
                "\"answer\": \"3.40\"|\"answer\": \"3.40%\"",
                ", \"tolerance\": \"0.01\"|''",
                "\"points\": 50|\"points\": 60",
                "\"points\": 20, \"answer\"|\"points\": 0, \"answer\"",
                "{\"form\"|[{\"form\""
            })
    void whatIsNotUnderstoodIsNotScoredWith(String known, String unknown) {
        assertThat(KEY).contains(known);
        assertThatThrownBy(() -> read(KEY.replace(known, unknown))).isInstanceOf(RuntimeException.class);
    }
}
