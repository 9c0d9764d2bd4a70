package org.onex.foundation.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.onex.contract.kernel.Window;

/**
 * The one clock that deadlines, windows and stages are judged by (业务时钟): the machine's clock plus an offset. In a rehearsal the
 * offset moves time forwards, never back; login sessions, rate limits and identifiers do not use this clock.
 */
public final class BusinessClock extends Clock {

    /** No rehearsal jumps farther at once. */
    private static final Duration FARTHEST = Duration.ofDays(3660);

    private final Clock machine;
    private volatile Duration offset;

    BusinessClock(Clock machine, Duration offset) {
        this.machine = machine;
        this.offset = offset;
    }

    /** In whole milliseconds: finer ones would be rounded away by databases and messages, and the same moment must stay the same. */
    @Override
    public Instant instant() {
        return machine.instant().plus(offset).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return Window.BEIJING;
    }

    /** A view of this clock as it stands; it does not follow when the clock is moved. */
    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(machine, offset).withZone(zone);
    }

    Duration offset() {
        return offset;
    }

    /**
     * The offset by which it would be {@code moment} now; nothing moves yet.
     *
     * @throws ClockRefused if that moment has passed already, or lies so far ahead that nobody can mean it
     */
    Duration offsetFor(Instant moment) {
        var now = machine.instant();
        if (moment.isBefore(now.plus(offset)) || moment.isAfter(now.plus(offset).plus(FARTHEST))) {
            throw ClockRefused.unreachable(moment, now.plus(offset));
        }
        return Duration.between(now, moment);
    }

    void moveBy(Duration newOffset) {
        offset = newOffset;
    }
}
