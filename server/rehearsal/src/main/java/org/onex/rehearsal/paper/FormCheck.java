package org.onex.rehearsal.paper;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.ItemBankFile;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Holds the two forms of a paper against the file of the bank: what the blueprint wants, nothing twice, 100 points, equal difficulty. */
final class FormCheck {

    private static final int FULL_MARKS = 100;

    private final Scene scene;
    private final Map<String, JsonNode> questions = new HashMap<>();
    private final JsonNode blueprint;

    FormCheck(Scene scene, ItemBankFile bank, String subject) {
        this.scene = scene;
        bank.questions().forEach(question -> questions.put(Json.text(question, "id"), question));
        this.blueprint = bank.tree().path("blueprints").path(subject);
    }

    /** Whatever the product says of the forms is recomputed from the file. */
    void check(JsonNode a, JsonNode b) {
        var sections = Json.each(blueprint.path("sections")).toList();
        for (int i = 0; i < sections.size(); i++) {
            var wanted = sections.get(i);
            var ofA = asked(a, i);
            var ofB = asked(b, i);
            var count = number(wanted, "count");
            check(ofA.size() == count && ofB.size() == count, wanted, "has not as many as the blueprint wants");
            check(
                    new HashSet<>(ofA).size() == ofA.size() && new HashSet<>(ofB).size() == ofB.size(),
                    wanted,
                    "repeats");
            check(shared(ofA, ofB).size() == forced(wanted), wanted, "shares " + shared(ofA, ofB));
            check(Math.abs(difficulty(ofA) - difficulty(ofB)) <= 1, wanted, "is harder in one form");
        }
        for (var form : List.of(a, b)) {
            var points = points(form, sections);
            check(points == FULL_MARKS, form, "is out of " + points);
        }
    }

    private void check(boolean holds, JsonNode where, String what) {
        scene.check(Claim.FORMS_ARE_EQUAL, holds, () -> Json.text(where, "title") + " " + what);
    }

    private static List<String> asked(JsonNode form, int section) {
        return Json.each(form.path("sections").path(section).path("questions"))
                .map(question -> Json.text(question, "id"))
                .toList();
    }

    private static Set<String> shared(List<String> one, List<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    /** Only where the bank has not enough. */
    private int forced(JsonNode wanted) {
        var type = Json.text(wanted, "type");
        var has = questions.values().stream()
                .filter(question -> Json.text(question, "type").equals(type))
                .count();
        return (int) Math.max(0, 2L * number(wanted, "count") - has);
    }

    private int difficulty(List<String> asked) {
        return asked.stream()
                .mapToInt(id -> questions.containsKey(id) ? number(questions.get(id), "difficulty") : 0)
                .sum();
    }

    private int points(JsonNode form, List<JsonNode> sections) {
        var sum = 0;
        for (int i = 0; i < sections.size(); i++) {
            var each = number(sections.get(i), "points");
            for (var id : asked(form, i)) {
                sum += each > 0 ? each : ofTask(id);
            }
        }
        return sum;
    }

    private int ofTask(String id) {
        var task = questions.get(id);
        return task == null
                ? 0
                : List.of("steps", "rubric").stream()
                        .flatMap(part -> Json.each(task.path(part)))
                        .mapToInt(part -> number(part, "points"))
                        .sum();
    }

    /** Zero when it is not there. */
    private static int number(JsonNode node, String field) {
        var text = Json.text(node, field);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
}
