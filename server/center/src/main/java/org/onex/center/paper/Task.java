package org.onex.center.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of practical work (实操任务): numbers to be worked out step by step, or a text to be written.
 *
 * @param material  what the work is about; lines with {@code |} between the cells are a table
 * @param steps     of a data analysis
 * @param ask       what is to be written
 * @param maxLength how many characters the text may have; of writing only
 * @param rubric    of writing only
 */
record Task(
        String id,
        QuestionType type,
        String skill,
        int difficulty,
        String title,
        String material,
        List<TaskStep> steps,
        @Nullable String ask,
        @Nullable Integer maxLength,
        List<Criterion> rubric)
        implements Question {

    /**
     * One number that is asked for (小问).
     *
     * @param answer    a decimal number as text, so that it stays what was written
     * @param tolerance by how much an answer may differ and is still right
     */
    record TaskStep(String id, String ask, String answer, String tolerance, int points) {}

    /**
     * A part of a rubric (评分标准): what people look for, and what it is worth.
     *
     * @param levels what earns all, some or none of the points; may be empty
     */
    record Criterion(String id, String criterion, int points, List<String> levels) {

        Criterion {
            levels = List.copyOf(levels);
        }
    }

    Task {
        steps = List.copyOf(steps);
        rubric = List.copyOf(rubric);
    }

    /** How many it is worth, by its steps and its rubric. */
    int points() {
        return steps.stream().mapToInt(TaskStep::points).sum()
                + rubric.stream().mapToInt(Criterion::points).sum();
    }

    @Override
    public String headline() {
        return title;
    }
}
