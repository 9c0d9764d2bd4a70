package org.onex.node.courier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.clock.Mode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How the talk with the centre goes (与中心的联系): when it was last heard of, and what is in the way if it is not. Forgotten at a restart. */
@Component
class Contact {

    private static final Logger log = LoggerFactory.getLogger(Contact.class);

    private static final Duration SAID_AGAIN = Duration.ofMinutes(5);

    private static final long TOLERATED_MS = 2_000;

    private final Clock clock;
    private final boolean isOwnTime;
    private State state = new State(null, null, null);
    private String lastSaid = "";
    private Instant lastSaidAt = Instant.EPOCH;

    /** A clock that another one moves forwards, as a rehearsal does, is off for a moment without being wrong. */
    @Autowired
    Contact(BusinessClock clock, Mode mode) {
        this(clock, mode.isProduction());
    }

    Contact(Clock clock, boolean isOwnTime) {
        this.clock = clock;
        this.isOwnTime = isOwnTime;
    }

    /**
     * How it stands.
     *
     * @param heardAt null if it was not heard of since the start
     * @param problem code of what is in the way; null if nothing is
     * @param aheadMs how far this node's clock is ahead of the centre's; null if that is not known
     */
    record State(
            @Nullable Instant heardAt,
            @Nullable String problem,
            @Nullable Long aheadMs) {}

    /** A line that is down comes first: without it nobody knows the time. */
    synchronized State state() {
        var aheadMs = state.aheadMs();
        if (isOwnTime && state.problem() == null && aheadMs != null && Math.abs(aheadMs) > TOLERATED_MS) {
            return new State(state.heardAt(), CourierRefused.Code.CLOCK_OFF.code(), aheadMs);
        }
        return state;
    }

    synchronized void heard() {
        state = new State(clock.instant(), null, state.aheadMs());
    }

    synchronized void compared(long aheadMs) {
        state = new State(state.heardAt(), state.problem(), aheadMs);
    }

    /** Said once in a while, not every two seconds of a night without a line. */
    synchronized void lost(CenterAway why) {
        var now = clock.instant();
        if (!why.code().equals(lastSaid) || lastSaidAt.plus(SAID_AGAIN).isBefore(now)) {
            log.warn("No help from the centre: {} {}", why.code(), why.getMessage());
            lastSaid = why.code();
            lastSaidAt = now;
        }
        state = new State(state.heardAt(), why.code(), state.aheadMs());
    }
}
