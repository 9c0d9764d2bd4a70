package org.onex.rehearsal.marking;

import java.util.List;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Where the plan's body sees what scripts got (得分). */
final class MarkLists {

    static final String PLANS = "/api/marking/plans";
    static final String SCRIPTS = "/api/marking/scripts/";

    private final Scene scene;
    private final String body;

    MarkLists(Scene scene) {
        this.scene = scene;
        this.body = scene.data().officerOf(scene.notice());
    }

    String address() {
        return PLANS + "/" + scene.plan().code();
    }

    /**
     * How far it is, as somebody sees it.
     *
     * @throws Unexpected if they do not see it
     */
    JsonNode plan(String login) {
        return scene.all(login, PLANS).stream()
                .filter(plan ->
                        Json.text(plan.path("plan"), "code").equals(scene.plan().code()))
                .findFirst()
                .orElseThrow(() -> new Unexpected(
                        login + " does not see how far " + scene.plan().code() + " is marked"));
    }

    JsonNode plan() {
        return plan(body);
    }

    List<JsonNode> marks() {
        return scene.all(body, address() + "/marks");
    }

    List<JsonNode> works() {
        return scene.all(body, address() + "/works");
    }

    Answer open(String script) {
        return scene.center().as(body).get(SCRIPTS + script);
    }
}
