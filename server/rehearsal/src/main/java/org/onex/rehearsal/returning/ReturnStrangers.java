package org.onex.rehearsal.returning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;

/** Whoever looks at what has come back and has no business with it: other bodies, colleges beyond their own sites, writers, markers, the operator. */
final class ReturnStrangers {

    private final Scene scene;
    private final ReturnLists lists;

    ReturnStrangers(Scene scene, ReturnLists lists) {
        this.scene = scene;
        this.lists = lists;
    }

    void play() {
        var scripts = scene.books().scripts();
        if (scripts.isEmpty()) {
            return;
        }
        var script = ReturnLists.SCRIPTS + scripts.getFirst().attempt();
        for (var login : others()) {
            refused(login, scene.center().as(login).get(lists.address() + "/returns"));
            refused(login, scene.center().as(login).get(script));
        }
        for (var college : scene.data().colleges()) {
            var login = scene.data().officerOf(college);
            refused(login, scene.center().as(login).get(script));
            onlyOwn(login);
        }
        var stranger = scene.data().strangerTo(scene.notice());
        hidden(stranger, scene.center().as(stranger).get(script));
        for (var list : List.of("/returns", "/doubts", "/incidents")) {
            var answer = scene.center().as(stranger).get(lists.address() + list);
            secret(
                    !answer.isFine() || answer.body().path("items").isEmpty(),
                    stranger + " looks at another body's " + list + ", " + answer);
        }
    }

    /** Of the plan's own body, and the operator. */
    private List<String> others() {
        var others = new ArrayList<String>();
        others.addAll(scene.data().writersOf(scene.notice()));
        others.addAll(scene.data().markersOf(scene.notice()));
        others.add(Center.OPERATOR);
        return others;
    }

    /** A college sees its own sites and no other. */
    private void onlyOwn(String login) {
        var own = scene.all(login, "/api/site/sites").stream()
                .map(site -> Json.text(site, "id"))
                .collect(Collectors.toSet());
        var seen = scene.all(login, lists.address() + "/returns").stream()
                .map(returned -> Json.text(returned.path("site"), "id"))
                .collect(Collectors.toSet());
        var expected = lists.sites().stream()
                .map(returned -> Json.text(returned.path("site"), "id"))
                .filter(own::contains)
                .collect(Collectors.toSet());
        secret(seen.equals(expected), login + " has the sites " + expected + " and sees returns of " + seen);
    }

    private void refused(String login, Answer answer) {
        scene.check(
                Claim.A_ROLE_MAY_NOT,
                answer.isProblem(403, "access.not-permitted"),
                () -> login + " must be refused, " + answer);
    }

    private void hidden(String login, Answer answer) {
        secret(answer.isProblem(404, "script.unknown"), login + " opens another body's script, " + answer);
    }

    private void secret(boolean holds, String example) {
        scene.check(Claim.SCRIPTS_ARE_SECRET, holds, () -> example);
    }
}
