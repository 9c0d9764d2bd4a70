package org.onex.center.seating;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onex.center.site.Venue;
import org.onex.foundation.ids.Ids;

/** The rooms that a college wants to open at a site for a plan, compared with what the site has and what others use (机位数要和考生人数相匹配). */
final class RoomChoice {

    private static final int MOST_COLUMNS = 50;
    private static final int DEFAULT_COLUMNS = 6;

    private final Venue venue;
    private final List<Slot> slots;

    RoomChoice(Venue venue, List<Slot> slots) {
        this.venue = venue;
        this.slots = slots;
    }

    private record SlotRoom(int slot, UUID room) {

        static SlotRoom of(RoomOpening opening) {
            return new SlotRoom(opening.slot(), opening.room());
        }
    }

    /**
     * The openings in the order of slots and of the site's rooms; a room that stays open in a slot keeps its id.
     *
     * @throws SeatingRefused if a room is unknown, is named twice for a slot, or has fewer working machines than seats
     */
    List<RoomOpening> openings(List<OpenRooms.Wanted> wanted, Collection<RoomOpening> before) {
        var rooms = venue.rooms().stream().collect(Collectors.toMap(Venue.MachineRoom::id, Function.identity()));
        var named = new HashSet<SlotRoom>();
        for (var one : wanted) {
            SeatingRefused.require(slots.stream().anyMatch(slot -> slot.number() == one.slot()), "slot");
            SeatingRefused.require(one.seats() > 0, "seats");
            var columns = one.columns();
            SeatingRefused.require(columns == null || (columns > 0 && columns <= MOST_COLUMNS), "columns");
            SeatingRefused.require(named.add(new SlotRoom(one.slot(), one.room())), "room");
            requireMachines(one, rooms);
        }
        var ids = new HashMap<SlotRoom, UUID>();
        before.forEach(opening -> ids.put(SlotRoom.of(opening), opening.id()));
        return numbered(wanted, ids);
    }

    private static void requireMachines(OpenRooms.Wanted wanted, Map<UUID, Venue.MachineRoom> rooms) {
        var room = rooms.get(wanted.room());
        if (room == null) {
            throw SeatingRefused.of(
                    SeatingRefused.Code.ROOM_UNKNOWN,
                    Map.of("room", wanted.room().toString()));
        }
        if (wanted.seats() > room.machines()) {
            throw SeatingRefused.of(
                    SeatingRefused.Code.TOO_MANY_SEATS,
                    Map.of("room", room.place(), "seats", wanted.seats(), "machines", room.machines()));
        }
    }

    private List<RoomOpening> numbered(List<OpenRooms.Wanted> wanted, Map<SlotRoom, UUID> ids) {
        var used = venue.rooms().stream()
                .filter(room -> wanted.stream().anyMatch(one -> one.room().equals(room.id())))
                .toList();
        var openings = new ArrayList<RoomOpening>();
        for (var slot : slots) {
            for (int i = 0; i < used.size(); i++) {
                var room = used.get(i);
                for (var one : wanted) {
                    if (one.slot() == slot.number() && one.room().equals(room.id())) {
                        var id = ids.getOrDefault(new SlotRoom(one.slot(), one.room()), Ids.next());
                        openings.add(opening(id, i + 1, room, one));
                    }
                }
            }
        }
        return openings;
    }

    private static RoomOpening opening(UUID id, int number, Venue.MachineRoom room, OpenRooms.Wanted wanted) {
        var columns = wanted.columns() == null ? DEFAULT_COLUMNS : wanted.columns();
        return new RoomOpening(id, wanted.slot(), number, room.id(), room.place(), wanted.seats(), columns);
    }

    /**
     * @throws SeatingRefused if a room is somebody else's at that time
     */
    void requireFree(Collection<RoomOpening> openings, Collection<RoomOpenings.Taken> taken) {
        for (var opening : openings) {
            var hours = slots.get(opening.slot() - 1).window();
            for (var other : taken) {
                if (other.name().equals(opening.name()) && other.hours().overlaps(hours)) {
                    throw SeatingRefused.of(
                            SeatingRefused.Code.ROOM_TAKEN,
                            Map.of(
                                    "room", opening.name(),
                                    "opens", SeatingRefused.told(other.hours().opens()),
                                    "closes", SeatingRefused.told(other.hours().closes())));
                }
            }
        }
    }

    /** The rooms that nobody else has in a slot. */
    List<Venue.MachineRoom> free(Slot slot, Collection<RoomOpenings.Taken> taken) {
        return venue.rooms().stream()
                .filter(room -> taken.stream()
                        .noneMatch(other -> other.name().equals(room.place())
                                && other.hours().overlaps(slot.window())))
                .toList();
    }
}
