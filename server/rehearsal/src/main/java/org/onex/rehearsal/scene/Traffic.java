package org.onex.rehearsal.scene;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.onex.rehearsal.outside.Latencies;

/** What went over the wire: how long each request took since the last look, and how many changes the product accepted so far. */
public final class Traffic {

    private List<Duration> times = new ArrayList<>();
    private long acceptedChanges;

    public synchronized void add(Duration time) {
        times.add(time);
    }

    public synchronized void changeAccepted() {
        acceptedChanges++;
    }

    public synchronized long acceptedChanges() {
        return acceptedChanges;
    }

    /** The requests since the last call. */
    public synchronized Latencies take() {
        var taken = new Latencies(times);
        times = new ArrayList<>();
        return taken;
    }
}
