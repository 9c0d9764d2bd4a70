package org.onex.center.paper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The fields of one YAML mapping, read as text with their lines. What is wrong is collected and reading goes on with null or nothing, so
 * callers check {@link BankProblems} at the end.
 */
final class BankFields {

    /** Longer than any answer may be; a stem of that length is a mistake. */
    private static final int MAX_TEXT = 20_000;

    private final BankProblems problems;
    private final String path;
    private final int line;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    BankFields(BankProblems problems, String path, MappingNode node) {
        this.problems = problems;
        this.path = path;
        this.line = line(node);
        for (var tuple : node.getValue()) {
            var name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            if (fields.put(name, tuple.getValueNode()) != null) {
                problems.add(line(tuple.getKeyNode()), path(name), BankProblem.Rule.DUPLICATE_FIELD);
            }
        }
    }

    /** As the file has them. */
    List<String> names() {
        return List.copyOf(fields.keySet());
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    void problem(String name, BankProblem.Rule rule, Map<String, Object> facts) {
        problems.add(lineOf(name), path(name), rule, facts);
    }

    /** Reports the fields that nobody asked for; to be called last. */
    void done() {
        fields.forEach((name, node) -> {
            if (!asked.contains(name)) {
                problems.add(line(node), path(name), BankProblem.Rule.UNKNOWN_FIELD, Map.of("name", name));
            }
        });
    }

    @Nullable String text(String name) {
        var node = ask(name);
        return node == null ? null : scalar(name, node);
    }

    String requiredText(String name) {
        var text = required(name) ? text(name) : null;
        return text == null ? "" : text;
    }

    /** A text of this form; empty when it is not. */
    String requiredText(String name, String form) {
        var text = requiredText(name);
        if (text.isEmpty() || text.matches(form)) {
            return text;
        }
        problem(name, BankProblem.Rule.CODE_FORM, Map.of("value", text));
        return "";
    }

    /** Reports a missing field; true when it is there. */
    boolean required(String name) {
        asked.add(name);
        if (!fields.containsKey(name)) {
            problems.add(line, path(name), BankProblem.Rule.MISSING);
            return false;
        }
        return true;
    }

    /** Zero when it is missing or no number up to the most. */
    int requiredNumber(String name, int most) {
        var text = requiredText(name);
        if (text.isEmpty()) {
            return 0;
        }
        var number = text.matches("[1-9]\\d{0,6}") ? Integer.parseInt(text) : most + 1;
        if (number > most) {
            problem(name, BankProblem.Rule.NUMBER, Map.of("value", text, "most", most));
            return 0;
        }
        return number;
    }

    <T> @Nullable T choice(String name, Map<String, T> choices) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        var value = choices.get(text);
        if (value == null) {
            var allowed = choices.keySet().stream().sorted().toList();
            problem(name, BankProblem.Rule.CHOICE, Map.of("value", text, "allowed", allowed));
        }
        return value;
    }

    <T> @Nullable T requiredChoice(String name, Map<String, T> choices) {
        return required(name) ? choice(name, choices) : null;
    }

    /** The texts of a list; nothing when the field is absent. */
    List<String> texts(String name) {
        var node = ask(name);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            problems.add(line(node), path(name), BankProblem.Rule.NOT_A_LIST);
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            var text = scalar(name + "[" + i + "]", sequence.getValue().get(i));
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    @Nullable BankFields mapping(String name) {
        var node = ask(name);
        if (node == null) {
            return null;
        }
        if (node instanceof MappingNode mapping) {
            return new BankFields(problems, path(name), mapping);
        }
        problems.add(line(node), path(name), BankProblem.Rule.NOT_A_MAPPING);
        return null;
    }

    /** The mappings of a list; nothing when the field is absent. */
    List<BankFields> mappings(String name) {
        var node = ask(name);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            problems.add(line(node), path(name), BankProblem.Rule.NOT_A_LIST);
            return List.of();
        }
        var mappings = new ArrayList<BankFields>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            var entry = sequence.getValue().get(i);
            var entryPath = path(name) + "[" + i + "]";
            if (entry instanceof MappingNode mapping) {
                mappings.add(new BankFields(problems, entryPath, mapping));
            } else {
                problems.add(line(entry), entryPath, BankProblem.Rule.NOT_A_MAPPING);
            }
        }
        return mappings;
    }

    List<BankFields> requiredMappings(String name) {
        var mappings = required(name) ? mappings(name) : List.<BankFields>of();
        if (fields.get(name) instanceof SequenceNode list && list.getValue().isEmpty()) {
            problem(name, BankProblem.Rule.EMPTY, Map.of());
        }
        return mappings;
    }

    private @Nullable String scalar(String name, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(line(node), path(name), BankProblem.Rule.NOT_TEXT);
            return null;
        }
        var text = scalar.getValue().strip();
        if (text.isEmpty()) {
            problems.add(line(node), path(name), BankProblem.Rule.EMPTY);
            return null;
        }
        if (text.codePoints().anyMatch(BankFields::isUnstorable)) {
            problems.add(line(node), path(name), BankProblem.Rule.UNSTORABLE);
            return null;
        }
        if (text.length() > MAX_TEXT) {
            problems.add(line(node), path(name), BankProblem.Rule.TOO_LONG, Map.of("most", MAX_TEXT));
            return null;
        }
        return text;
    }

    /** Also from an escape in quotes, {@code "\0"}, which YAML allows. */
    private static boolean isUnstorable(int character) {
        return character == 0 || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }

    private @Nullable Node ask(String name) {
        asked.add(name);
        return fields.get(name);
    }

    private int lineOf(String name) {
        var node = fields.get(name);
        return node == null ? line : line(node);
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
