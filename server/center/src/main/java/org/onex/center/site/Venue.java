package org.onex.center.site;

import java.util.List;
import java.util.UUID;

/**
 * An exam site as a place: where it is and which rooms it has.
 *
 * @param college      code of the college it belongs to
 * @param awardingBody code of the body that approved it, or did not
 * @param rooms        in the order in which the college names them
 */
public record Venue(
        UUID id,
        String name,
        String college,
        String awardingBody,
        String address,
        boolean approved,
        List<MachineRoom> rooms) {

    public Venue {
        rooms = List.copyOf(rooms);
    }

    /**
     * A physical room with machines (机房).
     *
     * @param building      where it is; empty if nobody said so
     * @param machines      those that work
     * @param spareMachines those of them that are kept free for a failure
     */
    public record MachineRoom(UUID id, String name, String building, int machines, int spareMachines) {

        /** What people tell it apart by, "实训楼 301 机房". */
        public String place() {
            return (building + " " + name).strip();
        }

        /** How many may be planned with: those that work without the spare ones. */
        public int usableMachines() {
            return machines - spareMachines;
        }
    }
}
