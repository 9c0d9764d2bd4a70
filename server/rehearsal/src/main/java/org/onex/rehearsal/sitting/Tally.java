package org.onex.rehearsal.sitting;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** How often what happened, for the report; whoever wants to break something at a busy moment waits here for one. */
final class Tally {

    static final String BEATS = "beats acknowledged";

    private final Map<String, Long> counts = new TreeMap<>();

    synchronized void add(String what) {
        add(what, 1);
    }

    synchronized void add(String what, long times) {
        counts.merge(what, times, Long::sum);
        notifyAll();
    }

    synchronized long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    synchronized Map<String, Long> all() {
        return new TreeMap<>(counts);
    }

    /** Until something has happened so often, at most for a while. */
    synchronized boolean await(String what, long times, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        while (of(what) < times) {
            var leftMs = (end - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                return false;
            }
            try {
                wait(leftMs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
