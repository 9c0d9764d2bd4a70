package org.onex.center.job;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Where jobs are worked on in this process. Of each kind one always finds a place, so that no kind keeps another one waiting; some kinds
 * take further places as long as there are any. Whoever has waited longest goes first.
 */
final class Places {

    /** Beside the first ones of all kinds; each may hold a connection to the database, and people need some, too. */
    private static final int FURTHER = 2;

    /** Within this time whoever is first in the queue asks again. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** Who has not come back by then is being worked on elsewhere, or is not wanted any more. */
    private static final long GONE = Duration.ofSeconds(5).toNanos();

    private final LongSupplier nanos;
    private final Map<String, Integer> taken = new HashMap<>();
    /** By kind, the oldest first (ids tell the time): when each comes back. */
    private final Map<String, NavigableMap<UUID, Long>> waiting = new HashMap<>();

    /** @param nanos a clock that only goes forward */
    Places(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** How many jobs are worked on at once at most. */
    static int most(Collection<JobWork> works) {
        return works.size() + FURTHER;
    }

    /**
     * Takes a place for a job.
     *
     * @return after what time to ask again; nothing if the place is taken and must be left in the end
     */
    synchronized Optional<Duration> take(JobWork work, UUID job) {
        var now = nanos.getAsLong();
        var queue = waiting.computeIfAbsent(work.kind(), kind -> new TreeMap<>());
        queue.values().removeIf(back -> now - back > GONE);
        var before = queue.headMap(job);
        var first = before.values().stream()
                .filter(back -> back - now <= SOON.toNanos())
                .count();
        if (first < free(work)) {
            queue.remove(job);
            taken.merge(work.kind(), 1, Integer::sum);
            return Optional.empty();
        }
        var pause = pause(before.size() / work.places());
        queue.put(job, now + pause.toNanos());
        return Optional.of(pause);
    }

    synchronized void leave(JobWork work) {
        taken.merge(work.kind(), -1, Integer::sum);
    }

    private int free(JobWork work) {
        var own = taken.getOrDefault(work.kind(), 0);
        var further = taken.values().stream()
                .mapToInt(places -> Math.max(0, places - 1))
                .sum();
        return Math.min(work.places() - own, (own == 0 ? 1 : 0) + FURTHER - further);
    }

    /** The further back in the queue, the longer: hundreds that ask all the time would be work themselves. */
    private static Duration pause(int turns) {
        var pause = SOON.multipliedBy(1L + turns);
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
