package org.onex.center.paper;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A question of a bank as item writers see it, with its answer: either an item or a task. */
record BankQuestion(
        String id,
        QuestionType type,
        String skill,
        int difficulty,
        @Nullable Item item,
        @Nullable Task task) {

    /**
     * What somebody looks for in a bank; absent means any.
     *
     * @param skill code of a skill, or of a work task or field of work that it belongs to
     * @param q     part of the stem or the title, or the id
     */
    record Filter(
            @Nullable QuestionType type,
            @Nullable String skill,
            @Nullable String q) {

        boolean finds(Question question) {
            return (type == null || question.type() == type)
                    && (skill == null || skill.isBlank() || isUnder(question.skill(), skill.strip()))
                    && (q == null || q.isBlank() || says(question, q.strip().toLowerCase(Locale.ROOT)));
        }

        private static boolean isUnder(String code, String above) {
            return code.equals(above) || code.startsWith(above + ".");
        }

        private static boolean says(Question question, String words) {
            return question.id().toLowerCase(Locale.ROOT).equals(words)
                    || question.headline().toLowerCase(Locale.ROOT).contains(words);
        }
    }

    static BankQuestion of(Question question) {
        return switch (question) {
            case Item item -> new BankQuestion(item.id(), item.type(), item.skill(), item.difficulty(), item, null);
            case Task task -> new BankQuestion(task.id(), task.type(), task.skill(), task.difficulty(), null, task);
        };
    }
}
