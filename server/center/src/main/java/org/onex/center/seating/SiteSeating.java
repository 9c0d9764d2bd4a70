package org.onex.center.seating;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where everybody sits at a site for a plan, once it has been arranged.
 *
 * @param plan     its code
 * @param version  changes with every change of rooms or seats; what was printed from another one is stale
 * @param since    when seats were last given or changed
 * @param slots    those in which somebody sits there
 * @param openings by slot and number
 * @param seats    by slot, number of the room and number of the seat
 */
public record SiteSeating(
        String plan,
        UUID site,
        int version,
        Instant since,
        List<Slot> slots,
        List<RoomOpening> openings,
        List<Seat> seats) {

    public SiteSeating {
        slots = List.copyOf(slots);
        openings = List.copyOf(openings);
        seats = List.copyOf(seats);
    }
}
