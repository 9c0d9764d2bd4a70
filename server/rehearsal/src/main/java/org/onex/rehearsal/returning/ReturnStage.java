package org.onex.rehearsal.returning;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onex.rehearsal.dispatch.Venue;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.SatScript;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;
import org.onex.rehearsal.seating.SeatLists;
import tools.jackson.databind.JsonNode;

/**
 * The nodes send by themselves what they have; it is compared with what the candidates' own machines know, somebody forges, a person decides,
 * and the nodes forget.
 */
public final class ReturnStage implements Stage {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long LOOK_AGAIN_MS = 200;

    @Override
    public Step step() {
        return Step.RETURN;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        var counts = new LinkedHashMap<String, Long>();
        List.of("sites", "scripts", "answers", "absent", "late", "forged", "wiped")
                .forEach(counted -> counts.put(counted, 0L));
        if (scene.nodes().all().isEmpty()) {
            return counts; // nothing was dispatched
        }
        var lists = new ReturnLists(scene);
        var givenUp = new GivenUp(scene, lists);
        var late = scene.books().scripts().stream().filter(SatScript::isLate).count();
        counts.put("sites", (long) awaitAll(lists, givenUp, late).size());
        var check = new ReturnedCheck(scene, lists);
        check.play(counts);
        new ReturnStrangers(scene, lists).play();
        var venues = Venue.of(scene, new SeatLists(scene).places());
        counts.put("forged", new ForgedReturns(scene, lists, venues).play());
        awaitAll(lists, givenUp, late);
        check.scripts(counts);
        counts.put("wiped", new Wiping(scene, venues).play());
        return counts;
    }

    /**
     * Until everything is back, as the list of returns says.
     *
     * @param late how many scripts have something that came late, which is returned a second time
     */
    private static List<JsonNode> awaitAll(ReturnLists lists, GivenUp givenUp, long late) {
        var give = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            givenUp.settle();
            var sites = lists.sites();
            if (!sites.isEmpty()
                    && sites.stream().allMatch(site -> Json.text(site, "state").equals("COMPLETE"))
                    && lists.doubts("LATE").size() >= late) {
                return sites;
            }
            if (System.nanoTime() > give) {
                throw new Unexpected("not everything has come back: " + sites);
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }
}
