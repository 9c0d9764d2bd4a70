package org.onex.center.staffing;

import org.onex.center.seating.RoomOpening;
import org.onex.contract.kernel.Window;

/**
 * A room opening that has to be looked after.
 *
 * @param hours  of its slot
 * @param people how many sit there
 */
record StaffedRoom(RoomOpening opening, Window hours, int people) {

    private static final int SMALL_ROOM = 40;
    private static final int FOR_A_SMALL_ROOM = 2;
    private static final int PEOPLE_FOR_EACH = 20;

    /** How many invigilators it needs (004 §五): two for up to 40 people, one for every 20 of more. */
    int required() {
        if (people == 0) {
            return 0;
        }
        return people <= SMALL_ROOM ? FOR_A_SMALL_ROOM : Math.ceilDiv(people, PEOPLE_FOR_EACH);
    }
}
