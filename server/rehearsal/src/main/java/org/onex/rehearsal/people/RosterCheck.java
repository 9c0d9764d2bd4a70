package org.onex.rehearsal.people;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Holds what the product says of a roster that was sent against what the roster was. */
final class RosterCheck {

    private static final Set<String> WARNINGS = Set.of("AREA_UNKNOWN", "HIDDEN_ROW");

    private final Scene scene;
    private final CollegeDesk desk;

    RosterCheck(Scene scene, CollegeDesk desk) {
        this.scene = scene;
        this.desk = desk;
    }

    /**
     * Of each row, what entering it would do, and why it cannot be entered.
     *
     * @param added how many of the right rows are of people whom the college had not entered
     */
    void preview(Roster roster, JsonNode view, long added) {
        var right = roster.right().size();
        counts(view, Map.of("added", added, "changed+unchanged", right - added, "bad", (long)
                roster.wrong().size()));
        var seen = new TreeMap<Integer, JsonNode>();
        for (var row : rows(view, "BAD")) {
            seen.put(row.path("number").asInt(0), row);
        }
        for (var i = 0; i < roster.rows().size(); i++) {
            var row = roster.rows().get(i);
            var shown = seen.remove(roster.number(i));
            row(roster, row, shown, desk.login() + " row " + roster.number(i));
        }
        seen.forEach((number, row) ->
                says(false, () -> desk.login() + " row " + number + " is refused and is no row: " + problems(row)));
    }

    private void row(Roster roster, RosterRow row, @Nullable JsonNode shown, String where) {
        var found = shown == null ? Set.<String>of() : problems(shown);
        var mistake = row.mistake();
        var expected = mistake == null ? Set.<String>of() : Set.of(mistake.column() + " " + mistake.code());
        says(
                found.equals(expected),
                () -> where + " of " + roster.form().fileName() + " was sent with " + expected + " and refused with "
                        + found);
    }

    /** What makes rows bad, as field and code. */
    private static Set<String> problems(JsonNode row) {
        return Json.each(row.path("problems"))
                .filter(problem -> !WARNINGS.contains(Json.text(problem, "code")))
                .map(problem -> Json.text(problem, "field") + " " + Json.text(problem, "code"))
                .collect(Collectors.toSet());
    }

    List<JsonNode> rows(JsonNode view, String verdict) {
        return desk.all(CollegeDesk.ROSTERS + "/" + Json.text(view, "id") + "/rows?verdict=" + verdict);
    }

    void counts(JsonNode view, Map<String, Long> expected) {
        var counts = view.path("counts");
        for (var entry : expected.entrySet()) {
            var counted = 0L;
            for (var part : entry.getKey().split("\\+")) {
                counted += counts.path(part).asLong(-1);
            }
            var found = counted;
            scene.check(
                    Claim.NOTHING_LOST,
                    found == entry.getValue(),
                    () -> desk.login() + ": " + Json.text(view, "fileName") + " has " + entry.getValue() + " "
                            + entry.getKey() + ", the product counts " + counts);
        }
    }

    private void says(boolean holds, Supplier<String> example) {
        scene.check(Claim.BAD_ROWS_SAY_WHY, holds, example);
    }
}
