package org.onex.node.courier;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a key that the centre did not give is asked for again (再次询问): when the centre said that it will give it out, but never later than a
 * fixed patience, since a plan may change; and not at the same moment as all the other nodes.
 */
final class AskAgain {

    private static final int JITTER_MS = 1_000;

    private final Duration patience;
    private final RandomGenerator chance;
    private final Map<UUID, Instant> notBefore = new HashMap<>();

    /**
     * @param patience zero to ask whenever one looks, as in a rehearsal, where hours pass in a moment
     */
    AskAgain(Duration patience, RandomGenerator chance) {
        this.patience = patience;
        this.chance = chance;
    }

    boolean isTimeFor(UUID session, Instant now) {
        return !now.isBefore(notBefore.getOrDefault(session, now));
    }

    /**
     * @param releasesAt as the centre said it; null or unreadable if it said nothing
     */
    void later(UUID session, Instant now, @Nullable String releasesAt) {
        if (!patience.isZero()) {
            var latest = now.plus(patience);
            var promised = read(releasesAt);
            var then = promised != null && promised.isAfter(now) && promised.isBefore(latest) ? promised : latest;
            notBefore.put(session, then.plusMillis(chance.nextInt(JITTER_MS)));
        }
    }

    void forget(UUID session) {
        notBefore.remove(session);
    }

    private static @Nullable Instant read(@Nullable String time) {
        try {
            return time == null ? null : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
