package org.onex.center.seating;

import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;

/** Takes back the seats of a site, so that it can be arranged anew. */
@Service
class WithdrawSeats {

    void withdraw(PlanSite where, int version, String reason, Actor actor) {
        throw SeatingRefused.of(SeatingRefused.Code.UNKNOWN);
    }
}
