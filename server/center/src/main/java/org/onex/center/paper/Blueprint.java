package org.onex.center.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a paper of a subject must contain (细目表). */
record Blueprint(String title, List<PaperSection> sections) {

    /** Every subject is out of 100. */
    static final int FULL_MARKS = 100;

    /**
     * Questions of one type under one heading (大题).
     *
     * @param points of each; null for tasks, whose own points count
     */
    record PaperSection(
            String title,
            QuestionType type,
            int count,
            @Nullable Integer points) {}

    Blueprint {
        sections = List.copyOf(sections);
    }
}
