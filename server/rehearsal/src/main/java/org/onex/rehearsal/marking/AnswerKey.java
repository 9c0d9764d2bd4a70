package org.onex.rehearsal.marking;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.ItemBankFile;
import org.onex.rehearsal.scene.SatScript;
import tools.jackson.databind.JsonNode;

/** What is right (标准答案), read in the banks and applied by code of our own. */
final class AnswerKey {

    private final Map<String, Map<String, JsonNode>> questions = new HashMap<>();

    AnswerKey(Collection<ItemBankFile> banks) {
        for (var bank : banks) {
            var known = new HashMap<String, JsonNode>();
            bank.questions().forEach(question -> known.put(Json.text(question, "id"), question));
            questions.put(name(bank.qualification(), Json.text(bank.tree(), "level")), known);
        }
    }

    private static String name(String qualification, String level) {
        return qualification + " " + level;
    }

    /** The item or the task that an item of a paper is of; a step of a task is {@code D01-1}. */
    JsonNode question(SatScript script, JsonNode item) {
        var id = Json.text(item, "id");
        var known = questions.getOrDefault(
                name(script.run().qualification(), script.run().level()), Map.of());
        var question = known.get(id.contains("-") ? id.substring(0, id.indexOf('-')) : id);
        if (question == null) {
            throw new Unexpected(script + " was asked " + id + ", which no bank has");
        }
        return question;
    }

    /** Whether people mark it. */
    boolean isWritten(SatScript script, JsonNode item) {
        return question(script, item).has("rubric");
    }

    /** The points by rule: all or none. */
    int points(SatScript script, JsonNode item, String answer) {
        var question = question(script, item);
        var full = item.path("points").asInt(-1);
        return isRight(question, Json.text(item, "id"), answer) ? full : 0;
    }

    private static boolean isRight(JsonNode question, String item, String answer) {
        if (question.has("answer")) {
            return Json.text(question, "answer").equals(answer);
        }
        return Json.each(question.path("steps"))
                .filter(step -> item.endsWith("-" + Json.text(step, "id")))
                .anyMatch(step -> isNear(step, TypedNumber.of(answer)));
    }

    private static boolean isNear(JsonNode step, Optional<BigDecimal> typed) {
        var right = new BigDecimal(Json.text(step, "answer"));
        var tolerance = new BigDecimal(Json.text(step, "tolerance"));
        return typed.map(number -> number.subtract(right).abs().compareTo(tolerance) <= 0)
                .orElse(false);
    }

    /** What markers look for. */
    List<JsonNode> rubric(SatScript script, JsonNode item) {
        return Json.each(question(script, item).path("rubric")).toList();
    }
}
