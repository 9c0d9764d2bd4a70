package org.onex.center.paper;

import java.util.List;

/**
 * A question that is answered by choosing, with its answer key (试题).
 *
 * @param options in the order in which they are shown; none to judge
 * @param answer  keys of the right options in ascending order, {@code ACD}; {@code T} or {@code F} to judge
 * @param why     why this is right and the others are not, for whoever reads proof
 */
record Item(
        String id,
        QuestionType type,
        String skill,
        int difficulty,
        String stem,
        List<ItemOption> options,
        String answer,
        String why)
        implements Question {

    /** One of the answers to choose from (选项). */
    record ItemOption(String key, String text) {}

    Item {
        options = List.copyOf(options);
    }

    @Override
    public String headline() {
        return stem;
    }
}
