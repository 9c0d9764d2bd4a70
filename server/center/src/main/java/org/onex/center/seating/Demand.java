package org.onex.center.seating;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onex.center.catalog.Level;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationDirectory.SiteCount;

/**
 * How many people need a seat in each session (场次人数).
 *
 * @param people     by session; nobody where it is absent
 * @param impossible how many have no session left beside their other exams
 */
record Demand(Map<Slot.Session, Integer> people, int impossible) {

    Demand {
        people = Map.copyOf(people);
    }

    /** The people of each offering spread evenly over its alternatives as they are printed, the odd ones first, as sessions are chosen. */
    static Demand spread(List<SiteCount> counts, List<Slot> slots) {
        var people = new HashMap<Slot.Session, Integer>();
        for (var count : counts) {
            var sessions = slots.stream()
                    .flatMap(slot -> slot.sessions().stream())
                    .filter(session -> session.isOf(count.qualification(), count.level()))
                    .sorted(Comparator.comparingInt(Slot.Session::number))
                    .toList();
            var left = count.people();
            for (int i = 0; i < sessions.size(); i++) {
                var share = Math.ceilDiv(left, sessions.size() - i);
                if (share > 0) {
                    people.merge(sessions.get(i), share, Integer::sum);
                }
                left -= share;
            }
        }
        return new Demand(people, 0);
    }

    /** As the sessions were chosen. */
    static Demand chosen(List<Registered> registered, SessionChoice choice, List<Slot> slots) {
        var people = new HashMap<Slot.Session, Integer>();
        for (var who : registered) {
            var session = choice.sessions().get(who.key());
            if (session != null) {
                count(people, slots, who.qualification(), who.level(), session);
            }
        }
        return new Demand(people, choice.impossible().size());
    }

    /** As people sit. */
    static Demand seated(Collection<Seat> seats, List<Slot> slots) {
        var people = new HashMap<Slot.Session, Integer>();
        seats.forEach(seat -> count(people, slots, seat.qualification(), seat.level(), seat.session()));
        return new Demand(people, 0);
    }

    int of(Slot.Session session) {
        return people.getOrDefault(session, 0);
    }

    int of(Slot slot) {
        return slot.sessions().stream().mapToInt(this::of).sum();
    }

    /** Whether there are as many seats as people in every slot. */
    boolean isMetBy(Collection<RoomOpening> openings, List<Slot> slots) {
        var seats = seatsBySlot(openings);
        return impossible == 0 && slots.stream().allMatch(slot -> of(slot) == seats.getOrDefault(slot.number(), 0));
    }

    static Map<Integer, Integer> seatsBySlot(Collection<RoomOpening> openings) {
        var seats = new TreeMap<Integer, Integer>();
        openings.forEach(opening -> seats.merge(opening.slot(), opening.seats(), Integer::sum));
        return seats;
    }

    private static void count(
            Map<Slot.Session, Integer> people, List<Slot> slots, String qualification, Level level, int number) {
        slots.stream()
                .flatMap(slot -> slot.session(qualification, level, number).stream())
                .forEach(session -> people.merge(session, 1, Integer::sum));
    }
}
