package org.onex.center.plan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.Money;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The fields of one YAML mapping, read as text with their lines. What is wrong is collected and reading goes on with null or nothing, so
 * callers check {@link NoticeProblems} at the end. Origins are inherited from the mapping around unless this one has its own.
 */
final class YamlFields {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final String PRINTED = "printed";
    private static final String ASSUMED = "assumed";

    private final NoticeProblems problems;
    private final String path;
    private final int line;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Origin> valueOrigins = new LinkedHashMap<>();
    private final @Nullable Origin origin;

    private YamlFields(NoticeProblems problems, String path, MappingNode node, @Nullable Origin inherited) {
        this.problems = problems;
        this.path = path;
        this.line = line(node);
        for (var tuple : node.getValue()) {
            var name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            if (fields.put(name, tuple.getValueNode()) != null) {
                problems.add(line(tuple.getKeyNode()), path(name), NoticeProblem.Rule.DUPLICATE_FIELD);
            }
        }
        this.origin = ownOrigin(inherited);
    }

    static YamlFields root(NoticeProblems problems, MappingNode node) {
        return new YamlFields(problems, "", node, null);
    }

    int line() {
        return line;
    }

    int lineOf(String name) {
        var node = fields.get(name);
        return node == null ? line : line(node);
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The origin of everything in this mapping; reports its absence. */
    Origin origin() {
        if (origin == null) {
            problems.add(line, path(PRINTED), NoticeProblem.Rule.ORIGIN_MISSING);
            return Origin.assumed("");
        }
        return origin;
    }

    /** Whether the reason for an assumption stands in this very mapping. */
    boolean isAssumedHere() {
        return fields.containsKey(ASSUMED);
    }

    /** The origins of single values read so far that brought their own. */
    Map<String, Origin> valueOrigins() {
        return Map.copyOf(valueOrigins);
    }

    void problem(String name, NoticeProblem.Rule rule, Map<String, Object> facts) {
        problems.add(lineOf(name), path(name), rule, facts);
    }

    /** Reports the fields that nobody asked for; to be called last. */
    void done() {
        fields.forEach((name, node) -> {
            if (!asked.contains(name) && !name.equals(PRINTED) && !name.equals(ASSUMED)) {
                problems.add(line(node), path(name), NoticeProblem.Rule.UNKNOWN_FIELD, Map.of("name", name));
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

    /** Reports a missing field; true when it is there. */
    boolean required(String name) {
        asked.add(name);
        if (!fields.containsKey(name)) {
            problems.add(line, path(name), NoticeProblem.Rule.MISSING);
            return false;
        }
        return true;
    }

    @Nullable LocalDate date(String name) {
        return parsed(name, NoticeProblem.Rule.DATE_ISO, text -> LocalDate.parse(text, DATE));
    }

    @Nullable LocalTime time(String name) {
        return parsed(name, NoticeProblem.Rule.TIME, text -> LocalTime.parse(text, TIME));
    }

    @Nullable Integer number(String name) {
        return parsed(name, NoticeProblem.Rule.NUMBER, text -> {
            if (!text.matches("[1-9]\\d{0,4}")) {
                throw new IllegalArgumentException(text);
            }
            return Integer.valueOf(text);
        });
    }

    @Nullable Money money(String name) {
        return parsed(name, NoticeProblem.Rule.MONEY, Money::parse);
    }

    boolean yes(String name) {
        return "true".equals(choice(name, Map.of("true", "true", "false", "false")));
    }

    @Nullable DateRule rule(String name) {
        return parsed(name, NoticeProblem.Rule.RULE_SYNTAX, DateRule::parse);
    }

    <T> @Nullable T choice(String name, Map<String, T> choices) {
        var text = text(name);
        return text == null ? null : chosen(name, lineOf(name), text, choices);
    }

    /** One value or a list of them; never empty when the field is right. */
    <T> List<T> choices(String name, Map<String, T> choices) {
        var chosen = new ArrayList<T>();
        for (var text : texts(name)) {
            var value = chosen(name, lineOf(name), text, choices);
            if (value != null) {
                chosen.add(value);
            }
        }
        return chosen;
    }

    /** One text or a list of texts; empty when the field is absent. */
    List<String> texts(String name) {
        var node = ask(name);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            var one = scalar(name, node);
            return one == null ? List.of() : List.of(one);
        }
        if (sequence.getValue().isEmpty()) {
            problems.add(line(node), path(name), NoticeProblem.Rule.EMPTY);
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

    /** The mapping in this field, with this one's origin unless it has its own. */
    @Nullable YamlFields mapping(String name) {
        var node = ask(name);
        if (node == null) {
            return null;
        }
        if (node instanceof MappingNode mapping) {
            return new YamlFields(problems, path(name), mapping, origin);
        }
        problems.add(line(node), path(name), NoticeProblem.Rule.NOT_A_MAPPING);
        return null;
    }

    boolean isScalar(String name) {
        return fields.get(name) instanceof ScalarNode;
    }

    /** The mappings of a list; nothing when the field is absent. */
    List<YamlFields> mappings(String name) {
        var node = ask(name);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            problems.add(line(node), path(name), NoticeProblem.Rule.NOT_A_LIST);
            return List.of();
        }
        var mappings = new ArrayList<YamlFields>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            var item = sequence.getValue().get(i);
            var itemPath = path(name) + "[" + i + "]";
            if (item instanceof MappingNode mapping) {
                mappings.add(new YamlFields(problems, itemPath, mapping, origin));
            } else {
                problems.add(line(item), itemPath, NoticeProblem.Rule.NOT_A_MAPPING);
            }
        }
        return mappings;
    }

    List<YamlFields> requiredMappings(String name) {
        var mappings = required(name) ? mappings(name) : List.<YamlFields>of();
        if (has(name) && mappings.isEmpty()) {
            problems.add(lineOf(name), path(name), NoticeProblem.Rule.EMPTY);
        }
        return mappings;
    }

    private <T> @Nullable T parsed(String name, NoticeProblem.Rule rule, Function<String, T> parser) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException | DateRule.Unreadable e) {
            problem(name, rule, Map.of("value", text));
            return null;
        }
    }

    private <T> @Nullable T chosen(String name, int at, String text, Map<String, T> choices) {
        var value = choices.get(text);
        if (value == null) {
            var allowed = choices.keySet().stream().sorted().toList();
            problems.add(at, path(name), NoticeProblem.Rule.CHOICE, Map.of("value", text, "allowed", allowed));
        }
        return value;
    }

    /** A text, or a mapping {@code {value: …, printed|assumed: …}} that brings the text's own origin. */
    private @Nullable String scalar(String name, Node node) {
        if (node instanceof ScalarNode scalar) {
            if (scalar.getValue().isBlank()) {
                problems.add(line(node), path(name), NoticeProblem.Rule.EMPTY);
                return null;
            }
            return scalar.getValue().strip();
        }
        if (node instanceof MappingNode mapping) {
            var value = new YamlFields(problems, path(name), mapping, null);
            if (value.has("value") && value.isScalar("value")) {
                valueOrigins.put(name, value.origin());
                var text = value.text("value");
                value.done();
                return text;
            }
        }
        problems.add(line(node), path(name), NoticeProblem.Rule.NOT_TEXT);
        return null;
    }

    private @Nullable Origin ownOrigin(@Nullable Origin inherited) {
        var printed = plainText(PRINTED);
        var assumed = plainText(ASSUMED);
        if (printed != null && assumed != null) {
            problems.add(lineOf(ASSUMED), path(ASSUMED), NoticeProblem.Rule.ORIGIN_TWICE);
        }
        if (assumed != null) {
            return Origin.assumed(assumed);
        }
        return printed == null ? inherited : Origin.printed(printed);
    }

    /** An origin has no origin of its own. */
    private @Nullable String plainText(String name) {
        if (has(name) && !isScalar(name)) {
            problems.add(lineOf(name), path(name), NoticeProblem.Rule.NOT_TEXT);
            return null;
        }
        return text(name);
    }

    private @Nullable Node ask(String name) {
        asked.add(name);
        return fields.get(name);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
