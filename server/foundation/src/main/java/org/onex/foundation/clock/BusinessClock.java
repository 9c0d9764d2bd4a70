package org.onex.foundation.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.onex.contract.kernel.Window;

/**
 * The one clock that deadlines, windows and stages are judged by (业务时钟): the machine's clock plus an offset. In a rehearsal the
 * offset moves time forwards, never back; login sessions, rate limits and identifiers do not use this clock.
 */
public final class BusinessClock extends Clock {

    private final Clock machine;
    private volatile Duration offset;

    BusinessClock(Clock machine, Duration offset) {
        this.machine = machine;
        this.offset = offset;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return Window.BEIJING;
    }

    /** The same clock whatever the zone: instants have none. */
    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(machine.withZone(zone), offset);
    }

    Duration offset() {
        return offset;
    }

    /**
     * Lets it be {@code moment} now.
     *
     * @throws ClockRefused if that moment has passed already
     */
    Duration advanceTo(Instant moment) {
        var now = machine.instant();
        if (moment.isBefore(now.plus(offset))) {
            throw ClockRefused.backwards(moment, now.plus(offset));
        }
        offset = Duration.between(now, moment);
        return offset;
    }
}
