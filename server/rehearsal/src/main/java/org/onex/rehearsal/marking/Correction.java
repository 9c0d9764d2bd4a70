package org.onex.rehearsal.marking;

import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.ExamBooks;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** A marker takes back a text that they have marked, and gives other points for it (改分). */
public final class Correction {

    private final Scene scene;

    public Correction(Scene scene) {
        this.scene = scene;
    }

    /** What the marker sees of it. */
    static JsonNode read(Scene scene, ExamBooks.Slip slip) {
        return scene.center().as(slip.marker()).get(address(slip)).orFail();
    }

    private static String address(ExamBooks.Slip slip) {
        return MarkLists.SCRIPTS + slip.attempt() + "/works/" + slip.item();
    }

    /** What the text deserved; the books say so from now on. */
    public void correct(ExamBooks.Slip slip) {
        var before = sum(read(scene, slip).path("points"));
        give(slip, slip.points());
        var total = scene.books().points(slip.attempt()).orElse(0);
        scene.books().mark(slip.attempt(), total - before + sum(slip.points()));
    }

    /** Other points for a moment, and then the right ones again. */
    public void waver(ExamBooks.Slip slip) {
        var none = Json.object();
        slip.points().propertyNames().forEach(criterion -> none.put(criterion, 0));
        give(slip, none);
        give(slip, slip.points());
    }

    void give(ExamBooks.Slip slip, JsonNode points) {
        var version = read(scene, slip).path("work").path("version").asInt(-1);
        var judgement = Json.object().put("version", version).put("remark", "");
        judgement.set("points", points);
        scene.center().as(slip.marker()).send("PUT", address(slip), judgement).orFail();
    }

    private static int sum(JsonNode points) {
        return points.values().stream().mapToInt(one -> one.asInt(0)).sum();
    }
}
