package org.onex.center.seating;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;

/**
 * A room with everybody who sits there.
 *
 * @param seats in the order of their numbers
 */
record OpeningView(SiteSeatingView.RoomOpeningView opening, SlotHours slot, List<SeatView> seats) {

    record SlotHours(int number, OffsetDateTime opens, OffsetDateTime closes) {}

    /**
     * A place in a room and who sits there.
     *
     * @param seat    from 1; likewise the row, from the front, and the column
     * @param form    the paper form
     * @param ticket  the ticket number
     * @param number  the ID number, masked
     * @param session which alternative of the offering they sit, from 1
     */
    record SeatView(
            int seat,
            int row,
            int column,
            String form,
            String ticket,
            UUID candidate,
            UUID registration,
            String name,
            String number,
            SiteSeatingView.SeatedCollege college,
            String className,
            QualificationName qualification,
            Level level,
            int session) {}
}
