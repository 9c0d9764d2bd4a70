package org.onex.rehearsal.seating;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** The lists of seats of everybody who may see some: nobody sees more than concerns them, and together they say what the rooms say. */
public final class SeatLists {

    private static final String REGISTRATIONS = "/api/registration/registrations?plan=";

    private final Scene scene;
    private final String body;
    private final String query;

    public SeatLists(Scene scene) {
        this.scene = scene;
        this.body = scene.data().officerOf(scene.notice());
        this.query = "?plan=" + scene.plan().code();
    }

    /** Everybody who sits anywhere for the chosen plan. */
    public List<Place> places() {
        return SiteDesk.places(scene, body, query);
    }

    /** Who is registered for the chosen plan, as the colleges see it. */
    List<JsonNode> registrations() {
        return scene.data().colleges().stream()
                .flatMap(college ->
                        scene
                                .all(
                                        scene.data().officerOf(college),
                                        REGISTRATIONS + scene.plan().code())
                                .stream())
                .toList();
    }

    /** Checks everything there is to check when everybody has a seat. */
    List<Place> check(List<SiteDesk> sites) {
        var places = places();
        var rooms = new ArrayList<Opened>();
        var check = new SeatCheck(scene.findings());
        for (var site : sites) {
            var view = site.view();
            new RoomCheck(scene.findings()).balanced(view);
            rooms.addAll(Opened.of(view));
            check.fairness(view, site.places());
        }
        var hours = SessionHours.of(scene.center()
                .as(body)
                .get("/api/plan/plans/" + scene.plan().code())
                .orFail());
        check.everybody(places, registrations());
        places.forEach(place -> scene.check(
                Claim.NOBODY_IN_TWO_PLACES,
                hours.areWithin(place),
                () -> place + " has the seat at other hours than those of session "
                        + place.guest().session()));
        check.check(places, rooms);
        rooms.forEach(room -> checkRoom(room, sites, places));
        var home = places.stream().map(place -> place.spot().site()).collect(Collectors.toSet());
        scene.data().colleges().forEach(college -> checkCollege(college, places, sitesOf(college, home)));
        checkOthers();
        places.stream().limit(3).forEach(this::checkSearch);
        return places;
    }

    private Set<String> sitesOf(DemoData.College college, Set<String> known) {
        return scene.all(scene.data().officerOf(college), "/api/site/sites").stream()
                .map(site -> Json.text(site, "id"))
                .filter(known::contains)
                .collect(Collectors.toSet());
    }

    /** Its own people wherever they sit, and everybody at its own sites. */
    private void checkCollege(DemoData.College college, List<Place> all, Set<String> sites) {
        var login = scene.data().officerOf(college);
        Predicate<Place> concerns = place -> place.guest().college().equals(college.code())
                || sites.contains(place.spot().site());
        var seen = new HashSet<>(SiteDesk.places(scene, login, query));
        var expected = all.stream().filter(concerns).collect(Collectors.toSet());
        scene.check(
                Claim.ONLY_WHOM_IT_CONCERNS,
                seen.equals(expected),
                () -> login + " is concerned by " + expected.size() + " seats and sees " + seen.size());
    }

    /** Another body sees nobody, and the operator may not look. */
    private void checkOthers() {
        var stranger = scene.data().strangerTo(scene.notice());
        var seen = scene.center().as(stranger).get(SiteDesk.SEATS + query);
        scene.check(
                Claim.ONLY_WHOM_IT_CONCERNS,
                !seen.isFine() || seen.body().path("items").isEmpty(),
                () -> stranger + " sees seats of another body's plan");
        var refused = scene.center().operator().get(SiteDesk.SEATS + query);
        scene.check(
                Claim.A_ROLE_MAY_NOT,
                refused.isProblem(403, "access.not-permitted"),
                () -> Center.OPERATOR + " must be refused, " + refused);
    }

    /** A whole ticket number finds its holder alone, a name whoever bears it. */
    private void checkSearch(Place place) {
        var byTicket =
                SiteDesk.places(scene, body, query + "&q=" + place.guest().ticket());
        scene.check(
                Claim.TICKETS_ARE_NUMBERS,
                byTicket.equals(List.of(place)),
                () -> place.guest().ticket() + " is the ticket of " + place + " and finds " + byTicket);
        var byName = SiteDesk.places(
                scene, body, query + "&q=" + Center.encoded(place.guest().name()));
        scene.check(
                Claim.TICKETS_ARE_NUMBERS,
                byName.contains(place)
                        && byName.stream()
                                .allMatch(found -> found.guest()
                                        .name()
                                        .contains(place.guest().name())),
                () -> place.guest().name() + " finds " + byName);
    }

    /** The plan of a room says the same as the list. */
    private void checkRoom(Opened room, List<SiteDesk> sites, List<Place> all) {
        var desk = sites.stream()
                .filter(site -> site.site().equals(room.site()))
                .findFirst()
                .orElseThrow();
        var plan = desk.room(room.id()).orFail();
        var shown = Json.each(plan.path("seats")).map(SeatLists::line).toList();
        var listed = all.stream()
                .filter(place -> place.spot().opening().equals(room.id()))
                .sorted((one, other) ->
                        Integer.compare(one.spot().seat(), other.spot().seat()))
                .map(place -> line(place.spot(), place.guest()))
                .toList();
        scene.check(
                Claim.EVERYBODY_SEATED,
                shown.equals(listed),
                () -> room + " shows " + shown + ", the list of seats says " + listed);
    }

    private static String line(JsonNode seat) {
        return seat.path("seat") + " " + seat.path("row") + "," + seat.path("column") + " " + Json.text(seat, "form")
                + " " + Json.text(seat, "ticket") + " " + Json.text(seat, "registration");
    }

    private static String line(Place.Spot spot, Place.Guest guest) {
        return spot.seat() + " " + spot.row() + "," + spot.column() + " " + spot.form() + " " + guest.ticket() + " "
                + guest.registration();
    }
}
