package org.onex.rehearsal.printing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onex.rehearsal.seating.Place;

/**
 * A room in one slot with everybody who sits there, of whom its papers must speak.
 *
 * @param places by seat; never none
 */
record SeatedRoom(String opening, List<Place> places) {

    /** All rooms in which these people sit, by how they were opened. */
    static Map<String, SeatedRoom> of(List<Place> places) {
        return places.stream()
                .sorted(Comparator.comparingInt(place -> place.spot().seat()))
                .collect(Collectors.groupingBy(place -> place.spot().opening()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, room -> new SeatedRoom(room.getKey(), room.getValue())));
    }

    private Place.Spot any() {
        return places.getFirst().spot();
    }

    /** As it stands on the door. */
    String title() {
        return "第" + any().room() + "考场";
    }

    String name() {
        return any().roomName();
    }

    String siteName() {
        return any().siteName();
    }

    int people() {
        return places.size();
    }
}
