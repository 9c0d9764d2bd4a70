package org.onex.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What went over the wire: how long each request took since the last look, and how many changes the product accepted so far. */
final class Traffic {

    private List<Duration> times = new ArrayList<>();
    private long acceptedChanges;

    synchronized void add(Duration time) {
        times.add(time);
    }

    synchronized void changeAccepted() {
        acceptedChanges++;
    }

    synchronized long acceptedChanges() {
        return acceptedChanges;
    }

    /** The requests since the last call. */
    synchronized Latencies take() {
        var taken = new Latencies(times);
        times = new ArrayList<>();
        return taken;
    }

    /** The times of some requests. */
    static final class Latencies {

        private final List<Duration> sorted;

        Latencies(List<Duration> times) {
            sorted = times.stream().sorted().toList();
        }

        int count() {
            return sorted.size();
        }

        /**
         * The smallest time that at least so many of a hundred requests did not exceed, in milliseconds; null when there was none.
         *
         * @param percent from 1 to 100
         */
        @Nullable Double percentile(int percent) {
            if (sorted.isEmpty()) {
                return null;
            }
            var rank = Math.ceilDiv(sorted.size() * percent, 100);
            return Math.round(sorted.get(Math.max(rank, 1) - 1).toNanos() / 10_000.0) / 100.0;
        }
    }
}
