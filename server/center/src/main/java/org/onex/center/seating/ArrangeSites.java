package org.onex.center.seating;

import java.util.Map;
import java.util.UUID;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;

/** Arranges all sites of a plan that are ready for it. */
@Service
class ArrangeSites {

    UUID start(String plan, long seed, Actor actor) {
        throw SeatingRefused.of(SeatingRefused.Code.PLAN_UNKNOWN, Map.of("plan", plan));
    }
}
