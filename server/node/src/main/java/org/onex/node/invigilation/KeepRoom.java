package org.onex.node.invigilation;

import java.util.UUID;
import org.onex.foundation.clock.BusinessClock;
import org.onex.node.sitting.SittingDirectory;
import org.onex.node.sitting.SuperviseAttempts;
import org.springframework.stereotype.Component;

/**
 * What invigilators do for a candidate: unlock, give time, tell. Each act is noted before it is done and ticked off afterwards, so that
 * nothing happens without a record and nothing that was ticked off happens twice.
 */
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
     * @param act identity of the act; the same again is the same act
     */
    record Request(UUID act, Keeper keeper, UUID attempt) {}

    void unlock(Request request, String reason) {
        var act = new Acts.Act(Acts.Kind.UNLOCK, null, null, text(reason));
        once(request, act, () -> attempts.unlock(request.attempt()));
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
        var act = new Acts.Act(Acts.Kind.EXTENSION, second.number(), minutes, text(reason));
        once(request, act, () -> attempts.extend(request.attempt(), minutes));
    }

    void tell(Request request, String text) {
        var said = text(text);
        var act = new Acts.Act(Acts.Kind.MESSAGE, null, null, said);
        once(request, act, () -> attempts.tell(request.attempt(), said));
    }

    private void once(Request request, Acts.Act act, Runnable doing) {
        if (!sittings.isOf(request.keeper().session(), request.attempt())) {
            throw InvigilationRefused.of(InvigilationRefused.Code.NOT_IN_SESSION);
        }
        if (acts.note(request, act, clock.instant())) {
            doing.run();
            acts.tickOff(request.act(), clock.instant());
        }
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
