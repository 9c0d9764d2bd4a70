package org.onex.center.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right answers of one form, and how they are scored (标准答案). Stays at the centre.
 *
 * @param policy how a type is scored where that is not obvious
 * @param items  by the id that a script has
 */
record AnswerKey(
        int format, UUID paper, String form, Map<QuestionType, ScoringPolicy> policy, Map<String, KeyEntry> items) {

    private static final int FORMAT = 1;
    private static final Map<QuestionType, ScoringPolicy> POLICY = Map.of(
            QuestionType.MULTIPLE,
            ScoringPolicy.ALL_OR_NOTHING,
            QuestionType.DATA_ANALYSIS,
            ScoringPolicy.WITHIN_TOLERANCE);

    /** How answers of a type are scored (评分方式). */
    enum ScoringPolicy {
        /** All right options and no other, or no points (多选、少选、错选均不得分). */
        ALL_OR_NOTHING,
        /** A number that differs by at most the tolerance is right. */
        WITHIN_TOLERANCE
    }

    /**
     * What is right for one item, and what it is worth.
     *
     * @param answer    absent for what people score
     * @param tolerance of a number
     * @param rubric    of what people score
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyEntry(
            QuestionType type,
            int points,
            @Nullable String answer,
            @Nullable String tolerance,
            @Nullable List<Task.Criterion> rubric) {}

    static AnswerKey of(Paper paper, Form form, Map<String, Question> questions) {
        var entries = new LinkedHashMap<String, KeyEntry>();
        for (var section : form.sections()) {
            for (var id : section.questions()) {
                switch (questions.get(id)) {
                    case Item item ->
                        entries.put(id, new KeyEntry(item.type(), section.worth(item), item.answer(), null, null));
                    case Task task -> add(task, entries);
                    case null -> throw new IllegalStateException("the bank has no " + id);
                }
            }
        }
        return new AnswerKey(FORMAT, paper.id(), form.name(), POLICY, entries);
    }

    private static void add(Task task, Map<String, KeyEntry> entries) {
        for (var step : task.steps()) {
            var entry = new KeyEntry(task.type(), step.points(), step.answer(), step.tolerance(), null);
            entries.put(task.id() + "-" + step.id(), entry);
        }
        if (task.type() == QuestionType.WRITING) {
            entries.put(task.id(), new KeyEntry(task.type(), task.points(), null, null, task.rubric()));
        }
    }
}
