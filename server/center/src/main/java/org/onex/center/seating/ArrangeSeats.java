package org.onex.center.seating;

import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;

/** Gives everybody at a site a session, a seat and a ticket number (编排). */
@Service
class ArrangeSeats {

    private static final long DEFAULT_SEED = 1;

    static long seedOr(@Nullable Long wished) {
        return wished == null ? DEFAULT_SEED : wished;
    }

    void arrange(PlanSite where, int version, long seed, Actor actor) {
        throw SeatingRefused.of(SeatingRefused.Code.UNKNOWN);
    }
}
