package org.onex.center.site;

import java.util.ArrayList;
import java.util.List;

/** What a college says of its site (申报表): its name and address, who answers for it, and its machine rooms. */
record SiteDetails(String name, String address, SiteManager manager, List<Room> rooms) {

    private static final int MOST_ROOMS = 100;

    /** What an application needs before it can be submitted. */
    enum Part {
        ADDRESS,
        MANAGER,
        /** At least one room with at least one machine. */
        ROOMS
    }

    SiteDetails {
        SiteRefused.require(!name.isBlank() && name.length() <= 100, "name");
        SiteRefused.require(address.length() <= 200, "address");
        SiteRefused.require(rooms.size() <= MOST_ROOMS, "rooms");
        SiteRefused.require(rooms.stream().map(Room::place).distinct().count() == rooms.size(), "rooms.name");
        rooms = List.copyOf(rooms);
    }

    List<Part> missing() {
        var missing = new ArrayList<Part>();
        if (address.isBlank()) {
            missing.add(Part.ADDRESS);
        }
        if (!manager.isKnown()) {
            missing.add(Part.MANAGER);
        }
        if (machines() == 0) {
            missing.add(Part.ROOMS);
        }
        return missing;
    }

    int machines() {
        return rooms.stream().mapToInt(Room::machines).sum();
    }

    int spareMachines() {
        return rooms.stream().mapToInt(Room::spareMachines).sum();
    }
}
