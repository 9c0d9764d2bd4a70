package org.onex.center.seating;

import java.util.UUID;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;

/** Lets two people change places. */
@Service
class SwapSeats {

    record SeatReference(UUID opening, int seat) {}

    /**
     * @param version of the seating that whoever asks has seen
     */
    record Swap(int version, String reason, SeatReference first, SeatReference second) {}

    void swap(PlanSite where, Swap swap, Actor actor) {
        throw SeatingRefused.of(SeatingRefused.Code.UNKNOWN);
    }
}
