package org.onex.center.photo;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Says when it is time to say again how far the work is: a few times a second, however fast it goes. */
final class Pace {

    private static final long INTERVAL = Duration.ofMillis(200).toNanos();

    private final LongSupplier nanos;
    private long last;

    /** @param nanos a clock that only goes forward */
    Pace(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong() - INTERVAL;
    }

    /** True at first; asking when it is true begins the next interval. */
    boolean isDue() {
        long now = nanos.getAsLong();
        if (now - last < INTERVAL) {
            return false;
        }
        last = now;
        return true;
    }
}
