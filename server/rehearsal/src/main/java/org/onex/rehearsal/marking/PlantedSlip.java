package org.onex.rehearsal.marking;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.ExamBooks;
import org.onex.rehearsal.scene.SatScript;
import org.onex.rehearsal.scene.Scene;

/** A marker gives nothing for a text by mistake (误判), best one that somebody passes with; nobody notices before the results are public. */
final class PlantedSlip {

    private static final int ENOUGH = 60;
    private static final int SUBJECTS = 2;

    private final Scene scene;
    private final Map<String, Integer> given;
    private final Map<String, String> takers;

    /**
     * @param given  by markers, by script and item
     * @param takers who gave it
     */
    PlantedSlip(Scene scene, Map<String, Integer> given, Map<String, String> takers) {
        this.scene = scene;
        this.given = given;
        this.takers = takers;
    }

    void plant() {
        given.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .filter(one -> !isStruck(attempt(one.getKey())))
                .max(Comparator.comparingInt(
                                (Map.Entry<String, Integer> one) -> harm(attempt(one.getKey()), one.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .ifPresent(one -> plant(one.getKey(), one.getValue()));
    }

    private static String attempt(String place) {
        return place.substring(0, place.indexOf(' '));
    }

    private static String item(String place) {
        return place.substring(place.indexOf(' ') + 1);
    }

    /** Whoever admits cheating has no score that anybody could correct. */
    private boolean isStruck(String attempt) {
        var ticket = scene.books().script(attempt).orElseThrow().run().ticket();
        return scene.books().scripts().stream()
                .filter(script -> isOf(script, ticket))
                .anyMatch(script -> scene.books().isCaught(script.attempt()));
    }

    /** How much depends on it: most if they have passed everything, did nothing that is ruled on, and would not pass without it. */
    private int harm(String attempt, int points) {
        var total = total(attempt);
        var ticket = scene.books().script(attempt).orElseThrow().run().ticket();
        var passed = scene.books().scripts().stream()
                .filter(script -> isOf(script, ticket))
                .filter(script -> total(script.attempt()) >= ENOUGH)
                .count();
        var isSpotless = scene.books().incidents().stream()
                .flatMap(incident -> scene.books().script(incident.attempt()).stream())
                .noneMatch(script -> isOf(script, ticket));
        var isDecisive = total >= ENOUGH && total - points < ENOUGH;
        return (isSpotless ? 4 : 0) + (isDecisive && passed == SUBJECTS ? 2 : 0) + (isDecisive ? 1 : 0);
    }

    private int total(String attempt) {
        return scene.books().points(attempt).orElse(0);
    }

    private static boolean isOf(SatScript script, String ticket) {
        return script.run().ticket().equals(ticket);
    }

    private void plant(String place, int points) {
        var marker = Objects.requireNonNull(takers.get(place));
        var slip = new ExamBooks.Slip(marker, attempt(place), item(place), Json.object());
        var before = Correction.read(scene, slip);
        var none = Json.object();
        before.path("rubric").values().forEach(criterion -> none.put(Json.text(criterion, "id"), 0));
        new Correction(scene).give(slip, none);
        scene.books().add(new ExamBooks.Slip(marker, slip.attempt(), slip.item(), before.path("points")));
        scene.books().mark(slip.attempt(), total(slip.attempt()) - points);
    }
}
