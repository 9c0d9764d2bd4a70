package org.onex.center.seating;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of seats that somebody may see. */
class SeatList {

    /**
     * What somebody looks for; absent means any.
     *
     * @param plan its code
     * @param q    part of a name, or a whole ticket number
     */
    record Filter(
            @Nullable String plan,
            @Nullable UUID site,
            @Nullable Integer slot,
            @Nullable String q) {}
}
