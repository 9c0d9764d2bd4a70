package org.onex.rehearsal.sitting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.onex.rehearsal.seating.Place;

/**
 * Who plays which part on the day of the exam (角色分配). Nearly half pass, of every college somebody as long as that is possible; the others
 * play everything else that has to be seen, what matters most first, so that the smallest rehearsals have it too.
 */
final class Cast {

    private static final List<Part> FIRST =
            List.of(Part.ABSENT, Part.CHEATS, Part.STAYS, Part.TOO_LATE, Part.HANDED_IN_FOR, Part.CHEATS, Part.TRIES);
    /** Again and again. */
    private static final List<Part> THEN = List.of(
            Part.TRIES,
            Part.STAYS,
            Part.TRIES,
            Part.ABSENT,
            Part.HANDED_IN_FOR,
            Part.TOO_LATE,
            Part.TAKEN_FOR_ANOTHER,
            Part.STAYS);

    /** Nine of twenty pass. */
    private static final int PASSING = 9;

    private static final int OF = 20;
    /** One of so many who pass comes late. */
    private static final int LATE = 5;

    private static final int LATE_REMAINDER = 3;

    /** By ticket. */
    private final Map<String, Part> parts;

    private Cast(Map<String, Part> parts) {
        this.parts = parts;
    }

    /**
     * @param places   of everybody who has a seat
     * @param colleges codes of those that take part, of which the first come first
     * @param seed     the same one casts the same people alike
     */
    static Cast of(List<Place> places, List<String> colleges, long seed) {
        var order = order(places, colleges, seed);
        var passing = Math.ceilDiv(order.size() * PASSING, OF);
        var parts = new HashMap<String, Part>();
        for (var i = 0; i < order.size(); i++) {
            parts.put(order.get(i).guest().ticket(), i < passing ? passing(i) : other(i - passing));
        }
        return new Cast(parts);
    }

    /** Somebody of each college, then everybody else. */
    private static List<Place> order(List<Place> places, List<String> colleges, long seed) {
        var shuffled = new ArrayList<>(places);
        shuffled.sort(Comparator.comparing(place -> place.guest().ticket()));
        Collections.shuffle(shuffled, new Random(seed));
        var order = new LinkedHashSet<Place>();
        for (var college : colleges) {
            shuffled.stream()
                    .filter(place -> place.guest().college().equals(college))
                    .findFirst()
                    .ifPresent(order::add);
        }
        order.addAll(shuffled);
        return List.copyOf(order);
    }

    private static Part passing(int index) {
        return index % LATE == LATE_REMAINDER ? Part.LEARNED_LATE : Part.LEARNED;
    }

    private static Part other(int index) {
        return index < FIRST.size() ? FIRST.get(index) : THEN.get((index - FIRST.size()) % THEN.size());
    }

    Part of(Place place) {
        return parts.getOrDefault(place.guest().ticket(), Part.TRIES);
    }
}
