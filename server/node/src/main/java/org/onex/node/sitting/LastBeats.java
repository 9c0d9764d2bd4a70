package org.onex.node.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When each device was last heard of, since this node started. Not worth a flush to disk: the next beat says it again. */
@Component
class LastBeats {

    private final Map<UUID, Instant> beats = new ConcurrentHashMap<>();

    void heard(UUID attempt, Instant now) {
        beats.put(attempt, now);
    }

    @Nullable Duration since(UUID attempt, Instant now) {
        var last = beats.get(attempt);
        return last == null ? null : Duration.between(last, now);
    }
}
