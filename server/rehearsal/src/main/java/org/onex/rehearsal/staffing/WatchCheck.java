package org.onex.rehearsal.staffing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.seating.Place;

/** What must hold of the rooms of a site and those who supervise them. */
final class WatchCheck {

    private final Findings<Claim> findings;

    WatchCheck(Findings<Claim> findings) {
        this.findings = findings;
    }

    /**
     * Whatever was drawn or assigned so far.
     *
     * @param places   of the site
     * @param approved ids of those who may be assigned
     */
    void check(List<Watch> rooms, List<Place> places, Set<String> approved) {
        var people = places.stream()
                .collect(Collectors.groupingBy(place -> place.spot().opening(), Collectors.summingInt(place -> 1)));
        found(
                Claim.ENOUGH_INVIGILATORS,
                rooms.stream().map(Watch::opening).collect(Collectors.toSet()).equals(people.keySet()),
                "people sit in " + people.size() + " rooms, " + rooms.size() + " are to be supervised");
        rooms.forEach(room -> {
            numbers(room, people.getOrDefault(room.opening(), 0));
            room.invigilators()
                    .forEach((id, one) -> found(
                            Claim.ONLY_APPROVED_INVIGILATE,
                            approved.contains(id) && Json.text(one, "number").matches("JKC\\d{8}"),
                            Json.text(one, "name") + " " + Json.text(one, "number") + " supervises " + room
                                    + " and is not approved"));
        });
        nobodyTwice(rooms);
    }

    private void numbers(Watch room, int people) {
        var required = Need.of(people);
        found(
                Claim.ENOUGH_INVIGILATORS,
                room.people() == people
                        && room.required() == required
                        && room.missing()
                                == Math.max(0, required - room.invigilators().size()),
                room + " has " + people + " people and needs " + required + ", the page says " + room.people()
                        + " people, " + room.required() + " required, "
                        + room.invigilators().size() + " there, " + room.missing() + " missing");
    }

    private void nobodyTwice(List<Watch> rooms) {
        for (var i = 0; i < rooms.size(); i++) {
            var room = rooms.get(i);
            for (var other : rooms.subList(i + 1, rooms.size())) {
                if (room.overlaps(other)) {
                    var both = room.invigilators().keySet().stream()
                            .filter(other.invigilators()::containsKey)
                            .toList();
                    found(
                            Claim.NO_INVIGILATOR_TWICE,
                            both.isEmpty(),
                            both.size() + " invigilators are in " + room + " and in " + other);
                }
            }
        }
    }

    /** Nobody is missing any more. */
    void enough(List<Watch> rooms) {
        rooms.forEach(room -> found(
                Claim.ENOUGH_INVIGILATORS,
                room.missing() == 0 && room.invigilators().size() >= room.required(),
                room + " needs " + room.required() + " and has "
                        + room.invigilators().size()));
    }

    /**
     * Whoever teaches the subject was drawn only where everybody else is in some room at that time already.
     *
     * @param teaching by the id of those who may be assigned, whether they teach it
     */
    void teachersLast(List<Watch> rooms, Map<String, Boolean> teaching) {
        rooms.stream().collect(Collectors.groupingBy(Watch::slot)).forEach((slot, together) -> {
            var busy = together.stream()
                    .flatMap(room -> room.invigilators().keySet().stream())
                    .collect(Collectors.toSet());
            var idle = teaching.entrySet().stream()
                    .filter(one -> !one.getValue() && !busy.contains(one.getKey()))
                    .count();
            var teachers =
                    busy.stream().filter(id -> teaching.getOrDefault(id, false)).count();
            found(
                    Claim.TEACHERS_LAST,
                    teachers == 0 || idle == 0,
                    "in slot " + slot + " " + teachers + " who teach the subject were drawn and " + idle
                            + " others were not");
        });
    }

    private void found(Claim claim, boolean holds, String example) {
        findings.check(claim, holds, () -> example);
    }
}
