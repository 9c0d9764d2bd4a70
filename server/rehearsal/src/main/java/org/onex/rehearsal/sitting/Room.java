package org.onex.rehearsal.sitting;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;

/**
 * The examination room (考场) that the virtual candidates share.
 *
 * @param clock what the machines believe the node's time to be
 */
record Room(Wire wire, Invigilator invigilator, Pace pace, Clock clock, Tally tally, Findings<AnswerClaim> findings) {

    /** The room of a mock exam, with clocks that were set by the node's. */
    static Room of(Wire wire, Invigilator invigilator, Pace pace, Tally tally, Findings<AnswerClaim> findings) {
        var machine = Clock.systemUTC();
        try {
            var told = wire.send(Wire.Ask.get("/api/clock", ""), pace.answer())
                    .answer()
                    .orFail();
            var now = OffsetDateTime.parse(Json.text(told, "now")).toInstant();
            var clock = Clock.offset(machine, Duration.between(machine.instant(), now));
            return new Room(wire, invigilator, pace, clock, tally, findings);
        } catch (IOException e) {
            throw new Unexpected("the node does not tell the time: " + e, e);
        }
    }
}
