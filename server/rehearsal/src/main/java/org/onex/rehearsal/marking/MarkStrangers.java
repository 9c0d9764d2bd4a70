package org.onex.rehearsal.marking;

import java.util.ArrayList;
import java.util.List;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;

/** Whoever looks at marks and has no business with them, markers among them, and whoever wants to mark and is no marker. */
final class MarkStrangers {

    private final Scene scene;
    private final MarkLists lists;

    MarkStrangers(Scene scene, MarkLists lists) {
        this.scene = scene;
        this.lists = lists;
    }

    void play() {
        var script = MarkLists.SCRIPTS + scene.books().scripts().getFirst().attempt();
        var curious = new ArrayList<>(scene.data().markersOf(scene.notice()));
        curious.addAll(scene.data().writersOf(scene.notice()));
        scene.data().colleges().forEach(college -> curious.add(scene.data().officerOf(college)));
        curious.add(Center.OPERATOR);
        for (var login : curious) {
            refused(login, scene.center().as(login).get(lists.address() + "/marks"));
            refused(login, scene.center().as(login).get(script));
        }
        curious.removeAll(scene.data().markersOf(scene.notice()));
        curious.add(scene.data().officerOf(scene.notice()));
        for (var login : curious) {
            refused(login, scene.center().as(login).send("POST", lists.address() + "/works/next", Json.object()));
        }
        var stranger = scene.data().strangerTo(scene.notice());
        for (var list : List.of("/marks", "/works")) {
            var answer = scene.center().as(stranger).get(lists.address() + list);
            secret(stranger, !answer.isFine() || answer.body().path("items").isEmpty(), answer);
        }
        var opened = scene.center().as(stranger).get(script);
        secret(stranger, opened.isProblem(404, "marking.script-unknown"), opened);
    }

    private void refused(String login, Answer answer) {
        scene.check(
                Claim.A_ROLE_MAY_NOT,
                answer.isProblem(403, "access.not-permitted"),
                () -> login + " must be refused, " + answer);
    }

    private void secret(String login, boolean holds, Answer answer) {
        scene.check(Claim.SCRIPTS_ARE_SECRET, holds, () -> login + " looks at another body's marks, " + answer);
    }
}
