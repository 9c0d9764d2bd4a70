package org.onex.node.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.onex.foundation.clock.BusinessClock;
import org.springframework.stereotype.Component;

/**
 * When each device was last heard of. Not worth a flush to disk: the next beat says it again. Whoever was not heard of since the node
 * started has been silent at least that long.
 */
@Component
class LastBeats {

    private final Map<UUID, Instant> beats = new ConcurrentHashMap<>();
    private final Instant nodeStart;

    LastBeats(BusinessClock clock) {
        nodeStart = clock.instant();
    }

    void heard(UUID attempt, Instant now) {
        beats.put(attempt, now);
    }

    Duration since(UUID attempt, Instant now) {
        return Duration.between(beats.getOrDefault(attempt, nodeStart), now);
    }
}
