package org.onex.foundation.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTests {

    private static final Instant NOON = Instant.parse("2024-05-18T04:00:00Z");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);

    @Test
    void countsFromTheTimeOfDayItWasMadeAt() {
        var clock = new SteadyClock(NOON, Instant.EPOCH, nanos::get);
        assertThat(clock.instant()).isEqualTo(NOON);
        nanos.addAndGet(90_000_000_000L);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(90));
    }

    @Test
    void doesNotBeginBeforeATimeThatWasSeenAlready() {
        var clock = new SteadyClock(Instant.parse("2000-01-01T00:00:00Z"), NOON, nanos::get);
        assertThat(clock.instant()).isEqualTo(NOON);
    }
}
