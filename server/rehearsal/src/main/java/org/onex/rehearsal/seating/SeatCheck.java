package org.onex.rehearsal.seating;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import tools.jackson.databind.JsonNode;

/** What must hold of all seats that there are, whoever arranged them and however. */
final class SeatCheck {

    private final Findings<Claim> findings;

    SeatCheck(Findings<Claim> findings) {
        this.findings = findings;
    }

    /** Everything that can be seen in the seats and the rooms alone. */
    void check(List<Place> places, Collection<Opened> rooms) {
        nobodyTwiceAtOnce(places);
        tickets(places);
        var opened = rooms.stream().collect(Collectors.toMap(Opened::id, Function.identity()));
        places.forEach(place -> inItsRoom(place, opened.get(place.spot().opening())));
        noSeatTwice(places, opened);
        rooms.forEach(room -> full(room, places));
        neighbours(places);
    }

    /** Whoever is registered sits once, where and for what they are registered, and nobody else sits. */
    void everybody(List<Place> places, List<JsonNode> registrations) {
        var byRegistration = places.stream()
                .collect(Collectors.groupingBy(place -> place.guest().registration()));
        var registered = new HashSet<String>();
        for (var registration : registrations) {
            var id = Json.text(registration, "id");
            registered.add(id);
            var theirs = byRegistration.getOrDefault(id, List.of());
            found(
                    Claim.EVERYBODY_SEATED,
                    theirs.size() == 1,
                    Json.text(registration, "name") + " is registered and has " + theirs.size() + " seats");
            theirs.forEach(place -> asRegistered(place, registration));
        }
        places.forEach(place -> found(
                Claim.EVERYBODY_SEATED,
                registered.contains(place.guest().registration()),
                place + " sits there and is not registered"));
    }

    private void asRegistered(Place place, JsonNode registration) {
        var guest = place.guest();
        var same = guest.candidate().equals(Json.text(registration, "candidate"))
                && guest.name().equals(Json.text(registration, "name"))
                && guest.maskedNumber().equals(Json.text(registration, "idNumber"))
                && guest.college().equals(Json.text(registration.path("college"), "code"))
                && guest.className().equals(Json.text(registration, "className"))
                && guest.qualification().equals(Json.text(registration.path("qualification"), "code"))
                && guest.level().equals(Json.text(registration, "level"))
                && place.spot().site().equals(Json.text(registration.path("site"), "id"));
        found(Claim.EVERYBODY_SEATED, same, place + " is not seated as registered");
    }

    private void nobodyTwiceAtOnce(List<Place> places) {
        places.stream()
                .collect(Collectors.groupingBy(place -> place.guest().candidate()))
                .values()
                .forEach(theirs -> {
                    for (var i = 0; i < theirs.size(); i++) {
                        var place = theirs.get(i);
                        var clash = theirs.subList(i + 1, theirs.size()).stream()
                                .filter(other -> place.spot().overlaps(other.spot()))
                                .findFirst();
                        found(Claim.NOBODY_IN_TWO_PLACES, clash.isEmpty(), place + " sits also at " + clash);
                    }
                });
    }

    private void tickets(List<Place> places) {
        var holders = new HashMap<String, Set<String>>();
        places.forEach(place -> holders.computeIfAbsent(place.guest().ticket(), ticket -> new HashSet<>())
                .add(place.guest().registration()));
        places.forEach(place -> found(
                Claim.TICKETS_ARE_NUMBERS,
                TicketNumbers.isOne(place.guest().ticket())
                        && holders.getOrDefault(place.guest().ticket(), Set.of())
                                        .size()
                                == 1,
                place + " has the ticket number " + place.guest().ticket()));
    }

    private void inItsRoom(Place place, @Nullable Opened room) {
        var spot = place.spot();
        found(
                Claim.ONE_PERSON_A_SEAT,
                room != null
                        && room.site().equals(spot.site())
                        && room.slot() == spot.slot()
                        && room.number() == spot.room()
                        && spot.seat() >= 1
                        && spot.seat() <= room.seats()
                        && spot.row() == room.rowOf(spot.seat())
                        && spot.column() == room.columnOf(spot.seat()),
                place + ", row " + spot.row() + " column " + spot.column() + ", is not a seat of " + room);
    }

    private void noSeatTwice(List<Place> places, Map<String, Opened> opened) {
        var taken = places.stream().collect(Collectors.groupingBy(place -> seat(place, opened), Collectors.counting()));
        taken.forEach((seat, people) -> found(Claim.ONE_PERSON_A_SEAT, people == 1, people + " people sit at " + seat));
    }

    /** By the physical room, which has its machines only once however often it was opened. */
    private static String seat(Place place, Map<String, Opened> opened) {
        var room = opened.get(place.spot().opening());
        return place.spot().plan() + " " + place.spot().site() + " slot "
                + place.spot().slot() + " "
                + (room == null ? place.spot().opening() : room.room()) + " seat "
                + place.spot().seat();
    }

    private void full(Opened room, List<Place> places) {
        var people = places.stream()
                .filter(place -> place.spot().opening().equals(room.id()))
                .count();
        found(
                Claim.SEATS_ARE_PEOPLE,
                people == room.seats(),
                room + " has " + room.seats() + " seats, and " + people + " people sit there");
    }

    private void neighbours(List<Place> places) {
        Neighbours.of(places)
                .forEach(pair -> found(
                        Claim.NEIGHBOURS_DIFFER,
                        !pair.one().spot().form().isEmpty()
                                && !pair.one()
                                        .spot()
                                        .form()
                                        .equals(pair.other().spot().form()),
                        pair.one() + " and " + pair.other() + " have the same form "
                                + pair.one().spot().form()));
    }

    /**
     * The numbers by which the body judges an arrangement.
     *
     * @param view   of one site
     * @param places of the same
     */
    void fairness(JsonNode view, List<Place> places) {
        var pairs = Neighbours.of(places);
        var counted = Json.object()
                .put("pairs", pairs.size())
                .put(
                        "sameClassNeighbours",
                        pairs.stream().filter(Neighbours::areClassmates).count())
                .put(
                        "rooms",
                        places.stream()
                                .map(place -> place.spot().opening())
                                .distinct()
                                .count())
                .put(
                        "collegeRooms",
                        places.stream()
                                .map(place -> place.spot().opening() + " "
                                        + place.guest().college())
                                .distinct()
                                .count());
        var said = view.path("fairness");
        found(
                Claim.SEATS_ARE_COUNTED_RIGHT,
                counted.propertyStream()
                        .allMatch(count -> said.path(count.getKey()).asLong(-1)
                                == count.getValue().asLong()),
                Json.text(view.path("site"), "name") + " counts " + said + ", it is " + counted);
    }

    private void found(Claim claim, boolean holds, String example) {
        findings.check(claim, holds, () -> example);
    }
}
