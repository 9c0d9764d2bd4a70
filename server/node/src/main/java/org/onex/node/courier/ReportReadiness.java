package org.onex.node.courier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.Window;
import org.onex.foundation.clock.BusinessClock;
import org.onex.node.sitting.PracticeDirectory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells the centre how this node is (就绪情况), so that somebody there sees in time what is missing here. */
@Component
class ReportReadiness {

    private static final long SLOW_MS = 500;

    private final CenterLine line;
    private final Contact contact;
    private final AwaitedKeys sessions;
    private final PracticeDirectory practice;
    private final BusinessClock clock;
    private final Path data;
    private final String version;

    ReportReadiness(
            CenterLine line,
            Contact contact,
            AwaitedKeys sessions,
            PracticeDirectory practice,
            BusinessClock clock,
            @Value("${onex.data}") Path data,
            @Value("${onex.version}") String version) {
        this.line = line;
        this.contact = contact;
        this.sessions = sessions;
        this.practice = practice;
        this.clock = clock;
        this.data = data;
        this.version = version;
    }

    /** The mock exam that went best. */
    private record Practised(OffsetDateTime at, int seats, int handedIn) {}

    private record Readiness(
            OffsetDateTime now,
            String version,
            long freeBytes,
            @Nullable Practised practised,
            int exams) {}

    /**
     * @throws CenterAway if it cannot be told
     */
    void report(Enrolment we) {
        var aheadMs = told(we);
        if (Math.abs(aheadMs) > SLOW_MS) {
            // The first time takes long by itself, and a slow message looks like a slow clock.
            aheadMs = told(we);
        }
        contact.compared(aheadMs);
    }

    private long told(Enrolment we) {
        var practised = practice.best()
                .map(best -> new Practised(Window.inBeijing(best.at()), best.seats(), best.handedIn()))
                .orElse(null);
        var exams = sessions.notOverAt(clock.instant());
        var free = freeBytes();
        var readiness = new Readiness(Window.inBeijing(clock.instant()), version, free, practised, exams);
        var answer = line.ask(we, "PUT", "/api/node/readiness", readiness).expecting(200);
        return answer.body().path("skewMs").asLong();
    }

    private long freeBytes() {
        try {
            return Files.getFileStore(data).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
