package org.onex.rehearsal.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;
import tools.jackson.databind.JsonNode;

/** Holds listed results against what everybody must have got. */
final class ResultCheck {

    private final Scene scene;
    private final ResultDesk desk;

    ResultCheck(Scene scene, ResultDesk desk) {
        this.scene = scene;
        this.desk = desk;
    }

    /** Everybody's, and what the sheet counts of them. */
    Map<String, Long> everybody() {
        var standing = Standing.now(scene);
        var rows = desk.results();
        people(rows, standing.places());
        var counted = new HashMap<String, Long>();
        for (var place : standing.places()) {
            var row = row(rows, place);
            lines(row, standing, place);
            counted.merge(standing.isPassed(place) ? "passed" : "failed", 1L, Long::sum);
            standing.lines(place).forEach(line -> counted.merge(line.status(), 1L, Long::sum));
        }
        var sheet = desk.sheet();
        scene.check(
                Claim.NOTHING_LOST,
                sheet.path("people").asLong(-1) == standing.places().size()
                        && is(sheet, "passed", counted.get("passed"))
                        && is(sheet, "failed", counted.get("failed"))
                        && is(sheet, "absent", counted.get("ABSENT"))
                        && is(sheet, "voided", counted.get("VOID"))
                        && is(sheet, "lost", counted.get("LOST")),
                () -> "of " + standing.places().size() + " people there are " + counted + ", the sheet counts "
                        + sheet);
        return counted;
    }

    private static boolean is(JsonNode sheet, String field, @Nullable Long counted) {
        return sheet.path(field).asLong(-1) == (counted == null ? 0 : counted);
    }

    /** Each registration once, and nobody else. */
    private void people(List<JsonNode> rows, List<Place> places) {
        var listed = rows.stream().map(row -> Json.text(row, "ticket")).sorted().toList();
        var seated =
                places.stream().map(place -> place.guest().ticket()).sorted().toList();
        var entries = rows.stream().mapToInt(row -> row.path("entries").size()).sum();
        scene.check(
                Claim.ENTRIES_PER_SUBJECT,
                listed.equals(seated) && entries == 2 * seated.size(),
                () -> seated.size() + " are registered, there are " + listed.size() + " results with " + entries
                        + " entries");
    }

    static JsonNode row(List<JsonNode> rows, Place place) {
        return rows.stream()
                .filter(row -> Json.text(row, "ticket").equals(place.guest().ticket()))
                .findFirst()
                .orElse(Json.object());
    }

    private void lines(JsonNode row, Standing standing, Place place) {
        var expected = standing.lines(place);
        for (var line : expected) {
            var entry = entry(row, line.subject());
            var isRight = Json.text(entry, "status").equals(line.status())
                    && entry.path("score").asInt(-1) == line.score()
                    && entry.path("full").asInt(-1) == Standing.FULL;
            scene.check(claim(line), isRight, () -> place + " must have " + line + " and has " + entry);
        }
        scene.check(
                Claim.PASSED_BY_RULE,
                Json.text(row, "outcome").equals(standing.isPassed(place) ? "PASSED" : "FAILED"),
                () -> place + " with " + expected + " is listed as " + Json.text(row, "outcome"));
        scene.check(
                Claim.NUMBERS_ARE_MASKED,
                Json.text(row, "idNumber").equals(place.guest().maskedNumber()),
                () -> "the result of " + place + " shows another number than "
                        + place.guest().maskedNumber());
    }

    private static Claim claim(Standing.Line line) {
        return switch (line.status()) {
            case "ABSENT" -> Claim.ABSENT_IS_ABSENT;
            case "VOID" -> Claim.RULE_BREAKERS_GET_NOTHING;
            default -> Claim.SCORES_RECOMPUTED;
        };
    }

    static JsonNode entry(JsonNode row, String subject) {
        return Json.each(row.path("entries"))
                .filter(entry -> Json.text(entry, "subject").equals(subject))
                .findFirst()
                .orElse(Json.object());
    }
}
