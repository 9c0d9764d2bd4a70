package org.onex.rehearsal.marking;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;
import tools.jackson.databind.JsonNode;

/** What has one right answer is scored by itself; two markers take every text, and whoever adds it all up again comes to the same. */
public final class MarkingStage implements Stage {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long LOOK_AGAIN_MS = 200;

    @Override
    public Step step() {
        return Step.MARKING;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        var counts = new LinkedHashMap<String, Long>();
        List.of("scripts", "works", "points by rule", "points by people").forEach(counted -> counts.put(counted, 0L));
        var scripts = scene.books().scripts();
        if (scripts.isEmpty()) {
            return counts; // nothing was sat
        }
        var lists = new MarkLists(scene);
        var key = new AnswerKey(scene.data().banksOf(scene.notice()));
        awaitScored(lists, scripts.size());
        new MarkStrangers(scene, lists).play();
        var desk = new MarkerDesks(scene, lists, key);
        var given = desk.play();
        counts.put("scripts", (long) scripts.size());
        counts.put("works", (long) given.size());
        var plan = lists.plan();
        scene.check(
                Claim.POINTS_RECOMPUTED,
                plan.path("works").asInt(-1) == given.size()
                        && plan.path("marked").asInt(-1) == given.size(),
                () -> "markers were given " + given.size() + " texts, the plan says " + plan);
        new PointsCheck(scene, lists, key, given).play(counts);
        new PlantedSlip(scene, given, desk.takers()).plant();
        return counts;
    }

    private static JsonNode awaitScored(MarkLists lists, int scripts) {
        var give = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var plan = lists.plan();
            if (plan.path("scripts").asInt(-1) == scripts && plan.path("scored").asInt(-1) == scripts) {
                return plan;
            }
            if (System.nanoTime() > give) {
                throw new Unexpected(scripts + " scripts were returned, of which are scored: " + plan + " "
                        + lists.marks().stream()
                                .filter(mark -> !Json.text(mark, "problem").isEmpty())
                                .limit(2)
                                .toList());
            }
            try {
                Thread.sleep(LOOK_AGAIN_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unexpected("interrupted", e);
            }
        }
    }
}
