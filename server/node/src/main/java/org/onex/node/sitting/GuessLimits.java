package org.onex.node.sitting;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How often ID numbers may be tried for one ticket: after five wrong ones only one a second. Nobody is locked out by a neighbour, and
 * nobody finds a number by trying them all. A room is one address, so addresses do not count.
 */
@Component
class GuessLimits {

    static final int WRONG_IN_A_ROW = 5;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private record Tries(int wrong, long last, boolean refused) {}

    /** Grows with the roster and not with what strangers think of. */
    private final Map<UUID, Tries> tries = new ConcurrentHashMap<>();

    private final LongSupplier nanos;

    @Autowired
    GuessLimits() {
        this(System::nanoTime);
    }

    GuessLimits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Counts this try as a wrong one until {@link #wasRight} says otherwise.
     *
     * @throws SittingRefused if the last one is less than a second ago
     */
    void beforeTrying(UUID attempt) {
        var now = nanos.getAsLong();
        var counted = tries.merge(attempt, new Tries(1, now, false), (old, one) -> next(old, now));
        if (counted.refused) {
            throw SittingRefused.tooManyAttempts();
        }
    }

    private static Tries next(Tries old, long now) {
        var isTooSoon = old.wrong >= WRONG_IN_A_ROW && now - old.last < PAUSE_NANOS;
        return isTooSoon ? new Tries(old.wrong, old.last, true) : new Tries(old.wrong + 1, now, false);
    }

    void wasRight(UUID attempt) {
        tries.remove(attempt);
    }
}
