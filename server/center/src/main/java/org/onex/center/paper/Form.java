package org.onex.center.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of several equal versions of a paper (卷型): which questions it asks, in which order. Neighbours get different ones.
 *
 * @param name {@code A} or {@code B}
 */
record Form(String name, List<FormSection> sections) {

    /** The names of the forms that a paper has. */
    static final List<String> NAMES = List.of("A", "B");

    /**
     * A section of the blueprint, filled.
     *
     * @param points    of each question; null for tasks
     * @param questions their ids
     */
    record FormSection(
            String title, QuestionType type, @Nullable Integer points, List<String> questions) {

        FormSection {
            questions = List.copyOf(questions);
        }

        static FormSection of(Blueprint.PaperSection section, List<Question> questions) {
            return new FormSection(
                    section.title(),
                    section.type(),
                    section.points(),
                    questions.stream().map(Question::id).toList());
        }

        /** What one of its questions is worth. */
        int worth(Question question) {
            return switch (question) {
                case Task task -> task.points();
                case Item item -> points == null ? 0 : points;
            };
        }
    }

    Form {
        sections = List.copyOf(sections);
    }
}
