package org.onex.center.node;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often an address may try to enrol: generously, because a whole college shares one; each code ends by itself after ten mistakes. */
@Component
class EnrolmentLimits {

    static final int TRIES = 300;
    private static final Duration REFILL = Duration.ofMinutes(1);

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    /**
     * @throws NodeRefused if there were too many tries from the address
     */
    void beforeTrying(String address) {
        var probe = buckets.get(
                        address,
                        a -> Bucket.builder()
                                .addLimit(limit -> limit.capacity(TRIES).refillGreedy(TRIES, REFILL))
                                .build())
                .tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            throw NodeRefused.of(NodeRefused.Code.TOO_MANY_ATTEMPTS, "retryAfterSeconds", 1 + wait.toSeconds());
        }
    }
}
