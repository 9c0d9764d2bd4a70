package org.onex.rehearsal.marking;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.SatScript;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Adds up again what every script got, item by item, from the acknowledged answers, the banks, and what the markers gave. */
final class PointsCheck {

    private final Scene scene;
    private final MarkLists lists;
    private final AnswerKey key;
    private final Map<String, Integer> given;

    /**
     * @param given by markers, by script and item
     */
    PointsCheck(Scene scene, MarkLists lists, AnswerKey key, Map<String, Integer> given) {
        this.scene = scene;
        this.lists = lists;
        this.key = key;
        this.given = given;
    }

    /** What a script gets. */
    private record Sum(int objective, int written, int full) {

        Sum with(boolean byPeople, int points, int of) {
            return new Sum(objective + (byPeople ? 0 : points), written + (byPeople ? points : 0), full + of);
        }
    }

    void play(Map<String, Long> counts) {
        var marks = lists.marks().stream()
                .collect(Collectors.toMap(mark -> Json.text(mark, "script"), Function.identity(), (one, other) -> one));
        var scripts = scene.books().scripts();
        same(
                marks.keySet().equals(scripts.stream().map(SatScript::attempt).collect(Collectors.toSet())),
                scripts.size() + " scripts were sat, " + marks.size() + " have marks, and they are not the same");
        for (var script : scripts) {
            var sum = items(script, lists.open(script.attempt()).orFail());
            scene.books().mark(script.attempt(), sum.objective() + sum.written());
            counts.merge("points by rule", (long) sum.objective(), Long::sum);
            counts.merge("points by people", (long) sum.written(), Long::sum);
            total(script, sum, marks.getOrDefault(script.attempt(), Json.object()));
        }
    }

    private void total(SatScript script, Sum sum, JsonNode mark) {
        same(
                Json.text(mark, "state").equals("MARKED")
                        && mark.path("objective").asInt(-1) == sum.objective()
                        && mark.path("written").asInt(-1) == sum.written()
                        && mark.path("total").asInt(-1) == sum.objective() + sum.written()
                        && mark.path("full").asInt(-1) == sum.full(),
                script + " gets " + sum + ", listed is " + mark);
    }

    /** Every item that was asked and no other. */
    private Sum items(SatScript script, JsonNode opened) {
        var listed = Json.each(opened.path("items"))
                .collect(Collectors.toMap(item -> Json.text(item, "item"), Function.identity()));
        same(
                listed.keySet()
                        .equals(script.items().stream()
                                .map(item -> Json.text(item, "id"))
                                .collect(Collectors.toSet())),
                script + " was asked " + script.items().size() + " items, marked are " + listed.keySet());
        var sum = new Sum(0, 0, 0);
        for (var item : script.items()) {
            var id = Json.text(item, "id");
            var answer = script.counting().answers().getOrDefault(id, "");
            var full = item.path("points").asInt(-1);
            var byPeople = key.isWritten(script, item);
            var points = byPeople
                    ? given.getOrDefault(MarkerDesks.name(script.attempt(), id), 0)
                    : key.points(script, item, answer);
            item(script, listed.getOrDefault(id, Json.object()), new Expected(id, answer, points, full, byPeople));
            sum = sum.with(byPeople, points, full);
        }
        return sum;
    }

    private record Expected(String item, String answer, int points, int full, boolean written) {}

    private void item(SatScript script, JsonNode listed, Expected expected) {
        var byPerson = given.containsKey(MarkerDesks.name(script.attempt(), expected.item()));
        same(
                listed.path("points").asInt(-1) == expected.points()
                        && listed.path("full").asInt(-1) == expected.full()
                        && Json.text(listed, "by").equals(byPerson ? "PERSON" : "RULE")
                        && (byPerson || expected.answer().isBlank() || !expected.written()),
                script + " answered “" + expected.answer() + "” to " + expected.item() + " and gets "
                        + expected.points() + ", marked is " + listed.path("points") + " by " + listed.path("by"));
        scene.check(
                Claim.ACKNOWLEDGED_COUNTS,
                Json.text(listed, "answer").equals(expected.answer()),
                () -> "marked of " + script + " " + expected.item() + " was “" + Json.text(listed, "answer")
                        + "”, acknowledged “" + expected.answer() + "”");
    }

    private void same(boolean holds, String example) {
        scene.check(Claim.POINTS_RECOMPUTED, holds, () -> example);
    }
}
