package org.onex.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.onex.rehearsal.outside.Latencies;

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
}
