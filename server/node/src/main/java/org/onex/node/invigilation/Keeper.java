package org.onex.node.invigilation;

import java.util.List;
import java.util.UUID;

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
}
