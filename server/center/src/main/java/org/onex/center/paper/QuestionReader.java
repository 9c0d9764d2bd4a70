package org.onex.center.paper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.onex.center.paper.BankProblem.Rule;
import org.onex.center.paper.Item.ItemOption;
import org.onex.center.paper.Task.Criterion;
import org.onex.center.paper.Task.TaskStep;

/** Reads the items and tasks of a bank. What is wrong is collected; what is returned then is of no use. */
final class QuestionReader {

    private static final String ITEM_DIGITS = "\\d{3}";
    private static final String TASK_DIGITS = "\\d{2}";
    private static final String PART_ID = "[A-Za-z0-9]{1,8}";
    private static final String NUMBER = "-?\\d{1,12}(\\.\\d{1,6})?";
    private static final int MOST_POINTS = Blueprint.FULL_MARKS;
    /** What the exam's protocol takes as one answer. */
    private static final int LONGEST_ANSWER = 20_000;

    private static final Map<String, Integer> DIFFICULTIES = Map.of("1", 1, "2", 2, "3", 3, "4", 4, "5", 5);

    private final Set<String> skills;
    private final Set<String> ids = new HashSet<>();

    /**
     * @param skills the codes of all skills of the bank
     */
    QuestionReader(Set<String> skills) {
        this.skills = skills;
    }

    Item item(BankFields fields) {
        var type = Objects.requireNonNullElse(fields.requiredChoice("type", QuestionType.items()), QuestionType.SINGLE);
        var options = options(fields, type);
        var item = new Item(
                id(fields, type),
                type,
                skill(fields),
                difficulty(fields),
                fields.requiredText("stem"),
                options,
                answer(fields, type, options),
                fields.requiredText("why"));
        fields.done();
        return item;
    }

    Task task(BankFields fields) {
        var type =
                Objects.requireNonNullElse(fields.requiredChoice("type", QuestionType.tasks()), QuestionType.WRITING);
        var writes = type == QuestionType.WRITING;
        var task = new Task(
                id(fields, type),
                type,
                skill(fields),
                difficulty(fields),
                fields.requiredText("title"),
                fields.requiredText("material"),
                writes ? List.of() : steps(fields),
                writes ? fields.requiredText("ask") : null,
                writes ? fields.requiredNumber("maxLength", LONGEST_ANSWER) : null,
                writes ? rubric(fields) : List.of());
        fields.done();
        return task;
    }

    private String id(BankFields fields, QuestionType type) {
        var id = fields.requiredText("id", type.letter() + (type.isItem() ? ITEM_DIGITS : TASK_DIGITS));
        if (!id.isEmpty() && !ids.add(id)) {
            fields.problem("id", Rule.REPEATED, Map.of("value", id));
        }
        return id;
    }

    private String skill(BankFields fields) {
        var skill = fields.requiredText("skill");
        if (!skill.isEmpty() && !skills.contains(skill)) {
            fields.problem("skill", Rule.UNKNOWN_SKILL, Map.of("value", skill));
        }
        return skill;
    }

    private static int difficulty(BankFields fields) {
        return Objects.requireNonNullElse(fields.requiredChoice("difficulty", DIFFICULTIES), 1);
    }

    private static List<ItemOption> options(BankFields fields, QuestionType type) {
        if (!fields.has("options") && type.mayHaveOptions(0)) {
            return List.of();
        }
        fields.required("options");
        var read = fields.mapping("options");
        if (read == null) {
            return List.of();
        }
        var options = new ArrayList<ItemOption>();
        var texts = new HashSet<String>();
        for (var key : read.names()) {
            var text = read.requiredText(key);
            if (!text.isEmpty() && !texts.add(text)) {
                read.problem(key, Rule.REPEATED, Map.of("value", text));
            }
            options.add(new ItemOption(key, text));
        }
        if (!type.mayHaveOptions(options.size()) || !areKeyed(options)) {
            var facts = Map.<String, Object>of(
                    "count", options.size(), "fewest", type.fewestOptions(), "most", type.mostOptions());
            fields.problem("options", Rule.OPTIONS, facts);
        }
        return options;
    }

    /** A, B, C … in this order: nobody shuffles them by accident, and answers are compared as texts. */
    private static boolean areKeyed(List<ItemOption> options) {
        for (int i = 0; i < options.size(); i++) {
            if (!options.get(i).key().equals(String.valueOf((char) ('A' + i)))) {
                return false;
            }
        }
        return true;
    }

    private static String answer(BankFields fields, QuestionType type, List<ItemOption> options) {
        var answer = fields.requiredText("answer");
        if (!answer.isEmpty() && !isAnswer(answer, type, options)) {
            fields.problem("answer", Rule.ANSWER, Map.of("value", answer));
        }
        return answer;
    }

    private static boolean isAnswer(String answer, QuestionType type, List<ItemOption> options) {
        if (type == QuestionType.JUDGE) {
            return answer.equals("T") || answer.equals("F");
        }
        var keys = options.stream().map(ItemOption::key).toList();
        var chosen = List.of(answer.split(""));
        return keys.containsAll(chosen)
                && chosen.stream().sorted().distinct().toList().equals(chosen)
                && (type == QuestionType.SINGLE ? chosen.size() == 1 : chosen.size() >= 2);
    }

    private static List<TaskStep> steps(BankFields fields) {
        var known = new HashSet<String>();
        return fields.requiredMappings("steps").stream()
                .map(step -> {
                    var read = new TaskStep(
                            partId(step, known),
                            step.requiredText("ask"),
                            number(step, "answer"),
                            tolerance(step),
                            step.requiredNumber("points", MOST_POINTS));
                    step.done();
                    return read;
                })
                .toList();
    }

    private static List<Criterion> rubric(BankFields fields) {
        var known = new HashSet<String>();
        return fields.requiredMappings("rubric").stream()
                .map(criterion -> {
                    var read = new Criterion(
                            partId(criterion, known),
                            criterion.requiredText("criterion"),
                            criterion.requiredNumber("points", MOST_POINTS),
                            criterion.texts("levels"));
                    criterion.done();
                    return read;
                })
                .toList();
    }

    /** Unique in its task. */
    private static String partId(BankFields fields, Set<String> known) {
        var id = fields.requiredText("id", PART_ID);
        if (!id.isEmpty() && !known.add(id)) {
            fields.problem("id", Rule.REPEATED, Map.of("value", id));
        }
        return id;
    }

    private static String number(BankFields fields, String name) {
        var text = fields.requiredText(name);
        if (!text.isEmpty() && !text.matches(NUMBER)) {
            fields.problem(name, Rule.NUMBER, Map.of("value", text));
        }
        return text;
    }

    private static String tolerance(BankFields fields) {
        var text = number(fields, "tolerance");
        if (text.startsWith("-")) {
            fields.problem("tolerance", Rule.NUMBER, Map.of("value", text));
        }
        return text;
    }
}
