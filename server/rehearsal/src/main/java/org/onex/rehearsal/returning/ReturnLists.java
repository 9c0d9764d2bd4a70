package org.onex.rehearsal.returning;

import java.util.List;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Where the plan's body sees what has come back (答卷回收). */
final class ReturnLists {

    static final String PLANS = "/api/script/plans";
    static final String SCRIPTS = "/api/script/scripts/";

    private final Scene scene;
    private final String body;

    ReturnLists(Scene scene) {
        this.scene = scene;
        this.body = scene.data().officerOf(scene.notice());
    }

    /** One for each site and slot. */
    List<JsonNode> sites() {
        return list("/returns");
    }

    List<JsonNode> doubts() {
        return list("/doubts");
    }

    List<JsonNode> doubts(String kind) {
        return doubts().stream()
                .filter(doubt -> Json.text(doubt, "kind").equals(kind))
                .toList();
    }

    List<JsonNode> incidents() {
        return list("/incidents");
    }

    private List<JsonNode> list(String what) {
        return scene.all(body, address() + what);
    }

    String address() {
        return PLANS + "/" + scene.plan().code();
    }

    /** The plan in the list of plans. */
    JsonNode plan() {
        return scene.all(body, PLANS).stream()
                .filter(plan ->
                        Json.text(plan.path("plan"), "code").equals(scene.plan().code()))
                .findFirst()
                .orElseThrow(() -> new Unexpected(body + " does not see what comes back of "
                        + scene.plan().code()));
    }

    /** Gives up what a server has not returned. */
    Answer giveUp(JsonNode site, JsonNode node, String reason) {
        var waiver = "/returns/" + Json.text(site, "bundle") + "/nodes/" + Json.text(node, "id") + "/waiver";
        return scene.center()
                .as(body)
                .send("POST", address() + waiver, Json.object().put("reason", reason));
    }

    /** The script of an attempt, as it counts. */
    Answer open(String attempt) {
        return scene.center().as(body).get(SCRIPTS + attempt);
    }

    /** A script as one node has sent it. */
    Answer open(String attempt, String node) {
        return scene.center().as(body).get(SCRIPTS + attempt + "?node=" + node);
    }

    /**
     * Says which one counts.
     *
     * @param node whose
     */
    Answer decide(String attempt, String node, int revision, String reason) {
        var decision = Json.object().put("node", node).put("revision", revision).put("reason", reason);
        return scene.center().as(body).send("POST", SCRIPTS + attempt + "/decision", decision);
    }
}
