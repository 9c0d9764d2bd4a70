package org.onex.rehearsal.seating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import tools.jackson.databind.JsonNode;

/** What a site's page says of slots, people and rooms, compared with the registrations and with the machines. */
final class RoomCheck {

    private final Findings<Claim> findings;

    RoomCheck(Findings<Claim> findings) {
        this.findings = findings;
    }

    /**
     * Everybody is counted in some slot, and the proposal is the even one.
     *
     * @param registered of the site for the plan
     */
    void proposal(JsonNode view, List<JsonNode> registered) {
        var where = Json.text(view.path("site"), "name");
        var counted = Json.each(view.path("slots"))
                .mapToInt(slot -> slot.path("people").asInt(-1))
                .sum();
        found(
                Claim.SEATS_ARE_PEOPLE,
                counted == registered.size(),
                where + " has " + registered.size() + " registrations and counts " + counted + " in its slots");
        Json.each(view.path("slots")).forEach(slot -> even(where, slot, rooms(view)));
        onlyOneSession(view, registered);
    }

    /** Where an offering is sat only once, its people are those who are registered for it. */
    private void onlyOneSession(JsonNode view, List<JsonNode> registered) {
        var sessions = Json.each(view.path("slots"))
                .flatMap(slot -> Json.each(slot.path("sessions")))
                .collect(Collectors.groupingBy(RoomCheck::offering));
        var people = registered.stream().collect(Collectors.groupingBy(RoomCheck::offering, Collectors.counting()));
        people.forEach((offering, count) -> {
            var theirs = sessions.getOrDefault(offering, List.of());
            if (theirs.size() == 1) {
                found(
                        Claim.SEATS_ARE_PEOPLE,
                        theirs.getFirst().path("people").asLong(-1) == count,
                        offering + " has " + count + " registrations, the page says "
                                + theirs.getFirst().path("people"));
            } else {
                found(Claim.SEATS_ARE_PEOPLE, !theirs.isEmpty(), offering + " is in no slot of the page");
            }
        });
    }

    private static String offering(JsonNode node) {
        return Json.text(node.path("qualification"), "code") + " " + Json.text(node, "level");
    }

    private void even(String where, JsonNode slot, Map<String, EvenSplit.Machines> rooms) {
        var people = slot.path("people").asInt(-1);
        var shares = Json.each(slot.path("proposal")).toList();
        var sizes = shares.stream()
                .map(share -> share.path("seats").asInt(-1))
                .sorted((one, other) -> Integer.compare(other, one))
                .toList();
        var expected = people == 0 ? List.<Integer>of() : EvenSplit.of(people, List.copyOf(rooms.values()));
        found(
                Claim.ROOMS_ARE_EVEN,
                sizes.equals(expected),
                where + ": " + people + " people in " + rooms.values() + " are " + expected + ", proposed is " + sizes);
        shares.forEach(share -> found(
                Claim.ROOMS_ARE_EVEN,
                fits(rooms.get(Json.text(share, "room")), share.path("seats").asInt(-1)),
                where + " has no room for " + share));
    }

    private static boolean fits(EvenSplit.@Nullable Machines room, int seats) {
        return room != null && seats <= room.working();
    }

    /** The seats of each slot are its people, in rooms of the site with machines enough, each opened once. */
    void balanced(JsonNode view) {
        var where = Json.text(view.path("site"), "name");
        var rooms = rooms(view);
        var opened = Opened.of(view);
        for (var slot : view.path("slots").values()) {
            var number = slot.path("number").asInt(-1);
            var open = opened.stream().filter(room -> room.slot() == number).toList();
            var seats = open.stream().mapToInt(Opened::seats).sum();
            found(
                    Claim.SEATS_ARE_PEOPLE,
                    slot.path("people").asInt(-1) == seats
                            && slot.path("seats").asInt(-1) == seats
                            && slot.path("problem").isNull(),
                    where + " has " + seats + " seats in slot " + number + ", the page says " + slot.path("people")
                            + " people, " + slot.path("seats") + " seats, " + slot.path("problem"));
            found(
                    Claim.SEATS_ARE_PEOPLE,
                    open.stream().map(Opened::room).distinct().count() == open.size()
                            && open.stream().allMatch(room -> fits(rooms.get(room.room()), room.seats())),
                    where + " has no machines for " + open);
        }
        oneNumberARoom(where, opened);
    }

    /** A room bears one number in all slots, and no two rooms bear the same. */
    private void oneNumberARoom(String where, List<Opened> opened) {
        var numbers = opened.stream()
                .collect(Collectors.groupingBy(Opened::room, Collectors.mapping(Opened::number, Collectors.toSet())));
        var all = new ArrayList<Integer>();
        numbers.values().forEach(all::addAll);
        found(
                Claim.SEATS_ARE_PEOPLE,
                all.size() == numbers.size() && all.stream().distinct().count() == all.size(),
                where + " numbers its rooms " + numbers);
    }

    private static Map<String, EvenSplit.Machines> rooms(JsonNode view) {
        return Json.each(view.path("rooms"))
                .collect(Collectors.toMap(
                        room -> Json.text(room, "id"),
                        room -> new EvenSplit.Machines(
                                room.path("machines").asInt(0),
                                room.path("spareMachines").asInt(0))));
    }

    private void found(Claim claim, boolean holds, String example) {
        findings.check(claim, holds, () -> example);
    }
}
