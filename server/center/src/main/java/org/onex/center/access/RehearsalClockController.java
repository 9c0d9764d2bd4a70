package org.onex.center.access;

import java.time.OffsetDateTime;
import java.util.Map;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.contract.kernel.Window;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.clock.MoveClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets the operator of a demonstration or rehearsal move business time forwards. There is no such endpoint in production. */
@RestController
@RequestMapping("/api/clock")
@ConditionalOnExpression("'${onex.mode:production}' != 'production'")
class RehearsalClockController {

    private final MoveClock move;
    private final BusinessClock clock;
    private final AuditTrail trail;

    RehearsalClockController(MoveClock move, BusinessClock clock, AuditTrail trail) {
        this.move = move;
        this.clock = clock;
        this.trail = trail;
    }

    record Advance(OffsetDateTime to) {}

    /** The business time that has been reached. */
    record Reached(OffsetDateTime now) {}

    @PostMapping("/advance")
    @PreAuthorize("hasAuthority('clock.move')")
    @Transactional
    public Reached advance(@RequestBody Advance request, Actor actor) {
        trail.record(actor, "clock.advance", "clock", Map.of("to", request.to().toString()));
        move.to(request.to().toInstant());
        return new Reached(clock.instant().atZone(Window.BEIJING).toOffsetDateTime());
    }
}
