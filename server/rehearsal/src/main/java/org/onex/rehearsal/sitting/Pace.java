package org.onex.rehearsal.sitting;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * How quickly people think, and how long they wait.
 *
 * @param thinkingMs  the longest pause between two things a candidate does
 * @param retryMs     the longest pause before trying again
 * @param answer      how long a device waits for an answer
 * @param impatientMs the longest that an impatient one waits
 * @param outage      how long the node may stay away before a candidate gives up
 */
record Pace(int thinkingMs, int retryMs, Duration answer, int impatientMs, Duration outage) {

    static final Pace OF_PEOPLE = new Pace(160, 400, Duration.ofSeconds(10), 12, Duration.ofMinutes(2));

    void think(Random random) {
        pause(random, thinkingMs);
    }

    void beforeRetry(Random random) {
        pause(random, retryMs);
    }

    Duration impatient(Random random) {
        return Duration.ofMillis(1 + random.nextInt(impatientMs));
    }

    private static void pause(Random random, int longest) {
        if (longest > 0) {
            LockSupport.parkNanos(Duration.ofMillis(1 + random.nextInt(longest)).toNanos());
        }
    }
}
