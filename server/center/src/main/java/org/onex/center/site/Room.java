package org.onex.center.site;

import java.util.UUID;

/**
 * A physical room with machines (机房); not its opening for a plan.
 *
 * @param building      where it is, "实训楼"
 * @param machines      those that work
 * @param spareMachines those of them that are kept free for a failure
 */
record Room(UUID id, String name, String building, int machines, int spareMachines, boolean cameras, boolean network) {

    private static final int MOST_MACHINES = 1000;

    Room {
        SiteRefused.require(!name.isBlank() && name.length() <= 50, "rooms.name");
        SiteRefused.require(building.length() <= 50, "rooms.building");
        SiteRefused.require(machines >= 0 && machines <= MOST_MACHINES, "rooms.machines");
        SiteRefused.require(spareMachines >= 0 && spareMachines <= machines, "rooms.spareMachines");
    }

    /** What people tell it apart by. */
    String place() {
        return building + " " + name;
    }
}
