package org.onex.node.invigilation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How often a PIN may be wrong: five times in a row for a number, then it is closed for a minute. By the machine's clock. */
@Component
class PinLimits {

    static final int WRONG_IN_A_ROW = 5;
    static final Duration CLOSED_FOR = Duration.ofMinutes(1);
    /** Numbers are guessed, too; what is remembered about them must not fill the memory. */
    private static final int MOST_NUMBERS = 10_000;

    private record Tries(int wrong, Instant last) {}

    private final Map<String, Tries> tries = new ConcurrentHashMap<>();
    private final Clock machine;

    @Autowired
    PinLimits() {
        this(Clock.systemUTC());
    }

    PinLimits(Clock machine) {
        this.machine = machine;
    }

    /**
     * Counts this try as a wrong one until {@link #wasRight} says otherwise, so that a hundred at once are a hundred.
     *
     * @throws InvigilationRefused if the number is closed
     */
    void beforeTrying(String number) {
        var now = machine.instant();
        if (tries.size() > MOST_NUMBERS) {
            tries.values().removeIf(old -> !now.isBefore(old.last.plus(CLOSED_FOR)));
        }
        var counted = tries.merge(number, new Tries(1, now), (old, one) -> next(old, now));
        if (counted.wrong > WRONG_IN_A_ROW) {
            var wait = Duration.between(now, counted.last.plus(CLOSED_FOR));
            throw InvigilationRefused.tooManyAttempts(Math.max(1, wait.toSeconds()));
        }
    }

    /** While it is closed, trying on does not prolong it. */
    private static Tries next(Tries old, Instant now) {
        if (!now.isBefore(old.last.plus(CLOSED_FOR))) {
            return new Tries(1, now);
        }
        return new Tries(old.wrong + 1, old.wrong >= WRONG_IN_A_ROW ? old.last : now);
    }

    void wasRight(String number) {
        tries.remove(number);
    }
}
