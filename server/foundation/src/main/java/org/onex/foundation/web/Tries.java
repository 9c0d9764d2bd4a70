package org.onex.foundation.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * How often something may be tried under one name, such as a password for an account or a query from an address: so often at once, and as often
 * again spread over a time. Counted by the machine's clock and on this machine alone; who has not tried for long is forgotten.
 */
public final class Tries {

    private static final int MOST_NAMES = 100_000;

    private final int capacity;
    private final Duration refill;
    private final Cache<String, Bucket> buckets;

    /**
     * @param capacity how often at once
     * @param refill   the time in which that comes back
     */
    public Tries(int capacity, Duration refill) {
        this.capacity = capacity;
        this.refill = refill;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_NAMES)
                .expireAfterAccess(refill.plus(Duration.ofMinutes(1)))
                .build();
    }

    /**
     * Counts a try; a hundred at once are a hundred.
     *
     * @return empty if it may be made, otherwise after how many seconds the next one may
     */
    public OptionalLong take(String name) {
        var probe = bucket(name).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
    }

    /** A try that was counted was none. */
    public void giveBack(String name) {
        bucket(name).addTokens(1);
    }

    private Bucket bucket(String name) {
        return buckets.get(
                name,
                fresh -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, refill))
                        .build());
    }
}
