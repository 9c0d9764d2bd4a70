package org.onex.node.sitting;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.ids.Ids;
import org.springframework.stereotype.Component;

/**
 * What an invigilator may do to an attempt. Who may, and the record of it, is {@code invigilation}'s. An attempt of a forgotten bundle is
 * unknown, also to whoever asked before it was forgotten and waited until it was.
 */
@Component
public class SuperviseAttempts {

    private final WriteAttempts write;
    private final Attempts attempts;
    private final BusinessClock clock;

    SuperviseAttempts(WriteAttempts write, Attempts attempts, BusinessClock clock) {
        this.write = write;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** What an act leaves behind, kept in the same transaction as the act itself. */
    public interface Trace {

        /** Whether this very act was done before. */
        boolean isDone();

        void done();
    }

    /**
     * Lets the next sign-in come from another machine (解锁换机), for ten minutes.
     *
     * @throws SittingRefused if the attempt is unknown or was handed in, or entry is not open yet
     */
    public void unlock(UUID attempt, Trace trace) {
        var now = clock.instant();
        once(attempt, trace, seat -> seat.unlock(now));
    }

    /**
     * Gives more time (延长时间); the candidate is told.
     *
     * @throws SittingRefused if the attempt is unknown or was handed in, or entry is not open yet
     */
    public void extend(UUID attempt, int minutes, Trace trace) {
        var now = clock.instant();
        var told = new Instruction(Ids.next(), Instruction.Kind.EXTENDED, null, minutes);
        once(attempt, trace, seat -> seat.extend(minutes, told, now));
    }

    /**
     * Shows the candidate a sentence (发消息).
     *
     * @throws SittingRefused if the attempt is unknown or entry is not open yet
     */
    public void tell(UUID attempt, String text, Trace trace) {
        var now = clock.instant();
        var told = new Instruction(Ids.next(), Instruction.Kind.MESSAGE, text, null);
        once(attempt, trace, seat -> seat.instruct(told, now));
    }

    /**
     * Hands in for the candidate (强制交卷).
     *
     * @throws SittingRefused if the attempt is unknown, was not started or is handed in
     */
    public void handIn(UUID attempt, Trace trace) {
        var now = clock.instant();
        once(attempt, trace, seat -> seat.force(now));
    }

    /**
     * Whether a candidate is there, as the node knows it.
     *
     * @param isHere       signed in at a machine, now or before
     * @param awaitedUntil until when they may still come; null if they are here, or it is too late
     */
    public record Whereabouts(boolean isHere, @Nullable Instant awaitedUntil) {}

    /**
     * Keeps what an invigilator has seen. Nothing happens to the attempt, and nothing else happens to it meanwhile.
     *
     * @param check says no by an exception; then nothing is kept
     * @throws SittingRefused if the attempt is unknown, or entry is not open yet
     */
    public void observe(UUID attempt, Consumer<Whereabouts> check, Trace trace) {
        var now = clock.instant();
        once(attempt, trace, seat -> {
            seat.requireEntryOpen(now);
            check.accept(whereabouts(seat, now));
        });
    }

    private Whereabouts whereabouts(Attempt seat, Instant now) {
        if (seat.progress().epoch() > 0) {
            return new Whereabouts(true, null);
        }
        var runs = attempts.runsOf(seat.seat().person().ticket());
        return new Whereabouts(false, runs.awaitedUntil(seat.id(), now).orElse(null));
    }

    private void once(UUID attempt, Trace trace, Consumer<Attempt> act) {
        write.change(attempt, seat -> {
            if (!trace.isDone()) {
                act.accept(seat);
                trace.done();
            }
        });
    }
}
