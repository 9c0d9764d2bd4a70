package org.onex.rehearsal.seating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.BackgroundWork;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;
import tools.jackson.databind.JsonNode;

/**
 * Colleges open rooms at their sites; the body arranges one site by hand, and the others in one go, of which one is not ready and is
 * arranged when it is. Then everybody's seat is looked at.
 */
public final class SeatingStage implements Stage {

    private static final int SEED = 7;

    @Override
    public Step step() {
        return Step.SEATING;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        var lists = new SeatLists(scene);
        var registered =
                lists.registrations().stream().collect(Collectors.groupingBy(one -> Json.text(one.path("site"), "id")));
        var sites = sites(scene, registered);
        notFrozen(scene);
        for (var i = 0; i < sites.size(); i++) {
            var other = sites.size() == 1 ? null : sites.get((i + 1) % sites.size());
            new RoomsOpened(
                            scene,
                            sites.get(i),
                            registered.getOrDefault(sites.get(i).site(), List.of()))
                    .play(i % 2 == 1, other);
        }
        var hand = new ByHand(scene, sites.getFirst());
        hand.arrangeAgain();
        arrangeOthers(scene, sites);
        var swapped = hand.swap();
        var places = lists.check(sites);
        var counts = new LinkedHashMap<String, Long>();
        counts.put("sites", (long) sites.size());
        counts.put(
                "rooms",
                places.stream().map(place -> place.spot().opening()).distinct().count());
        counts.put("seats", (long) places.size());
        counts.put("swapped", (long) swapped);
        return counts;
    }

    /** The pages of the sites that have people, each before its own college; the body's list says the same. */
    private static List<SiteDesk> sites(Scene scene, Map<String, List<JsonNode>> registered) {
        var query = SiteDesk.SITES + "?plan=" + scene.plan().code();
        var listed = scene.all(scene.data().officerOf(scene.notice()), query);
        Map<String, Long> people = listed.stream()
                .collect(Collectors.toMap(
                        line -> Json.text(line.path("site"), "id"),
                        line -> line.path("people").asLong(-1)));
        var expected = registered.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, site ->
                (long) site.getValue().size()));
        scene.check(
                Claim.SEATS_ARE_PEOPLE,
                people.equals(expected),
                () -> "the colleges count " + expected + " people, the list of sites " + people);
        var sites = new ArrayList<SiteDesk>();
        for (var college : scene.data().colleges()) {
            var login = scene.data().officerOf(college);
            scene.all(login, query).forEach(line -> {
                scene.check(
                        Claim.ONLY_WHOM_IT_CONCERNS,
                        Json.text(line.path("college"), "code").equals(college.code()),
                        () -> login + " sees the site of " + line.path("college"));
                sites.add(new SiteDesk(scene, login, scene.plan().code(), Json.text(line.path("site"), "id")));
            });
        }
        if (sites.isEmpty()) {
            throw new Unexpected(
                    "nobody is registered anywhere for " + scene.plan().code());
        }
        return sites;
    }

    /** Of a plan that still takes registrations nobody is arranged. */
    private static void notFrozen(Scene scene) {
        var body = scene.data().officerOf(scene.notice());
        scene.all(body, SiteDesk.SITES + "?state=REGISTERING").forEach(line -> {
            var site =
                    new SiteDesk(scene, body, Json.text(line.path("plan"), "code"), Json.text(line.path("site"), "id"));
            var answer = site.arrange(site.version(), null);
            scene.check(
                    Claim.BAD_ROOMS_SAY_WHY,
                    answer.isProblem(409, "seating.not-frozen"),
                    () -> body + " arranges before the deadline, " + answer);
        });
    }

    /** All but the first, which is arranged already; the last is made unready first, then ready again. */
    private static void arrangeOthers(Scene scene, List<SiteDesk> sites) {
        if (sites.size() > 1) {
            var last = sites.getLast();
            var all = closeOne(last);
            expect(scene, sites.size() - 1, 1);
            last.open(last.version(), all).orFail();
        }
        expect(scene, sites.size(), 0);
        expect(scene, sites.size(), 0); // nothing is left to do
        var login = sites.getFirst().login();
        var answer = scene.center().as(login).send("POST", SiteDesk.JOB, request(scene));
        scene.check(
                Claim.A_ROLE_MAY_NOT,
                answer.isProblem(403, "access.not-permitted"),
                () -> login + " arranges everything, " + answer);
        var stranger = scene.data().strangerTo(scene.notice());
        var theirs = scene.center().as(stranger).send("POST", SiteDesk.JOB, request(scene));
        scene.check(
                Claim.ONLY_WHOM_IT_CONCERNS,
                !theirs.isFine() && theirs.code().equals("seating.plan-unknown"),
                () -> stranger + " arranges another body's plan, " + theirs);
    }

    /** Closes one room; answers all that must be open. */
    private static List<RoomWish> closeOne(SiteDesk site) {
        var view = site.view();
        var wishes = Opened.of(view).stream()
                .map(room -> new RoomWish(room.slot(), room.room(), room.seats()))
                .toList();
        site.open(SiteDesk.version(view), wishes.subList(1, wishes.size())).orFail();
        return wishes;
    }

    private static void expect(Scene scene, int arranged, int blocked) {
        var browser = scene.center().as(scene.data().officerOf(scene.notice()));
        var job = BackgroundWork.done(
                browser, browser.send("POST", SiteDesk.JOB, request(scene)).orFail());
        var facts = job.path("facts");
        scene.check(
                Claim.SEATS_ARE_PEOPLE,
                facts.path("arranged").asInt(-1) == arranged
                        && facts.path("blocked").asInt(-1) == blocked,
                () -> arranged + " sites must be arranged now and " + blocked + " not, the work says " + facts);
    }

    private static JsonNode request(Scene scene) {
        return Json.object().put("plan", scene.plan().code()).put("seed", SEED);
    }
}
