package org.onex.center.seating;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.site.Venue;
import org.onex.foundation.ids.Ids;

/** The rooms that a college wants to open at a site for a plan, compared with what the site has and what others use (机位数要和考生人数相匹配). */
final class RoomChoice {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
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
        var open = new HashMap<SlotRoom, RoomOpening>();
        before.forEach(opening -> open.put(SlotRoom.of(opening), opening));
        return numbered(wanted, open);
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

    private List<RoomOpening> numbered(List<OpenRooms.Wanted> wanted, Map<SlotRoom, RoomOpening> before) {
        var used = venue.rooms().stream()
                .filter(room -> wanted.stream().anyMatch(one -> one.room().equals(room.id())))
                .toList();
        var openings = new ArrayList<RoomOpening>();
        for (var slot : slots) {
            for (int i = 0; i < used.size(); i++) {
                var room = used.get(i);
                for (var one : wanted) {
                    if (one.slot() == slot.number() && one.room().equals(room.id())) {
                        openings.add(opening(i + 1, room, one, before.get(new SlotRoom(one.slot(), one.room()))));
                    }
                }
            }
        }
        return openings;
    }

    /** What nobody says otherwise stays as it was. */
    private static RoomOpening opening(
            int number, Venue.MachineRoom room, OpenRooms.Wanted wanted, @Nullable RoomOpening before) {
        var columns = wanted.columns();
        return new RoomOpening(
                before == null ? Ids.next() : before.id(),
                wanted.slot(),
                number,
                room.id(),
                room.place(),
                wanted.seats(),
                columns != null ? columns : before == null ? DEFAULT_COLUMNS : before.columns());
    }

    /** What tells a room apart at its college, however its name is written: "实训楼 ３０１" is "实训楼301". */
    static String placeOf(String name) {
        return BLANKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * @throws SeatingRefused if a room is somebody else's at that time
     */
    void requireFree(Collection<RoomOpening> openings, Collection<RoomOpenings.Taken> taken) {
        for (var opening : openings) {
            var hours = slots.get(opening.slot() - 1).window();
            var place = placeOf(opening.name());
            for (var other : taken) {
                if (other.place().equals(place) && other.hours().overlaps(hours)) {
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
                        .noneMatch(other -> other.place().equals(placeOf(room.place()))
                                && other.hours().overlaps(slot.window())))
                .toList();
    }
}
