package org.onex.node.invigilation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invigilator (监考员) of what a site got for one slot.
 *
 * @param number JKC and digits
 * @param rooms  those they keep, by name
 */
record Keeper(UUID bundle, String number, String name, List<String> rooms) {

    Keeper {
        rooms = List.copyOf(rooms);
    }

    /** Those of their rooms that have this name; all if none is said. */
    List<String> roomsNamed(@Nullable String name) {
        return rooms.stream().filter(room -> name == null || room.equals(name)).toList();
    }

    /**
     * The number of the colleague who stands by what this one does.
     *
     * @param recognised as whom they were recognised, once per bundle
     * @throws InvigilationRefused if it is the same person, or one of another exam
     */
    String seconded(List<Keeper> recognised) {
        return recognised.stream()
                .filter(one -> one.bundle.equals(bundle) && !one.number.equals(number))
                .findFirst()
                .map(Keeper::number)
                .orElseThrow(() -> InvigilationRefused.of(InvigilationRefused.Code.SECOND_PERSON));
    }
}
