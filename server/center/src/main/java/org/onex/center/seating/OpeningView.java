package org.onex.center.seating;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A room with everybody who sits there.
 *
 * @param seats in the order of their numbers
 */
record OpeningView(SiteSeatingView.RoomOpeningView opening, SlotHours slot, List<SeatView> seats) {

    record SlotHours(int number, OffsetDateTime opens, OffsetDateTime closes) {}
}
