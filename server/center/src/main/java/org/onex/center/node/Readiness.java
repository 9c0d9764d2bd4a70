package org.onex.center.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an exam server last said of itself (就绪情况).
 *
 * @param heardAt    when it arrived, by the machine's clock
 * @param reportedAt when it arrived, by the business clock
 * @param skewMs     by how much the node's business clock is ahead, as far as one way can tell
 * @param version    of the product that runs there
 * @param freeBytes  on its disk
 * @param exams      sessions that it has and that are not over
 * @param practised  its best mock exam; null before the first
 */
record Readiness(
        Instant heardAt,
        Instant reportedAt,
        long skewMs,
        String version,
        long freeBytes,
        int exams,
        @Nullable Practice practised) {

    /**
     * A mock exam (模拟考试).
     *
     * @param at       by the node's business clock
     * @param handedIn how many of the seats handed in
     */
    record Practice(Instant at, int seats, int handedIn) {

        boolean isComplete() {
            return seats > 0 && handedIn == seats;
        }
    }
}
