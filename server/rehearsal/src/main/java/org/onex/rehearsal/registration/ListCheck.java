package org.onex.rehearsal.registration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.MaskCheck;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Looks through the lists of every college and of the body: everybody who was acknowledged, nobody else, and each as it must be. */
final class ListCheck {

    private final Scene scene;
    private final Offers offers;
    private final List<Crew> crews;

    ListCheck(Scene scene, Offers offers, List<Crew> crews) {
        this.scene = scene;
        this.offers = offers;
        this.crews = crews;
    }

    /** How many records there are. */
    long check(Book book) {
        var ofBody = body("?plan=" + scene.plan().code());
        checkTotals("the body", ofBody, totals(scene.data().officerOf(scene.notice())));
        var seen = new HashSet<String>();
        for (var crew : crews) {
            var login = crew.desk().login();
            var own = crew.desk().all();
            checkTotals(login, own, crew.desk().totals());
            checkOwn(crew, own, ofBody);
            checkBook(login, own, book.at(login, scene.plan().code()));
            own.forEach(one -> seen.add(Json.text(one, "id")));
        }
        found(
                Claim.NOTHING_LOST,
                ofBody.size() == seen.size(),
                "the body lists " + ofBody.size() + " registrations, the colleges " + seen.size());
        ofBody.forEach(this::checkRecords);
        checkOnce(ofBody);
        checkPlaces(body(""));
        return ofBody.stream().mapToLong(one -> one.path("records").size()).sum();
    }

    private List<JsonNode> body(String query) {
        var login = scene.data().officerOf(scene.notice());
        var masks = new MaskCheck(scene.findings());
        var items = scene.all(login, RegistrationDesk.REGISTRATIONS + query);
        items.forEach(item -> masks.check(login + " lists registrations", item));
        return items;
    }

    private JsonNode totals(String login) {
        return scene.center()
                .as(login)
                .get("/api/registration/totals?plan=" + scene.plan().code())
                .orFail();
    }

    /** One record for each subject. */
    private void checkRecords(JsonNode registration) {
        var subjects = offers.of(registration).subjects();
        found(
                Claim.ENTRIES_PER_SUBJECT,
                new TreeSet<>(Json.texts(registration.path("records"))).equals(new TreeSet<>(subjects))
                        && registration.path("records").size() == subjects.size(),
                Entered.of(registration) + " has the records " + registration.path("records"));
    }

    /** The sums are those that somebody gets who counts the lists. */
    private void checkTotals(String who, List<JsonNode> listed, JsonNode totals) {
        var counted = Map.of(
                "registrations", (long) listed.size(),
                "people",
                        listed.stream()
                                .map(one -> Json.text(one, "candidate"))
                                .distinct()
                                .count(),
                "records",
                        listed.stream()
                                .mapToLong(one -> one.path("records").size())
                                .sum(),
                "expectedRecords",
                        listed.stream()
                                .mapToLong(one -> offers.of(one).subjects().size())
                                .sum());
        counted.forEach((name, count) -> found(
                Claim.ENTRIES_PER_SUBJECT,
                totals.path(name).asLong(-1) == count,
                who + " counts " + count + " " + name + ", the totals say " + totals.path(name)));
        var byLine = listed.stream().collect(Collectors.groupingBy(ListCheck::line, Collectors.counting()));
        Map<String, Long> told = new HashMap<>();
        Json.each(totals.path("lines"))
                .forEach(line -> told.put(line(line), line.path("registrations").asLong(0)));
        found(Claim.NOTHING_LOST, told.equals(byLine), who + " counts " + byLine + ", the totals say " + told);
    }

    private static String line(JsonNode node) {
        return Json.text(node.path("college"), "code") + " " + Json.text(node.path("qualification"), "code") + " "
                + Json.text(node, "level");
    }

    /** A college sees what it registered itself, and the body sees the same of it. */
    private void checkOwn(Crew crew, List<JsonNode> own, List<JsonNode> ofBody) {
        var code = crew.setting().college().code();
        own.forEach(one -> found(
                Claim.NOBODYS_BUSINESS,
                Json.text(one.path("college"), "code").equals(code),
                crew.desk().login() + " sees what " + one.path("college") + " registered"));
        var theirs = ofBody.stream()
                .filter(one -> Json.text(one.path("college"), "code").equals(code))
                .map(one -> Json.text(one, "id"))
                .collect(Collectors.toSet());
        var listed = own.stream().map(one -> Json.text(one, "id")).collect(Collectors.toSet());
        found(
                Claim.NOTHING_LOST,
                theirs.equals(listed),
                "of " + crew.desk().login() + " the body sees " + theirs.size() + " registrations, it itself "
                        + listed.size());
    }

    /** What was acknowledged is there, and nothing else. */
    private void checkBook(String login, List<JsonNode> listed, Set<Entered> book) {
        var there = listed.stream().map(Entered::of).collect(Collectors.toSet());
        book.forEach(one ->
                found(Claim.NOTHING_LOST, there.contains(one), login + " registered " + one + " and it is not listed"));
        there.forEach(one ->
                found(Claim.NOTHING_LOST, book.contains(one), login + " lists " + one + ", which nobody registered"));
    }

    private void checkOnce(List<JsonNode> listed) {
        var times = listed.stream()
                .collect(Collectors.groupingBy(
                        one -> Json.text(one, "candidate") + " " + Json.text(one.path("qualification"), "code") + " "
                                + Json.text(one, "level"),
                        Collectors.counting()));
        listed.forEach(one -> {
            var key = Json.text(one, "candidate") + " " + Json.text(one.path("qualification"), "code") + " "
                    + Json.text(one, "level");
            found(
                    Claim.ONCE_REGISTERED,
                    times.getOrDefault(key, 0L) == 1,
                    Entered.of(one) + " is registered " + times.get(key) + " times");
        });
    }

    /** Everybody can sit everything, whichever plans it is of. */
    private void checkPlaces(List<JsonNode> listed) {
        var people = listed.stream().collect(Collectors.groupingBy(one -> Json.text(one, "candidate")));
        people.values()
                .forEach(theirs -> found(
                        Claim.NOBODY_IN_TWO_PLACES,
                        Offer.leaveRoom(theirs.stream().map(offers::of).toList()),
                        "somebody cannot sit all of "
                                + theirs.stream().map(Entered::of).toList()));
    }

    private void found(Claim claim, boolean holds, String example) {
        scene.check(claim, holds, () -> example);
    }
}
