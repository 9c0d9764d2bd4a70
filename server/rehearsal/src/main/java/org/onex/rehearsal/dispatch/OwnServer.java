package org.onex.rehearsal.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.SiteNode;
import tools.jackson.databind.JsonNode;

/** The real server of a site, in front of which a technician stands with a code: it enrols, fetches by itself and installs. */
final class OwnServer {

    private static final String ENROLMENT = "/api/courier/enrolment";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_AGAIN_MS = 200;

    private final Scene scene;
    private final Venue venue;
    private final SiteNode node;
    private final Technician technician;
    private final DispatchDesk college;
    private String id = "";

    private OwnServer(Scene scene, Venue venue, SiteNode node) {
        this.scene = scene;
        this.venue = venue;
        this.node = node;
        this.technician = new Technician(node);
        this.college = new DispatchDesk(scene, venue.college());
    }

    /** Starts it; it answers some time later. */
    static OwnServer launch(Scene scene, Venue venue) {
        return new OwnServer(
                scene, venue, scene.nodes().launch(venue.site(), scene.center().address()));
    }

    /** A wrong code first, then the right one in lower case, as people type. */
    void enrol() {
        node.awaitAnswer();
        var nobody = technician.getAsNobody(ENROLMENT);
        found(
                nobody.isProblem(401, "courier.not-the-technician"),
                "somebody without the technician's code looks at the node, " + nobody);
        var wrong = enrol("00000-00000-00000-00000");
        found(wrong.isProblem(422, "courier.code-wrong"), "the node enrols by a wrong code, " + wrong);
        var shown = new NodeDesk(scene, venue.college()).askCode(venue).orFail();
        var enrolled = enrol(Json.text(shown, "code").toLowerCase(Locale.ROOT)).orFail();
        scene.center().traffic().changeAccepted();
        id = Json.text(enrolled, "node");
        found(
                Json.text(enrolled.path("site"), "id").equals(venue.site())
                        && Json.text(enrolled.path("site"), "name").equals(venue.name()),
                "the server of " + venue + " enrolled as " + enrolled);
    }

    private Answer enrol(String code) {
        var body = Json.object()
                .put("center", scene.center().address().toString())
                .put("code", code)
                .put("name", "演练考点服务器");
        return technician.post(ENROLMENT, body.toString());
    }

    /**
     * Waits until it has told the centre that it installed every bundle as it is now; then it must have the sessions.
     *
     * @param expected level and subject of everything that is sat there
     */
    void installed(Set<String> expected) {
        var give = System.nanoTime() + PATIENCE.toNanos();
        while (!waiting().isEmpty()) {
            if (System.nanoTime() > give) {
                throw new Unexpected("the server of " + venue + " has not installed " + waiting() + ", it says "
                        + technician.get(ENROLMENT).body());
            }
            pause();
        }
        var there = Json.each(
                        technician.getAsNobody("/api/sitting/sessions").orFail().path("sessions"))
                .filter(session -> !session.path("practice").asBoolean(false))
                .map(session -> Json.text(session, "level") + " " + Json.text(session, "subject"))
                .collect(Collectors.toSet());
        found(there.equals(expected), "at " + venue + " are sat " + expected + ", its server has " + there);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }

    /** Bundles that this node has not installed as they are now. */
    private List<String> waiting() {
        return college.bundles(venue).stream()
                .filter(bundle -> Json.each(bundle.path("nodes"))
                        .filter(one -> Json.text(one, "id").equals(id))
                        .noneMatch(one -> Json.text(one, "state").equals("INSTALLED")
                                && one.path("version").asInt(-1)
                                        == bundle.path("version").asInt(0)))
                .map(bundle -> bundle.path("slot") + " " + nodeOf(bundle))
                .toList();
    }

    /**
     * Waits until it has fetched the keys that are given out, as the centre counts.
     *
     * @param expected how many
     */
    void fetchesKeys(long expected) {
        var give = System.nanoTime() + PATIENCE.toNanos();
        while (keys() < expected && System.nanoTime() < give) {
            pause();
        }
        var fetched = keys();
        found(
                fetched == expected,
                "the server of " + venue + " needs " + expected + " keys and has fetched " + fetched);
    }

    private long keys() {
        return college.bundles(venue).stream()
                .flatMap(bundle -> Json.each(bundle.path("nodes")))
                .filter(one -> Json.text(one, "id").equals(id))
                .mapToLong(one -> one.path("keys").asLong(0))
                .sum();
    }

    private String nodeOf(JsonNode bundle) {
        return Json.each(bundle.path("nodes"))
                .filter(one -> Json.text(one, "id").equals(id))
                .map(JsonNode::toString)
                .collect(Collectors.joining());
    }

    private void found(boolean holds, String example) {
        scene.check(Claim.NODES_INSTALL, holds, () -> example);
    }
}
