package org.onex.rehearsal.dispatch;

import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;

/** A site gets a server: its college gives out a code, and only who knows the whole of the last one is believed, once. */
final class EnrolmentRound {

    private static final int PROOFS_TRIED = 10;

    private final Scene scene;
    private final Venue venue;
    private final NodeDesk college;

    EnrolmentRound(Scene scene, Venue venue) {
        this.scene = scene;
        this.venue = venue;
        this.college = new NodeDesk(scene, venue.college());
    }

    /**
     * The site's virtual node.
     *
     * @param guessing whether somebody tries to guess a code until it is worth nothing
     */
    VirtualNode play(boolean guessing) {
        notTheirs();
        if (guessing) {
            guessed();
        }
        var former = college.code(venue);
        var shown = college.askCode(venue).orFail();
        found(
                EnrolmentCode.isPrintedWell(Json.text(shown, "code"))
                        && Json.text(shown.path("site"), "id").equals(venue.site()),
                college.login() + " asked for a code for " + venue + " and got one for " + shown.path("site"));
        var code = EnrolmentCode.typed(Json.text(shown, "code"));
        var stranger = new VirtualNode(scene, "冒充的服务器");
        refused("enrols by the code before the last", stranger.enrol(former), 401, "node.code-wrong");
        refused("enrols by a name alone", stranger.enrol(code, code.guessed()), 401, "node.code-wrong");
        refused("enrols by no code", stranger.enrol(new EnrolmentCode("0".repeat(20)), code), 401, "node.code-wrong");
        refused("enrols without a name", new VirtualNode(scene, " ").enrol(code), 422, "node.enrolment-invalid");
        var node = enrolled(code);
        refused("enrols by a used code", stranger.enrol(code), 409, "node.code-used");
        listed(node);
        return node;
    }

    private VirtualNode enrolled(EnrolmentCode code) {
        var node = new VirtualNode(scene, "演练虚拟服务器");
        var first = node.enrol(code).orFail();
        scene.center().traffic().changeAccepted();
        found(
                Json.text(first.path("site"), "id").equals(venue.site()),
                "a node enrolled for " + venue + " and is told that it is at " + first.path("site"));
        var again = node.enrol(code).orFail();
        found(again.equals(first), "a node lost the answer, asked again and got " + again + " instead of " + first);
        return node;
    }

    /** After ten wrong proofs not even the right one helps. */
    private void guessed() {
        var code = college.code(venue);
        var stranger = new VirtualNode(scene, "试探的服务器");
        for (var i = 0; i < PROOFS_TRIED; i++) {
            refused("guesses a code", stranger.enrol(code, code.guessed()), 401, "node.code-wrong");
        }
        refused("enrols by a code that was guessed at", stranger.enrol(code), 401, "node.code-wrong");
    }

    private void notTheirs() {
        for (var other : scene.data().colleges()) {
            var login = scene.data().officerOf(other);
            if (!login.equals(venue.college())) {
                hidden(new NodeDesk(scene, login));
            }
        }
        hidden(new NodeDesk(scene, scene.data().strangerTo(scene.notice())));
        var operator = new NodeDesk(scene, Center.OPERATOR).askCode(venue);
        scene.check(
                Claim.A_ROLE_MAY_NOT,
                operator.isProblem(403, "access.not-permitted"),
                () -> Center.OPERATOR + " asks for a code, " + operator);
    }

    private void hidden(NodeDesk stranger) {
        var answer = stranger.askCode(venue);
        scene.check(
                Claim.ONLY_WHOM_IT_CONCERNS,
                answer.isProblem(404, "node.site-unknown"),
                () -> stranger.login() + " asks for a code of another's site, " + answer);
    }

    /** Its own college and the body see it, others do not. */
    private void listed(VirtualNode node) {
        seen(college, node);
        seen(new NodeDesk(scene, scene.data().officerOf(scene.notice())), node);
        for (var other : scene.data().colleges()) {
            var login = scene.data().officerOf(other);
            if (!login.equals(venue.college())) {
                var all = scene.all(login, NodeDesk.NODES);
                scene.check(
                        Claim.ONLY_WHOM_IT_CONCERNS,
                        all.stream().noneMatch(one -> Json.text(one, "id").equals(node.id())),
                        () -> login + " sees the server of " + venue);
            }
        }
    }

    private void seen(NodeDesk desk, VirtualNode node) {
        var listed = desk.node(venue, node.id());
        found(
                Json.text(listed, "name").equals(node.toString())
                        && Json.text(listed, "state").equals("ENROLLED")
                        && Json.text(listed.path("site"), "id").equals(venue.site()),
                desk.login() + " sees " + listed + " for " + node);
    }

    private void refused(String what, Answer answer, int status, String code) {
        scene.check(
                answer.isFine() ? Claim.NODES_ARE_KNOWN : Claim.BAD_DISPATCH_SAYS_WHY,
                answer.isProblem(status, code),
                () -> "somebody " + what + ", expected " + code + ", " + answer);
    }

    private void found(boolean holds, String example) {
        scene.check(Claim.NODES_ARE_KNOWN, holds, () -> example);
    }
}
