package org.onex.rehearsal.result;

import java.util.List;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.BackgroundWork;
import org.onex.rehearsal.scene.Http;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Where the two exam officers of the plan's body work on its results (成绩管理). */
final class ResultDesk {

    static final String PLANS = "/api/result/plans";
    static final String REVIEWS = "/api/result/reviews";

    private final Scene scene;
    private final String first;
    private final String second;

    ResultDesk(Scene scene) {
        this.scene = scene;
        var officers = scene.data().officersOf(scene.notice());
        if (officers.size() < 2) {
            throw new Unexpected("results are approved by two people; there are only " + officers);
        }
        first = officers.get(0);
        second = officers.get(1);
    }

    String first() {
        return first;
    }

    String second() {
        return second;
    }

    Http as(String login) {
        return scene.center().as(login);
    }

    String address() {
        return PLANS + "/" + scene.plan().code();
    }

    /** How far it is, as somebody sees it. */
    JsonNode sheet(String login) {
        return as(login).get(address()).orFail();
    }

    JsonNode sheet() {
        return sheet(first);
    }

    String state() {
        return Json.text(sheet(), "state");
    }

    /** None for a college that has registered nobody: it has nothing to do with the plan. */
    List<JsonNode> results(String login) {
        return as(login).get(address()).isProblem(404, "result.plan-unknown")
                ? List.of()
                : scene.all(login, address() + "/results");
    }

    List<JsonNode> results() {
        return results(first);
    }

    List<JsonNode> problems() {
        return scene.all(first, address() + "/problems");
    }

    List<JsonNode> incidents() {
        return scene.all(first, address() + "/incidents");
    }

    /** Asks for it to be drawn up. */
    Answer ask(String login, String reason) {
        var wish = Json.object();
        if (reason.isEmpty()) {
            wish.putNull("reason");
        } else {
            wish.put("reason", reason);
        }
        return as(login).send("POST", address() + "/sheet", wish);
    }

    /** Has it drawn up, and waits. */
    JsonNode draw(String reason) {
        BackgroundWork.done(as(first), ask(first, reason).orFail());
        return sheet();
    }

    /** Approves what they have before them. */
    Answer approve(String login, JsonNode looked) {
        return as(login).send("POST", address() + "/approvals", Json.pick(looked, "version", "digest"));
    }

    Answer rule(String login, String incident, String finding, String reason) {
        var ruling = Json.object().put("finding", finding).put("reason", reason);
        return as(login).send("PUT", address() + "/incidents/" + incident + "/ruling", ruling);
    }

    Answer lose(List<String> scripts, String reason) {
        var wish = Json.object().put("reason", reason);
        wish.set("scripts", Json.tree(scripts));
        return as(first).send("POST", address() + "/losses", wish);
    }

    /** Also those of which a record says that they were handed in. */
    Answer loseDespite(List<String> scripts, String reason) {
        var wish = Json.object().put("reason", reason).put("despite", true);
        wish.set("scripts", Json.tree(scripts));
        return as(first).send("POST", address() + "/losses", wish);
    }
}
