package org.onex.center.access;

import java.time.OffsetDateTime;
import org.onex.center.job.RunDueWork;
import org.onex.center.organization.Actor;
import org.onex.contract.kernel.Window;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.clock.OutsideProduction;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets the operator of a demonstration or rehearsal move business time forwards. There is no such endpoint in production. */
@RestController
@RequestMapping("/api/clock")
@OutsideProduction
class RehearsalClockController {

    private final AdvanceClock advance;
    private final RunDueWork dueWork;
    private final BusinessClock clock;

    RehearsalClockController(AdvanceClock advance, RunDueWork dueWork, BusinessClock clock) {
        this.advance = advance;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    record Advance(OffsetDateTime to) {}

    /** The business time that has been reached. */
    record Reached(OffsetDateTime now) {}

    /** Answers when what has become due is done. */
    @PostMapping("/advance")
    @PreAuthorize("hasAuthority('clock.move')")
    Reached advance(@RequestBody Advance request, Actor actor) {
        advance.to(request.to().toInstant(), actor);
        dueWork.untilNothingIsDue();
        return new Reached(clock.instant().atZone(Window.BEIJING).toOffsetDateTime());
    }
}
