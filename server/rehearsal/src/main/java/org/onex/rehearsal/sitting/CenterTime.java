package org.onex.rehearsal.sitting;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Center;

/** Business time as the machines of the sites have it: that of the centre, which somebody moves forwards, and whom the nodes follow. */
final class CenterTime extends Clock {

    private static final Duration FOLLOWED = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_MS = 100;

    private final Center center;
    private final Collection<Wire> nodes;
    private volatile Duration ahead = Duration.ZERO;

    CenterTime(Center center, Collection<Wire> nodes) {
        this.center = center;
        this.nodes = nodes;
        lookAtCenter();
    }

    private void lookAtCenter() {
        ahead = Duration.between(Instant.now(), center.clock().now().toInstant());
    }

    /** Moves to that moment unless it has come, and waits until every node is there. */
    void advanceTo(OffsetDateTime moment) {
        center.advanceTo(moment);
        lookAtCenter();
        var give = System.nanoTime() + FOLLOWED.toNanos();
        for (var node : nodes) {
            while (timeOf(node).isBefore(moment)) {
                if (System.nanoTime() > give) {
                    throw new Unexpected("a node does not follow the centre's clock to " + moment);
                }
                LockSupport.parkNanos(Duration.ofMillis(LOOK_AGAIN_MS).toNanos());
            }
        }
    }

    private static OffsetDateTime timeOf(Wire node) {
        try {
            var told = node.send(Wire.Ask.get("/api/clock", ""), Pace.OF_PEOPLE.answer())
                    .answer()
                    .orFail();
            return OffsetDateTime.parse(Json.text(told, "now"));
        } catch (IOException e) {
            throw new Unexpected("a node does not tell the time: " + e, e);
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.ofHours(8);
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }
}
