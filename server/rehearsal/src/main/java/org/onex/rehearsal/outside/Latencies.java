package org.onex.rehearsal.outside;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The times of some requests. */
public final class Latencies {

    private final List<Duration> sorted;

    public Latencies(List<Duration> times) {
        sorted = times.stream().sorted().toList();
    }

    public int count() {
        return sorted.size();
    }

    /**
     * The smallest time that at least so many of a hundred requests did not exceed, in milliseconds; null when there was none.
     *
     * @param percent from 1 to 100
     */
    public @Nullable Double percentile(int percent) {
        if (sorted.isEmpty()) {
            return null;
        }
        var rank = Math.ceilDiv(sorted.size() * percent, 100);
        return Math.round(sorted.get(Math.max(rank, 1) - 1).toNanos() / 10_000.0) / 100.0;
    }
}
