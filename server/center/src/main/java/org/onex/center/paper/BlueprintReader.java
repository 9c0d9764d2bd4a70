package org.onex.center.paper;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.onex.center.catalog.Subject;
import org.onex.center.paper.BankProblem.Rule;
import org.onex.center.paper.Blueprint.PaperSection;

/** Reads what the papers of each subject must contain, and whether the bank has it. */
final class BlueprintReader {

    private static final int MOST_QUESTIONS = 500;

    private final Map<QuestionType, Integer> available = new HashMap<>();
    private final Map<QuestionType, Set<Integer>> taskPoints = new HashMap<>();

    /**
     * @param questions of the bank, whether right or not
     */
    BlueprintReader(List<? extends Question> questions) {
        for (var question : questions) {
            available.merge(question.type(), 1, Integer::sum);
            if (question instanceof Task task) {
                taskPoints.computeIfAbsent(task.type(), type -> new HashSet<>()).add(task.points());
            }
        }
    }

    /**
     * @param subjects those of the scheme, each of which needs a blueprint
     */
    Map<Subject, Blueprint> read(BankFields fields, List<Subject> subjects) {
        var blueprints = new EnumMap<Subject, Blueprint>(Subject.class);
        for (var subject : Subject.values()) {
            var name = subject.name();
            if (subjects.contains(subject)) {
                fields.required(name);
            } else if (fields.has(name) && !subjects.isEmpty()) {
                fields.problem(name, Rule.SUBJECT_NOT_IN_SCHEME, Map.of("value", name));
            }
            var read = fields.mapping(name);
            if (read != null) {
                blueprints.put(subject, blueprint(read));
            }
        }
        fields.done();
        return blueprints;
    }

    private Blueprint blueprint(BankFields fields) {
        var types = new HashSet<QuestionType>();
        var sum = 0;
        var sections = fields.requiredMappings("sections");
        var read = sections.stream().map(section -> section(section, types)).toList();
        var blueprint = new Blueprint(fields.requiredText("title"), read);
        for (var section : read) {
            sum += section.count() * each(section);
        }
        if (!read.isEmpty() && sum != Blueprint.FULL_MARKS) {
            fields.problem("sections", Rule.POINTS_SUM, Map.of("sum", sum, "wanted", Blueprint.FULL_MARKS));
        }
        fields.done();
        return blueprint;
    }

    private PaperSection section(BankFields fields, Set<QuestionType> types) {
        var title = fields.requiredText("title");
        var type = fields.requiredChoice("type", QuestionType.all());
        var count = fields.requiredNumber("count", MOST_QUESTIONS);
        if (type == null) {
            fields.text("points");
            fields.done();
            return new PaperSection(title, QuestionType.SINGLE, count, null);
        }
        if (!types.add(type)) {
            fields.problem("type", Rule.REPEATED, Map.of("value", type.name()));
        }
        var has = available.getOrDefault(type, 0);
        if (count > has) {
            fields.problem("count", Rule.TOO_FEW, Map.of("type", type.name(), "wanted", count, "available", has));
        }
        var worths = taskPoints.getOrDefault(type, Set.of());
        if (worths.size() > 1) {
            var points = worths.stream().sorted().toList();
            fields.problem("type", Rule.TASK_POINTS_DIFFER, Map.of("type", type.name(), "points", points));
        }
        var points = type.isItem() ? fields.requiredNumber("points", Blueprint.FULL_MARKS) : null;
        fields.done();
        return new PaperSection(title, type, count, points);
    }

    private int each(PaperSection section) {
        return Objects.requireNonNullElseGet(
                section.points(),
                () -> taskPoints.getOrDefault(section.type(), Set.of()).stream()
                        .findFirst()
                        .orElse(0));
    }
}
