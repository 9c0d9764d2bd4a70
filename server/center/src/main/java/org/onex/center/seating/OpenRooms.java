package org.onex.center.seating;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;

/** Opens a site's machine rooms for a plan (设置考场). */
@Service
class OpenRooms {

    /**
     * A room that is to be open.
     *
     * @param columns seats in a row; absent if nobody cares
     */
    record Wanted(int slot, UUID room, int seats, @Nullable Integer columns) {}

    void open(PlanSite where, int version, List<Wanted> wanted, Actor actor) {
        throw SeatingRefused.of(SeatingRefused.Code.UNKNOWN);
    }
}
