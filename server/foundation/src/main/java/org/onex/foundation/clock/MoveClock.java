package org.onex.foundation.clock;

import java.time.Instant;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Moves the business clock of a rehearsal forwards and remembers it. Exists outside production only. */
public final class MoveClock {

    private final BusinessClock clock;
    private final ClockSetting setting;

    MoveClock(BusinessClock clock, ClockSetting setting) {
        this.clock = clock;
        this.setting = setting;
    }

    /**
     * Within a transaction the clock moves when that is committed, so that it is never ahead of what is remembered.
     *
     * @throws ClockRefused if that moment has passed already or is out of reach
     */
    public synchronized void to(Instant moment) {
        var offset = clock.offsetFor(moment);
        setting.store(offset);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            clock.moveBy(offset);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                clock.moveBy(offset);
            }
        });
    }
}
