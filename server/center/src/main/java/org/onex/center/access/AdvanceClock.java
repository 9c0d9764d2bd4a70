package org.onex.center.access;

import java.time.Instant;
import java.util.Map;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.foundation.clock.MoveClock;
import org.onex.foundation.clock.OutsideProduction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves business time forwards in a demonstration or rehearsal, on record. */
@Service
@OutsideProduction
class AdvanceClock {

    private final MoveClock move;
    private final AuditTrail trail;

    AdvanceClock(MoveClock move, AuditTrail trail) {
        this.move = move;
        this.trail = trail;
    }

    @Transactional
    void to(Instant moment, Actor actor) {
        trail.record(actor, "clock.advance", "clock", Map.of("to", moment.toString()));
        move.to(moment);
    }
}
