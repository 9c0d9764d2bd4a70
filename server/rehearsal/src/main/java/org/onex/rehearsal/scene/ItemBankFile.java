package org.onex.rehearsal.scene;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

/**
 * An item bank of the demonstration as its writers keep it.
 *
 * @param tree what it says, every value as text
 */
public record ItemBankFile(String file, String content, JsonNode tree) {

    /** A number is no text that one could look for. */
    private static final int LONG_ENOUGH = 8;

    public String code() {
        return Json.text(tree, "code");
    }

    public String qualification() {
        return Json.text(tree, "qualification");
    }

    /** Whether it is for that qualification, by its whole name, at that level, as people call it. */
    public boolean asks(String wantedQualification, String level) {
        return qualification().equals(wantedQualification)
                && Json.text(tree, "level").equals(level);
    }

    /** The subjects that it has a blueprint for. */
    public List<String> subjects() {
        return List.copyOf(tree.path("blueprints").propertyNames());
    }

    /** The items and tasks. */
    public List<JsonNode> questions() {
        return List.of("items", "tasks").stream()
                .flatMap(part -> Json.each(tree.path(part)))
                .toList();
    }

    /** What a list of right answers (标准答案) would hold, as members of JSON: {@code "S001":"B"}. */
    public Set<String> keyed() {
        return questions().stream()
                .filter(question -> !Json.text(question, "answer").isEmpty())
                .map(question -> Json.object().put(Json.text(question, "id"), Json.text(question, "answer")))
                .map(member -> member.toString().substring(1, member.toString().length() - 1))
                .collect(Collectors.toSet());
    }

    /** Why an answer is right and what makes a good one (答案解析、评分标准), word for word: nobody who sits an exam may read it. */
    public Set<String> untold() {
        return questions().stream()
                .flatMap(question -> Stream.concat(
                        Stream.of(Json.text(question, "why")),
                        Json.each(question.path("rubric"))
                                .flatMap(rubric -> Stream.concat(
                                        Stream.of(Json.text(rubric, "criterion")),
                                        Json.texts(rubric.path("levels")).stream()))))
                .map(String::strip)
                .filter(text -> text.length() >= LONG_ENOUGH)
                .collect(Collectors.toSet());
    }
}
