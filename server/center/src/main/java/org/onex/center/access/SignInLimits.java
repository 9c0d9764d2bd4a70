package org.onex.center.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * How often somebody may try a password: few wrong ones for an account, many for an address, because a whole college shares one.
 */
@Component
class SignInLimits {

    static final int WRONG_PER_ACCOUNT = 5;
    static final Duration ACCOUNT_REFILL = Duration.ofMinutes(5);
    static final int TRIES_PER_ADDRESS = 300;
    private static final Duration ADDRESS_REFILL = Duration.ofMinutes(1);

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    /**
     * Counts this try as a wrong one until {@link #afterRightPassword} says otherwise, so that a hundred tries at once are a hundred.
     *
     * @throws AccessRefused if there were too many wrong passwords for the account or too many tries from the address
     */
    void beforeTrying(String login, String address) {
        take(bucket("address " + address, TRIES_PER_ADDRESS, ADDRESS_REFILL));
        take(account(login));
    }

    void afterRightPassword(String login) {
        account(login).addTokens(1);
    }

    private static void take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw AccessRefused.tooManyAttempts(
                    1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
        }
    }

    private Bucket account(String login) {
        return bucket("account " + login.toLowerCase(Locale.ROOT), WRONG_PER_ACCOUNT, ACCOUNT_REFILL);
    }

    private Bucket bucket(String key, int capacity, Duration refill) {
        return buckets.get(
                key,
                k -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, refill))
                        .build());
    }
}
