package org.onex.rehearsal.registration;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.IdNumbers;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Holds what the product says of a workbook against what was in it. */
final class BatchCheck {

    private static final Pattern ROW = Pattern.compile("^第 (\\d+) 行");

    private static final Set<String> WARNINGS = Set.of("AREA_UNKNOWN", "HIDDEN_ROW");

    private final Scene scene;
    private final RegistrationDesk desk;

    BatchCheck(Scene scene, RegistrationDesk desk) {
        this.scene = scene;
        this.desk = desk;
    }

    /** Of each row, whether it can be entered, and why not. */
    void check(Batch batch, JsonNode view) {
        counts(view, "bad", batch.refused().size());
        var shown = new HashMap<Integer, Set<String>>();
        desk.rows(view, "BAD").forEach(row -> shown.put(row.path("number").asInt(0), problems(row)));
        for (var i = 0; i < batch.rows().size(); i++) {
            var number = batch.number(i);
            var expected = batch.rows().get(i).refusals();
            Set<String> found = shown.containsKey(number) ? shown.remove(number) : Set.of();
            scene.check(
                    Claim.BAD_ROWS_SAY_WHY,
                    found.equals(expected),
                    () -> desk.login() + " row " + number + " of " + Json.text(view, "fileName") + " was sent with "
                            + expected + " and refused with " + found);
        }
        scene.check(
                Claim.BAD_ROWS_SAY_WHY,
                shown.isEmpty(),
                () -> desk.login() + ": rows that nobody sent are refused: " + shown);
    }

    static Set<String> problems(JsonNode row) {
        return Json.each(row.path("problems"))
                .filter(problem -> !WARNINGS.contains(Json.text(problem, "code")))
                .map(problem -> Json.text(problem, "field") + " " + Json.text(problem, "code"))
                .collect(Collectors.toSet());
    }

    void counts(JsonNode view, String counted, long expected) {
        var found = view.path("counts").path(counted).asLong(-1);
        scene.check(
                Claim.NOTHING_LOST,
                found == expected,
                () -> desk.login() + ": " + Json.text(view, "fileName") + " has " + expected + " rows " + counted
                        + ", the product counts " + view.path("counts"));
    }

    /** The rows that come back are those that were refused, each with a sentence about the right column. */
    void badRows(Batch batch, JsonNode view) {
        var back = desk.badRows(view);
        scene.check(
                Claim.NOTHING_LOST,
                back.rows().size() == batch.refused().size(),
                () -> desk.login() + ": " + batch.refused().size() + " rows are bad and "
                        + back.rows().size() + " came back");
        for (var row : back.rows()) {
            var reason = row.getLast();
            scene.check(
                    Claim.BAD_ROWS_SAY_WHY,
                    saysWhy(batch, reason),
                    () -> desk.login() + ": a row came back with the reason: " + IdNumbers.withoutNumbers(reason));
        }
    }

    private static boolean saysWhy(Batch batch, String reason) {
        var number = ROW.matcher(reason);
        var sent = number.find() ? batch.at(Integer.parseInt(number.group(1))) : null;
        return sent != null
                && !sent.isTaken()
                && sent.refusals().stream()
                        .map(refusal -> Field.valueOf(refusal.substring(0, refusal.indexOf(' '))))
                        .allMatch(field -> reason.contains(field.heading() + "："));
    }

    /** What an entered row became, by its number. */
    static Map<Integer, Boolean> entered(Iterable<JsonNode> rows) {
        var entered = new HashMap<Integer, Boolean>();
        rows.forEach(row ->
                entered.put(row.path("number").asInt(0), row.path("entered").asBoolean(false)));
        return entered;
    }
}
