package org.onex.node.sitting;

import java.util.UUID;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.ids.Ids;
import org.springframework.stereotype.Component;

/** What an invigilator may do to an attempt. Who may, and the record of it, is {@code invigilation}'s. */
@Component
public class SuperviseAttempts {

    private final WriteAttempts write;
    private final BusinessClock clock;

    SuperviseAttempts(WriteAttempts write, BusinessClock clock) {
        this.write = write;
        this.clock = clock;
    }

    /**
     * Lets the next sign-in come from another machine (解锁换机).
     *
     * @throws SittingRefused if the attempt is unknown or was handed in
     */
    public void unlock(UUID attempt) {
        var now = clock.instant();
        write.change(attempt, seat -> seat.unlock(now));
    }

    /**
     * Gives more time (延长时间); the candidate is told.
     *
     * @throws SittingRefused if the attempt is unknown or was handed in
     */
    public void extend(UUID attempt, int minutes) {
        var now = clock.instant();
        var told = new Instruction(Ids.next(), Instruction.Kind.EXTENDED, null, minutes);
        write.change(attempt, seat -> seat.extend(minutes, told, now));
    }

    /**
     * Shows the candidate a sentence (发消息).
     *
     * @throws SittingRefused if the attempt is unknown
     */
    public void tell(UUID attempt, String text) {
        var told = new Instruction(Ids.next(), Instruction.Kind.MESSAGE, text, null);
        write.change(attempt, seat -> seat.instruct(told));
    }
}
