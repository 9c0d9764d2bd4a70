package org.onex.rehearsal.seating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two people who could look at each other's screens: beside or behind each other in one room. */
record Neighbours(Place one, Place other) {

    /** All of them, each pair once, by rows and columns. */
    static List<Neighbours> of(List<Place> places) {
        var byOpening = places.stream()
                .collect(Collectors.groupingBy(place -> place.spot().opening()));
        var pairs = new ArrayList<Neighbours>();
        byOpening.values().forEach(room -> {
            var at = new HashMap<List<Integer>, Place>();
            room.forEach(place -> at.put(seat(place, 0, 0), place));
            room.forEach(place -> Stream.of(seat(place, 0, 1), seat(place, 1, 0))
                    .map(at::get)
                    .filter(Objects::nonNull)
                    .forEach(neighbour -> pairs.add(new Neighbours(place, neighbour))));
        });
        return pairs;
    }

    private static List<Integer> seat(Place place, int behind, int beside) {
        return List.of(place.spot().row() + behind, place.spot().column() + beside);
    }

    /** Of one class of one college; who has no class is in the same as others without. */
    boolean areClassmates() {
        return one.guest().college().equals(other.guest().college())
                && one.guest().className().equals(other.guest().className());
    }
}
