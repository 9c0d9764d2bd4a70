package org.onex.node.courier;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.clock.ClockRefused;
import org.onex.foundation.clock.MoveClock;
import org.onex.foundation.clock.OutsideProduction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps a rehearsal's node at the centre's business time: where somebody moved that one forwards, this one follows within seconds. A node
 * in production keeps its own time.
 */
@Component
@OutsideProduction
class FollowCenterClock {

    private static final Logger log = LoggerFactory.getLogger(FollowCenterClock.class);
    /** Less than this is the time that asking takes; two seconds and the centre would call the node's clock wrong. */
    private static final Duration WORTH_MOVING = Duration.ofMillis(200);

    private final BusinessClock clock;
    private final MoveClock move;
    private final CenterAddress center;
    private final CenterLine line;

    FollowCenterClock(BusinessClock clock, MoveClock move, CenterAddress center, CenterLine line) {
        this.clock = clock;
        this.move = move;
        this.center = center;
        this.line = line;
    }

    @Scheduled(fixedDelay = 2_000)
    void follow() {
        center.known().ifPresent(this::follow);
    }

    private void follow(String address) {
        try {
            var reading = line.askUnsigned(address, "GET", "/api/clock", null);
            if (reading.status() == 200) {
                reached(OffsetDateTime.parse(reading.body().path("now").asString(""))
                        .toInstant());
            }
        } catch (CenterAway | DateTimeException e) {
            // A site without a line to the centre is an ordinary site.
            log.debug("The centre's clock cannot be read", e);
        }
    }

    /** Goes where the centre is, unless we are there or beyond. */
    void reached(Instant centerTime) {
        if (Duration.between(clock.instant(), centerTime).compareTo(WORTH_MOVING) > 0) {
            try {
                move.to(centerTime);
            } catch (ClockRefused e) {
                log.debug("Time went past {} meanwhile", centerTime);
            }
        }
    }
}
