package org.onex.rehearsal.staffing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onex.rehearsal.seating.Place;

/** How many invigilators rooms need (004 §五), worked out by the rehearsal itself. */
final class Need {

    private static final int FEW = 40;
    private static final int OF_A_ROOM = 2;
    private static final int PEOPLE_EACH = 20;

    private Need() {}

    /** Two for up to 40 people, of more at least one for 20. */
    static int of(int people) {
        return people <= FEW ? OF_A_ROOM : Math.ceilDiv(people, PEOPLE_EACH);
    }

    /** By the room as it was opened. */
    static Map<String, Integer> byRoom(List<Place> places) {
        return places.stream()
                .collect(Collectors.groupingBy(place -> place.spot().opening(), Collectors.summingInt(place -> 1)))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, room -> of(room.getValue())));
    }

    /** How many are needed at once at the most. */
    static int atOnce(List<Place> places) {
        return places.stream()
                .collect(Collectors.groupingBy(place -> place.spot().slot()))
                .values()
                .stream()
                .mapToInt(slot -> byRoom(slot).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .max()
                .orElse(0);
    }
}
