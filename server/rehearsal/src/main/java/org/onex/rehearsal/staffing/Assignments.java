package org.onex.rehearsal.staffing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;
import tools.jackson.databind.JsonNode;

/** The rooms of one site get their invigilators: drawn, drawn again when there are enough of them, and changed by hand. */
final class Assignments {

    private static final int SEED = 11;

    private final Scene scene;
    private final StaffDesk college;
    private final StaffDesk body;
    private final Applications applications;
    private final List<Place> places;
    private final WatchCheck check;

    /**
     * @param places of the site
     */
    Assignments(Scene scene, StaffDesk college, Applications applications, List<Place> places) {
        this.scene = scene;
        this.college = college;
        this.body = college.by(scene.data().officerOf(scene.notice()));
        this.applications = applications;
        this.places = places;
        this.check = new WatchCheck(scene.findings());
    }

    /** While there are not enough, as many as there are; answers who is where. */
    List<Watch> draw() {
        var view = college.view();
        var drawn = Watch.of(college.draw(StaffDesk.version(view), SEED).orFail());
        check.check(drawn, places, applications.approved().keySet());
        Watch.of(view).forEach(room -> stays(room, drawn));
        return drawn;
    }

    /** When there are enough, nobody is missing; and drawing once more changes nothing. */
    void drawEnough() {
        var drawn = draw();
        check.enough(drawn);
        var version = StaffDesk.version(college.view());
        refused("draws on an old page", college.draw(version - 1, SEED), "changed");
        var again = body.draw(version, SEED + 1);
        var after = again.isFine() ? Watch.of(again.body()) : Watch.of(college.view());
        found(
                Claim.ENOUGH_INVIGILATORS,
                after.equals(drawn),
                "nobody was missing, and another draw changed who is where");
    }

    /** Of one draw among all who are approved. */
    void checkTeachers() {
        check.teachersLast(Watch.of(college.view()), applications.approved());
    }

    private void stays(Watch before, List<Watch> drawn) {
        var after = drawn.stream()
                .filter(room -> room.opening().equals(before.opening()))
                .findFirst()
                .map(room -> room.invigilators().keySet())
                .orElse(Set.of());
        found(
                Claim.ENOUGH_INVIGILATORS,
                after.containsAll(before.invigilators().keySet()),
                "a draw took somebody away from " + before);
    }

    /**
     * Changes one room by hand; who may not be there is refused.
     *
     * @param foreign an approved invigilator of another college; empty if there is none
     */
    void byHand(String foreign) {
        var view = college.view();
        var version = StaffDesk.version(view);
        var rooms = Watch.of(view);
        var room = rooms.getFirst();
        var there = room.invigilators().keySet();
        refused("assigns who waits", with(version, room, applications.pending()), "not-approved");
        refused("assigns nobody", with(version, room, UUID.randomUUID().toString()), "invigilator-unknown");
        if (!foreign.isEmpty()) {
            refused("assigns another college's", with(version, room, foreign), "invigilator-unknown");
        }
        refused("assigns on an old page", college.assign(version - 1, room.opening(), there), "changed");
        refused("assigns to no room", college.assign(version, UUID.randomUUID().toString(), there), "room-unknown");
        rooms.stream()
                .filter(other -> !other.equals(room) && other.overlaps(room))
                .flatMap(other -> other.invigilators().keySet().stream())
                .findFirst()
                .ifPresent(busy -> refused("assigns who is elsewhere", with(version, room, busy), "busy"));
        change(view, room);
    }

    private Answer with(int version, Watch room, String invigilator) {
        var wanted = new ArrayList<>(room.invigilators().keySet());
        wanted.add(invigilator);
        return college.assign(version, room.opening(), wanted);
    }

    /** Somebody who is free takes over from somebody. */
    private void change(JsonNode view, Watch room) {
        var wanted = new HashSet<>(room.invigilators().keySet());
        var free = free(Watch.of(view), room);
        if (free.isEmpty() || wanted.isEmpty()) {
            return;
        }
        wanted.remove(room.invigilators().keySet().iterator().next());
        wanted.add(free.getFirst());
        var after = Watch.of(
                college.assign(StaffDesk.version(view), room.opening(), wanted).orFail());
        check.check(after, places, applications.approved().keySet());
        found(
                Claim.ENOUGH_INVIGILATORS,
                after.stream()
                        .filter(other -> other.opening().equals(room.opening()))
                        .allMatch(other -> other.invigilators().keySet().equals(wanted)),
                room + " was changed by hand and has others than were assigned");
    }

    /** Who may be assigned and is in no room at that time. */
    List<String> free(List<Watch> rooms, Watch when) {
        return applications.approved().keySet().stream()
                .filter(id -> rooms.stream()
                        .noneMatch(room ->
                                room.overlaps(when) && room.invigilators().containsKey(id)))
                .toList();
    }

    /** Whoever left cannot be assigned any more. */
    void retireOne() {
        var view = college.view();
        var rooms = Watch.of(view);
        var idle = applications.approved().keySet().stream()
                .filter(id ->
                        rooms.stream().noneMatch(room -> room.invigilators().containsKey(id)))
                .findFirst();
        if (idle.isPresent()) {
            applications.retire(idle.get());
            refused(
                    "assigns who left",
                    with(StaffDesk.version(college.view()), rooms.getFirst(), idle.get()),
                    "not-approved");
        }
    }

    void strangers() {
        var version = StaffDesk.version(college.view());
        var stranger = college.by(scene.data().strangerTo(scene.notice()));
        unseen(stranger, stranger.rooms());
        unseen(stranger, stranger.draw(version, SEED));
        for (var other : scene.data().colleges()) {
            var desk = college.by(scene.data().officerOf(other));
            if (!desk.login().equals(college.login())) {
                unseen(desk, desk.rooms());
                unseen(desk, desk.draw(version, SEED));
                unseen(desk, desk.issuePins(version));
            }
        }
    }

    private void unseen(StaffDesk stranger, Answer answer) {
        found(
                Claim.ONLY_WHOM_IT_CONCERNS,
                answer.isProblem(404, "staffing.site-unknown"),
                stranger.login() + " looks at the invigilators of another's site, " + answer);
    }

    private void refused(String what, Answer answer, String code) {
        found(
                Claim.BAD_STAFFING_SAYS_WHY,
                !answer.isFine() && answer.code().equals("staffing." + code),
                "somebody " + what + ", expected " + code + ", " + answer);
    }

    private void found(Claim claim, boolean holds, String example) {
        scene.check(claim, holds, () -> example);
    }
}
