package org.onex.foundation.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * A clock that runs evenly and never back: it takes the time of day once, when it is made, and counts from there. Somebody who sets the
 * machine's clock during an exam neither gives nor takes a minute.
 */
final class SteadyClock extends Clock {

    private final Instant begin;
    private final long beginNanos;
    private final LongSupplier nanos;

    /**
     * @param machine the machine's time of day
     * @param floor   what was the time already, before a restart; the clock does not begin earlier
     * @param nanos   an even count of nanoseconds, {@link System#nanoTime}
     */
    SteadyClock(Instant machine, Instant floor, LongSupplier nanos) {
        this.begin = machine.isBefore(floor) ? floor : machine;
        this.nanos = nanos;
        this.beginNanos = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return begin.plusNanos(nanos.getAsLong() - beginNanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Instants have no zone, and nobody asks this clock for anything else. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a steady clock has no zone but UTC");
    }
}
