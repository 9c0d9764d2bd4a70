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
     * @param begin what time it is now
     * @param nanos an even count of nanoseconds, {@link System#nanoTime}
     */
    SteadyClock(Instant begin, LongSupplier nanos) {
        this.begin = begin;
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
