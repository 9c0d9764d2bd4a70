package org.onex.foundation.clock;

import java.time.Instant;

/** Moves the business clock of a rehearsal forwards and remembers it. Exists outside production only. */
public final class MoveClock {

    private final BusinessClock clock;
    private final ClockSetting setting;

    MoveClock(BusinessClock clock, ClockSetting setting) {
        this.clock = clock;
        this.setting = setting;
    }

    /**
     * @throws ClockRefused if that moment has passed already
     */
    public synchronized void to(Instant moment) {
        setting.store(clock.advanceTo(moment));
    }
}
