package org.onex.rehearsal.seating;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** A college opens rooms at its site: first in every wrong way, each of which is refused, then as many seats as there are people. */
final class RoomsOpened {

    private static final int NO_SLOT = 99;

    private final Scene scene;
    private final SiteDesk college;
    private final SiteDesk body;
    private final List<JsonNode> registered;
    private final RoomCheck check;

    /**
     * @param registered at the site for the plan
     */
    RoomsOpened(Scene scene, SiteDesk college, List<JsonNode> registered) {
        this.scene = scene;
        this.college = college;
        this.body = college.by(scene.data().officerOf(scene.notice()));
        this.registered = registered;
        this.check = new RoomCheck(scene.findings());
    }

    /**
     * Plays it.
     *
     * @param everywhere whether all rooms are used, and not only as many as are needed
     * @param other      another college's site; null if there is none
     */
    void play(boolean everywhere, @Nullable SiteDesk other) {
        var view = college.view();
        check.proposal(view, registered);
        isIn(view, "TO_OPEN");
        refused("arranges without rooms", arranged(view), "seating.no-openings");
        var wishes = everywhere ? RoomWish.everywhere(view) : RoomWish.proposed(view);
        tryWrong(view, wishes, other);
        var open = college.open(SiteDesk.version(view), wishes).orFail();
        refused("opens rooms on an old page", college.open(SiteDesk.version(view), wishes), "seating.changed");
        open = unbalanced(open, wishes);
        isIn(open, "READY");
        check.balanced(open);
        refused("arranges an old page", body.arrange(SiteDesk.version(open) - 1, null), "seating.changed");
        notTheirs(open, wishes);
    }

    private Answer arranged(JsonNode view) {
        return body.arrange(SiteDesk.version(view), null);
    }

    private void tryWrong(JsonNode view, List<RoomWish> wishes, @Nullable SiteDesk other) {
        var version = SiteDesk.version(view);
        var first = wishes.getFirst();
        var machines = Json.each(view.path("rooms"))
                .filter(room -> Json.text(room, "id").equals(first.room()))
                .mapToInt(room -> room.path("machines").asInt(0))
                .sum();
        wrong(version, instead(wishes, first.with(machines + 1)), "seating.too-many-seats");
        wrong(version, instead(wishes, first.in(UUID.randomUUID().toString())), "seating.room-unknown");
        wrong(version, instead(wishes, first.with(0)), "seating.invalid");
        wrong(version, instead(wishes, first.at(NO_SLOT)), "seating.invalid");
        wrong(version, Stream.concat(wishes.stream(), Stream.of(first)).toList(), "seating.invalid");
        if (other != null) {
            var theirs = other.view();
            var room = Json.text(theirs.path("rooms").path(0), "id");
            wrong(version, instead(wishes, first.in(room)), "seating.room-unknown");
            var stranger = other.by(college.login());
            var answer = stranger.open(SiteDesk.version(theirs), RoomWish.proposed(theirs));
            scene.check(
                    Claim.ONLY_WHOM_IT_CONCERNS,
                    answer.isProblem(404, "seating.unknown"),
                    () -> college.login() + " opens rooms at another college's site, " + answer);
        }
        var unchanged = college.view();
        scene.check(
                Claim.BAD_ROOMS_SAY_WHY,
                unchanged.equals(view),
                () -> college.login() + " was refused everything, and its page changed to " + unchanged);
    }

    private static List<RoomWish> instead(List<RoomWish> wishes, RoomWish first) {
        return Stream.concat(Stream.of(first), wishes.stream().skip(1)).toList();
    }

    private void wrong(int version, List<RoomWish> wishes, String code) {
        refused("opens " + wishes, college.open(version, wishes), code);
    }

    /** One seat too few is kept, but nobody can be seated; answers the page after it has been corrected. */
    private JsonNode unbalanced(JsonNode open, List<RoomWish> wishes) {
        var first = wishes.getFirst();
        if (first.seats() == 1 && wishes.size() == 1) {
            return open; // without the one seat there would be no room
        }
        var fewer =
                first.seats() > 1 ? instead(wishes, first.with(first.seats() - 1)) : wishes.subList(1, wishes.size());
        var tooFew = college.open(SiteDesk.version(open), fewer).orFail();
        isIn(tooFew, "TO_OPEN");
        var answer = arranged(tooFew);
        refused("arranges with a seat too few", answer, "seating.seats-differ");
        var facts = answer.body().path("facts");
        scene.check(
                Claim.BAD_ROOMS_SAY_WHY,
                facts.path("slot").asInt(-1) == first.slot()
                        && facts.path("people").asInt(-1) == facts.path("seats").asInt(-1) + 1,
                () -> "one seat is missing in slot " + first.slot() + ", the refusal says " + facts);
        return college.open(SiteDesk.version(tooFew), wishes).orFail();
    }

    /** The college does not arrange, the body opens no rooms, and nobody else knows of the site. */
    private void notTheirs(JsonNode open, List<RoomWish> wishes) {
        var version = SiteDesk.version(open);
        mayNot(college.login(), college.arrange(version, null));
        mayNot(body.login(), body.open(version, wishes));
        var stranger = college.by(scene.data().strangerTo(scene.notice()));
        unseen(stranger.login(), stranger.look());
        unseen(stranger.login(), stranger.arrange(version, null));
        for (var other : scene.data().colleges()) {
            var desk = college.by(scene.data().officerOf(other));
            if (!desk.login().equals(college.login())) {
                unseen(desk.login(), desk.look());
            }
        }
    }

    private void isIn(JsonNode view, String state) {
        scene.check(
                Claim.SEATS_ARE_PEOPLE,
                Json.text(view, "state").equals(state),
                () -> Json.text(view.path("site"), "name") + " must be " + state + " and is "
                        + Json.text(view, "state"));
    }

    private void refused(String what, Answer answer, String code) {
        scene.check(
                Claim.BAD_ROOMS_SAY_WHY,
                !answer.isFine() && answer.code().equals(code),
                () -> "somebody " + what + ", expected " + code + ", " + answer);
    }

    private void mayNot(String login, Answer answer) {
        scene.check(
                Claim.A_ROLE_MAY_NOT,
                answer.isProblem(403, "access.not-permitted"),
                () -> login + " must be refused, " + answer);
    }

    private void unseen(String login, Answer answer) {
        scene.check(
                Claim.ONLY_WHOM_IT_CONCERNS,
                answer.isProblem(404, "seating.unknown"),
                () -> login + " looks at another's site, " + answer);
    }
}
