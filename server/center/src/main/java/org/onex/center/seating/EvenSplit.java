package org.onex.center.seating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.onex.center.site.Venue;

/**
 * How many people each room is best opened for: the fewest rooms that hold them all, evenly filled. 004 §四: 90 people and two rooms of 75
 * machines are 45 and 45.
 */
final class EvenSplit {

    private EvenSplit() {}

    /** So many seats in that room. */
    record RoomShare(UUID room, int seats) {}

    /**
     * The rooms to open, in the order in which the site names them. Spare machines are left alone as long as there is another way.
     *
     * @return nothing if nobody is to be seated, or if not even all machines that work suffice
     */
    static List<RoomShare> proposal(int people, List<Venue.MachineRoom> rooms) {
        if (people == 0) {
            return List.of();
        }
        var split = split(people, rooms, Venue.MachineRoom::usableMachines);
        return split.isEmpty() ? split(people, rooms, Venue.MachineRoom::machines) : split;
    }

    private static List<RoomShare> split(
            int people, List<Venue.MachineRoom> rooms, ToIntFunction<Venue.MachineRoom> capacity) {
        var opened = new ArrayList<Venue.MachineRoom>();
        var held = 0;
        for (var room : byCapacity(rooms, capacity).reversed()) {
            if (held < people) {
                opened.add(room);
                held += capacity.applyAsInt(room);
            }
        }
        if (held < people) {
            return List.of();
        }
        var left = people;
        var shares = new ArrayList<RoomShare>();
        // The smallest first: what they cannot hold is shared among the larger ones.
        for (var room : byCapacity(opened, capacity)) {
            var seats = Math.min(capacity.applyAsInt(room), left / (opened.size() - shares.size()));
            shares.add(new RoomShare(room.id(), seats));
            left -= seats;
        }
        var order = rooms.stream().map(Venue.MachineRoom::id).toList();
        shares.sort(Comparator.comparingInt(share -> order.indexOf(share.room())));
        return shares;
    }

    /** Of rooms that hold as many the first is the last: it is opened first, and it gets the person who is over. */
    private static List<Venue.MachineRoom> byCapacity(
            List<Venue.MachineRoom> rooms, ToIntFunction<Venue.MachineRoom> capacity) {
        return rooms.reversed().stream()
                .filter(room -> capacity.applyAsInt(room) > 0)
                .sorted(Comparator.comparingInt(capacity))
                .toList();
    }
}
