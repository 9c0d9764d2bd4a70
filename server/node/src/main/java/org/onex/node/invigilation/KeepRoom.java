package org.onex.node.invigilation;

import java.util.UUID;
import org.onex.foundation.clock.BusinessClock;
import org.onex.node.sitting.SittingDirectory;
import org.onex.node.sitting.SuperviseAttempts;
import org.springframework.stereotype.Component;

/** What invigilators do for a candidate: unlock, give time, tell. Each act and its record are one transaction, and the same act is done once. */
@Component
class KeepRoom {

    static final int LONGEST_TEXT = 200;
    static final int MOST_MINUTES = 60;

    private final SuperviseAttempts attempts;
    private final SittingDirectory sittings;
    private final BusinessClock clock;
    private final Acts acts;

    KeepRoom(SuperviseAttempts attempts, SittingDirectory sittings, BusinessClock clock, Acts acts) {
        this.attempts = attempts;
        this.sittings = sittings;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * For whom something is done.
     *
     * @param id identity of the act; the same again is the same act
     */
    record Request(UUID id, Keeper keeper, UUID attempt) {

        Acts.Act act(Acts.Kind kind, String reason) {
            return new Acts.Act(attempt, kind, keeper.number(), null, null, reason);
        }
    }

    void unlock(Request request, String reason) {
        var act = request.act(Acts.Kind.UNLOCK, text(reason));
        attempts.unlock(request.attempt(), trace(request, act));
    }

    /** Time is granted by two people. */
    void extend(Request request, Keeper second, int minutes, String reason) {
        var keeper = request.keeper();
        if (!second.session().equals(keeper.session()) || second.number().equals(keeper.number())) {
            throw InvigilationRefused.of(InvigilationRefused.Code.SECOND_PERSON);
        }
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw InvigilationRefused.outOfRange("minutes", 1, MOST_MINUTES);
        }
        var act = new Acts.Act(
                request.attempt(), Acts.Kind.EXTENSION, keeper.number(), second.number(), minutes, text(reason));
        attempts.extend(request.attempt(), minutes, trace(request, act));
    }

    void tell(Request request, String text) {
        var said = text(text);
        attempts.tell(request.attempt(), said, trace(request, request.act(Acts.Kind.MESSAGE, said)));
    }

    private SuperviseAttempts.Trace trace(Request request, Acts.Act act) {
        var session = request.keeper().session();
        if (!sittings.isOf(session, request.attempt())) {
            throw InvigilationRefused.of(InvigilationRefused.Code.NOT_IN_SESSION);
        }
        return new SuperviseAttempts.Trace() {
            @Override
            public boolean isDone() {
                return acts.isDone(request.id(), act);
            }

            @Override
            public void done() {
                acts.add(request.id(), session, act, clock.instant());
            }
        };
    }

    private static String text(String sent) {
        var text = sent.strip().replace("\0", "");
        if (text.isEmpty()) {
            throw InvigilationRefused.of(InvigilationRefused.Code.REASON_MISSING);
        }
        if (text.length() > LONGEST_TEXT) {
            throw InvigilationRefused.outOfRange("text", 1, LONGEST_TEXT);
        }
        return text;
    }
}
