package org.onex.center.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One form as candidates get it, in the format of the answer protocol (考生卷). It has no field in which an answer, a rubric, a reason or a
 * difficulty could stand.
 */
record CandidatePaper(int format, String title, List<CandidateSection> sections) {

    private static final int FORMAT = 1;
    /** More than any number has. */
    private static final int NUMBER_LENGTH = 40;

    /** Questions under one heading. */
    record CandidateSection(String title, String note, List<CandidateItem> items) {}

    /**
     * One thing to answer.
     *
     * @param type      of the answer protocol: {@code TEXT} for what is written
     * @param maxLength of a text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CandidateItem(
            String id,
            String type,
            int points,
            String stem,
            List<Item.ItemOption> options,
            @Nullable Integer maxLength) {}

    static CandidatePaper of(Paper paper, Form form, Map<String, Question> questions) {
        return new CandidatePaper(
                FORMAT,
                paper.origin().title(),
                form.sections().stream()
                        .map(section -> section(section, questions))
                        .toList());
    }

    private static CandidateSection section(Form.FormSection section, Map<String, Question> questions) {
        var asked = section.questions().stream().map(questions::get).toList();
        var points = asked.stream().mapToInt(section::worth).sum();
        var note = section.points() == null
                ? "共 %d 分".formatted(points)
                : "每题 %d 分，共 %d 分".formatted(section.points(), points);
        return new CandidateSection(
                section.title(),
                note,
                asked.stream().flatMap(question -> items(question, section)).toList());
    }

    private static Stream<CandidateItem> items(Question question, Form.FormSection section) {
        return switch (question) {
            case Item item -> Stream.of(item(item, section.worth(item)));
            case Task task when task.type() == QuestionType.WRITING -> Stream.of(writing(task));
            case Task task -> task.steps().stream().map(step -> number(task, step));
        };
    }

    private static CandidateItem item(Item item, int points) {
        return new CandidateItem(item.id(), item.type().name(), points, item.stem(), item.options(), null);
    }

    private static CandidateItem writing(Task task) {
        var ask = task.ask() == null ? "" : task.ask();
        return new CandidateItem(task.id(), "TEXT", task.points(), stem(task, ask), List.of(), task.maxLength());
    }

    /** The screen shows one item at a time, so the material stands with each number that is asked for. */
    private static CandidateItem number(Task task, Task.TaskStep step) {
        return new CandidateItem(
                task.id() + "-" + step.id(), "TEXT", step.points(), stem(task, step.ask()), List.of(), NUMBER_LENGTH);
    }

    private static String stem(Task task, String ask) {
        return task.title() + "\n\n" + task.material() + "\n\n" + ask;
    }
}
