package org.onex.center.job;

import java.util.List;
import org.springframework.stereotype.Service;

/** Does at once what is due, for whoever moved the clock and must see the effects. */
@Service
public class RunDueWork {

    private static final int ROUNDS = 1_000;

    private final List<RecurringWork> works;

    RunDueWork(List<RecurringWork> works) {
        this.works = works;
    }

    /** Returns when nothing is due any more. */
    public void untilNothingIsDue() {
        for (int round = 0; round < ROUNDS; round++) {
            var wasSomething = false;
            for (var work : works) {
                wasSomething |= work.run();
            }
            if (!wasSomething) {
                return;
            }
        }
    }
}
