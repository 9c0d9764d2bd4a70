package org.onex.center.paper;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A form as proof-readers see it: what candidates will see, and what is right. */
record FormView(UUID paper, int version, String form, String title, List<FormSectionView> sections) {

    /**
     * Questions under one heading.
     *
     * @param points of each; null for tasks
     */
    record FormSectionView(
            String title, QuestionType type, @Nullable Integer points, List<BankQuestion> questions) {}

    static FormView of(Paper paper, Form form, Map<String, Question> questions) {
        return new FormView(
                paper.id(),
                paper.version(),
                form.name(),
                paper.origin().title(),
                form.sections().stream()
                        .map(section -> new FormSectionView(
                                section.title(),
                                section.type(),
                                section.points(),
                                section.questions().stream()
                                        .map(questions::get)
                                        .map(BankQuestion::of)
                                        .toList()))
                        .toList());
    }
}
