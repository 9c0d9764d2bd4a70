package org.onex.center.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.onex.center.staffing.AssignedInvigilator;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.vault.HashKey;

/**
 * Who looks after the rooms of a site and may sign in at the node's board (监考名单): whoever has a PIN.
 *
 * @param pins by invigilator
 */
record RoomKeepers(List<AssignedInvigilator> assigned, Map<UUID, String> pins) {

    RoomKeepers {
        assigned = List.copyOf(assigned);
        pins = Map.copyOf(pins);
    }

    /** Those of a slot, by number. */
    List<SiteBundle.RoomKeeper> of(SlotRoster roster, HashKey key) {
        var names = roster.names();
        var byNumber = new TreeMap<String, SiteBundle.RoomKeeper>();
        for (var one : assigned) {
            var room = names.get(one.opening());
            var pin = pins.get(one.invigilator());
            if (room != null && pin != null) {
                byNumber.merge(
                        one.number(),
                        new SiteBundle.RoomKeeper(one.number(), one.name(), key.hash(pin), List.of(room)),
                        RoomKeepers::inBoth);
            }
        }
        return List.copyOf(byNumber.values());
    }

    private static SiteBundle.RoomKeeper inBoth(SiteBundle.RoomKeeper one, SiteBundle.RoomKeeper other) {
        var rooms = new ArrayList<>(one.rooms());
        rooms.addAll(other.rooms());
        rooms.sort(String::compareTo);
        return new SiteBundle.RoomKeeper(one.number(), one.name(), one.pinHash(), rooms);
    }

    /** The rooms of a slot that nobody of them looks after, by number. */
    List<String> unattended(SlotRoster roster) {
        return roster.rooms().stream()
                .filter(room -> assigned.stream()
                        .noneMatch(one -> one.opening().equals(room.id()) && pins.containsKey(one.invigilator())))
                .map(SlotRoster::nameOf)
                .toList();
    }
}
