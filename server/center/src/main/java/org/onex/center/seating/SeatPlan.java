package org.onex.center.seating;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onex.center.catalog.Level;
import org.onex.center.registration.Registered;

/**
 * Who sits where in one slot. A college stays within few rooms and its classes are mixed over them; in a room, neighbours come from different
 * classes as far as that is possible. The same people, rooms and seed give the same places.
 */
final class SeatPlan {

    private SeatPlan() {}

    /**
     * Somebody to be seated.
     *
     * @param session the alternative that they sit
     */
    record Guest(Registered who, int session) {

        /** Classes of one name at two colleges are two classes. */
        Schoolclass schoolclass() {
            return new Schoolclass(who.college(), who.className());
        }

        private Offering offering() {
            return new Offering(who.qualification(), who.level(), session);
        }
    }

    record Schoolclass(String college, String name) {}

    private record Offering(String qualification, Level level, int session) implements Comparable<Offering> {

        private static final Comparator<Offering> ORDER = Comparator.comparing(Offering::qualification)
                .thenComparing(Offering::level)
                .thenComparingInt(Offering::session);

        @Override
        public int compareTo(Offering other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A seat with its guest.
     *
     * @param seat from 1
     */
    record Place(RoomOpening opening, int seat, Guest guest) {}

    /**
     * How well a plan is done.
     *
     * @param pairs        how often two people sit side by side, or one behind the other
     * @param sameClass    how often these two are of one class
     * @param collegeRooms in how many rooms each college is, added up; at best as many as there are colleges
     */
    record Quality(int pairs, int sameClass, int collegeRooms) {}

    /**
     * @param guests   in the same order whenever it is asked
     * @param openings the rooms of the slot
     * @throws IllegalArgumentException if there are not as many seats as people
     */
    static List<Place> of(List<Guest> guests, List<RoomOpening> openings, long seed) {
        if (openings.stream().mapToInt(RoomOpening::seats).sum() != guests.size()) {
            throw new IllegalArgumentException("there are not as many seats as people");
        }
        var queue = inOrder(guests, new Random(seed));
        var places = new ArrayList<Place>();
        for (var opening : openings.stream()
                .sorted(Comparator.comparingInt(RoomOpening::number))
                .toList()) {
            var seated = queue.subList(places.size(), places.size() + opening.seats());
            // Each room has its own chance: it does not depend on how many steps another one took.
            var arranged = NeighbourSearch.arranged(seated, opening, new Random(31 * seed + opening.number()));
            for (int i = 0; i < arranged.size(); i++) {
                places.add(new Place(opening, i + 1, arranged.get(i)));
            }
        }
        return places;
    }

    static Quality quality(Collection<Place> places) {
        var pairs = 0;
        var sameClass = 0;
        for (var room : grouped(places, Place::opening).entrySet()) {
            var guests = room.getValue().stream()
                    .sorted(Comparator.comparingInt(Place::seat))
                    .map(Place::guest)
                    .toList();
            pairs += NeighbourSearch.pairs(guests.size(), room.getKey().columns());
            sameClass += NeighbourSearch.sameClassPairs(guests, room.getKey().columns());
        }
        var collegeRooms = places.stream()
                .map(place ->
                        Map.entry(place.guest().who().college(), place.opening().id()))
                .distinct()
                .count();
        return new Quality(pairs, sameClass, (int) collegeRooms);
    }

    /** Level by level and the largest colleges first. */
    private static List<Guest> inOrder(List<Guest> guests, Random random) {
        var order = new ArrayList<Guest>();
        grouped(guests, Guest::offering).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(level -> grouped(level.getValue(), guest -> guest.who().college()).entrySet().stream()
                        .sorted(Comparator.comparingInt((Map.Entry<String, List<Guest>> college) ->
                                        -college.getValue().size())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .forEach(college -> order.addAll(mixed(college.getValue(), random))));
        return order;
    }

    /** A college's classes dealt out evenly, so that each part of the order holds some of each class; within a class by chance. */
    private static List<Guest> mixed(List<Guest> college, Random random) {
        record Turn(double share, int group, Guest guest) {}
        var turns = new ArrayList<Turn>();
        var groups = 0;
        for (var schoolclass : grouped(college, Guest::schoolclass).values()) {
            Collections.shuffle(schoolclass, random);
            for (int i = 0; i < schoolclass.size(); i++) {
                turns.add(new Turn((i + 0.5) / schoolclass.size(), groups, schoolclass.get(i)));
            }
            groups++;
        }
        turns.sort(Comparator.comparingDouble(Turn::share).thenComparingInt(Turn::group));
        return turns.stream().map(Turn::guest).toList();
    }

    private static <T, K> Map<K, List<T>> grouped(Collection<T> all, Function<T, K> key) {
        return all.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    }
}
