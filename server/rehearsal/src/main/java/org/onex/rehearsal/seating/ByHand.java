package org.onex.rehearsal.seating;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;

/** The body arranges one site by itself, takes the seats back and arranges it again, and lets two people change places. */
final class ByHand {

    private static final int SEED = 20240518;
    private static final String REASON = "演练：机房临时调整";

    private final Scene scene;
    private final SiteDesk body;
    private final SiteDesk college;

    ByHand(Scene scene, SiteDesk college) {
        this.scene = scene;
        this.college = college;
        this.body = college.by(scene.data().officerOf(scene.notice()));
    }

    /** The same seed gives everybody the same seat again; whatever the seed, everybody keeps their ticket number. */
    void arrangeAgain() {
        var first = arrange(SEED);
        withdraw();
        var other = arrange(SEED + 1);
        withdraw();
        var again = arrange(SEED);
        scene.check(
                Claim.SAME_SEED_SAME_SEATS,
                Set.copyOf(first).equals(Set.copyOf(again)) && first.size() == again.size(),
                () -> "of " + first.size() + " people "
                        + first.stream().filter(place -> !again.contains(place)).count() + " sit elsewhere");
        var tickets = tickets(first);
        scene.check(
                Claim.TICKETS_ARE_NUMBERS,
                tickets.equals(tickets(other)) && tickets.equals(tickets(again)),
                () -> "ticket numbers changed when the site was arranged again");
    }

    private static Map<String, String> tickets(List<Place> places) {
        return places.stream()
                .collect(Collectors.toMap(
                        place -> place.guest().registration(),
                        place -> place.guest().ticket()));
    }

    private List<Place> arrange(int seed) {
        var view = body.view();
        var arranged = body.arrange(SiteDesk.version(view), seed).orFail();
        refused("arranges twice", body.arrange(SiteDesk.version(arranged), seed), "seating.arranged");
        refused(
                "opens rooms of an arranged site",
                college.open(SiteDesk.version(arranged), RoomWish.proposed(arranged)),
                "seating.arranged");
        return body.places();
    }

    private void withdraw() {
        var version = body.version();
        refused("withdraws without a reason", body.withdraw(version, " "), "seating.reason-missing");
        mayNot(college.withdraw(version, REASON));
        body.withdraw(version, REASON).orFail();
        refused("withdraws twice", body.withdraw(body.version(), REASON), "seating.not-arranged");
        scene.check(
                Claim.EVERYBODY_SEATED,
                body.places().isEmpty(),
                () -> "the seats were withdrawn, and somebody still has one");
    }

    /** How many changed places. */
    int swap() {
        var before = body.places();
        var pair = pair(before);
        if (pair.isEmpty()) {
            return 0;
        }
        var one = pair.getFirst().spot();
        var other = pair.getLast().spot();
        var version = body.version();
        refused("swaps without a reason", body.swap(version, "", one, other), "seating.reason-missing");
        refused("swaps with nobody", body.swap(version, REASON, one, beyond(other)), "seating.seat-unknown");
        refused("swaps on an old page", body.swap(version - 1, REASON, one, other), "seating.changed");
        mayNot(college.swap(version, REASON, one, other));
        before.stream()
                .filter(place -> place.spot().slot() != one.slot())
                .findFirst()
                .ifPresent(place -> refused(
                        "swaps over slots", body.swap(version, REASON, one, place.spot()), "seating.other-slot"));
        body.swap(version, REASON, one, other).orFail();
        swapped(before, pair);
        return 2;
    }

    /** Those of one slot who sit farthest from each other; empty if everybody sits alone. */
    private static List<Place> pair(List<Place> places) {
        return places.stream()
                .collect(Collectors.groupingBy(place -> place.spot().slot()))
                .values()
                .stream()
                .filter(slot -> slot.size() > 1)
                .findFirst()
                .map(slot -> List.of(slot.getFirst(), slot.getLast()))
                .orElse(List.of());
    }

    private static Place.Spot beyond(Place.Spot spot) {
        return new Place.Spot(
                spot.plan(),
                spot.site(),
                spot.siteName(),
                spot.slot(),
                spot.opens(),
                spot.closes(),
                spot.opening(),
                spot.room(),
                spot.roomName(),
                spot.seat() + 1000,
                spot.row(),
                spot.column(),
                spot.form());
    }

    /** The two have each other's seats with the forms that lie there; everybody else sits where they sat. */
    private void swapped(List<Place> before, List<Place> pair) {
        var one = pair.getFirst();
        var other = pair.getLast();
        var expected = before.stream()
                .map(place -> place.equals(one)
                        ? new Place(other.spot(), one.guest())
                        : place.equals(other) ? new Place(one.spot(), other.guest()) : place)
                .collect(Collectors.toMap(place -> place.guest().registration(), Function.identity()));
        var after = body.places().stream()
                .collect(Collectors.toMap(place -> place.guest().registration(), Function.identity()));
        scene.check(
                Claim.EVERYBODY_SEATED,
                after.equals(expected),
                () -> one + " and " + other + " changed places, and now sit at "
                        + after.get(one.guest().registration()) + " and "
                        + after.get(other.guest().registration()));
    }

    private void refused(String what, Answer answer, String code) {
        scene.check(
                Claim.BAD_ROOMS_SAY_WHY,
                !answer.isFine() && answer.code().equals(code),
                () -> "somebody " + what + ", expected " + code + ", " + answer);
    }

    private void mayNot(Answer answer) {
        scene.check(
                Claim.A_ROLE_MAY_NOT,
                answer.isProblem(403, "access.not-permitted"),
                () -> college.login() + " must be refused, " + answer);
    }
}
