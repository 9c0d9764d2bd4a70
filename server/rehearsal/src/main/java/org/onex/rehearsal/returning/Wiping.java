package org.onex.rehearsal.returning;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.onex.rehearsal.dispatch.Technician;
import org.onex.rehearsal.dispatch.Venue;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** A technician has the node of each site forget what has come back (清除数据): not while something may still come late, then for good. */
final class Wiping {

    private static final String ENROLMENT = "/api/courier/enrolment";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** Longer than anything may come late, whatever extensions were given. */
    private static final Duration LONG_AFTER = Duration.ofHours(30);

    private final Scene scene;
    private final List<Venue> venues;
    private long wiped;

    Wiping(Scene scene, List<Venue> venues) {
        this.scene = scene;
        this.venues = venues;
    }

    /** How many bundles were forgotten. */
    long play() {
        venues.forEach(venue -> bundles(venue).forEach(bundle -> tooEarly(venue, bundle)));
        var last = venues.stream()
                .flatMap(venue -> venue.slots().values().stream())
                .flatMap(List::stream)
                .map(place -> place.spot().closes())
                .max(OffsetDateTime::compareTo);
        if (last.isPresent()) {
            scene.center().advanceTo(last.get().plus(LONG_AFTER));
            venues.forEach(venue -> awaitWipeable(venue).forEach(bundle -> forget(venue, bundle)));
        }
        return wiped;
    }

    private Technician technician(Venue venue) {
        return new Technician(
                scene.nodes().of(venue.site()).orElseThrow(() -> new Unexpected("the site " + venue + " has no node")));
    }

    private List<JsonNode> bundles(Venue venue) {
        var enrolment = technician(venue).get(ENROLMENT).orFail();
        return Json.each(enrolment.path("bundles")).toList();
    }

    private static String wiping(JsonNode bundle) {
        return "/api/courier/bundles/" + Json.text(bundle, "bundle") + "/wiping";
    }

    /** All is returned; only what comes late keeps it. */
    private void tooEarly(Venue venue, JsonNode bundle) {
        var returned = bundle.path("returned");
        var scripts = scene.books().scripts().stream()
                .filter(script -> script.run().site().equals(venue.site()))
                .count();
        keeps(
                returned.path("due").asBoolean(false)
                        && returned.path("record").asBoolean(false)
                        && returned.path("scripts").asLong(-1)
                                == returned.path("receipts").asLong(-2)
                        && returned.path("scripts").asLong(-1) <= scripts
                        && !returned.path("wipeable").asBoolean(true)
                        && returned.path("problem").isNull(),
                "at " + venue + " " + scripts + " scripts were handed in and all came back, its node says " + returned);
        var technician = technician(venue);
        var nobody = technician.postAsNobody(wiping(bundle), "");
        refused("somebody without the technician's code", nobody, 401, "courier.not-the-technician");
        refused(
                "the technician before anything late can come",
                technician.post(wiping(bundle), ""),
                409,
                "courier.late-sync-open");
    }

    /** The node's clock follows the centre's. */
    private List<JsonNode> awaitWipeable(Venue venue) {
        var give = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var bundles = bundles(venue);
            if (bundles.stream()
                    .allMatch(bundle -> bundle.path("returned").path("wipeable").asBoolean(false))) {
                return bundles;
            }
            if (System.nanoTime() > give) {
                keeps(false, "all of " + venue + " came back long ago, its node says " + bundles);
                return List.of();
            }
            ReturnStage.pause();
        }
    }

    private void forget(Venue venue, JsonNode bundle) {
        var technician = technician(venue);
        var unknown = technician.post(
                "/api/courier/bundles/" + Json.text(bundle, "bundle").replaceAll("\\d", "9") + "/wiping", "");
        refused("the technician of what is not there", unknown, 404, "courier.bundle-unknown");
        var answer = technician.post(wiping(bundle), "");
        keeps(answer.status() == 204, "all of " + venue + " came back, its technician has it forgotten, " + answer);
        var again = technician.post(wiping(bundle), "");
        keeps(again.status() == 204, "what was forgotten at " + venue + " is forgotten again, " + again);
        wiped++;
    }

    private void refused(String who, Answer answer, int status, String code) {
        scene.check(
                Claim.NODES_KEEP_WHAT_IS_NOT_RETURNED,
                answer.isProblem(status, code),
                () -> who + " has an exam forgotten, expected " + code + ", " + answer);
    }

    private void keeps(boolean holds, String example) {
        scene.check(Claim.NODES_KEEP_WHAT_IS_NOT_RETURNED, holds, () -> example);
    }
}
