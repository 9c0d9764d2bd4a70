package org.onex.center.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTests {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE);
    private final Pace pace = new Pace(clock::get);

    @Test
    void isDueAtFirstAndThenAfterAFifthOfASecondAlsoWhereTheClockOverflows() {
        assertThat(pace.isDue()).isTrue();
        assertThat(pace.isDue()).isFalse();
        clock.addAndGet(Duration.ofMillis(199).toNanos());
        assertThat(pace.isDue()).isFalse();
        clock.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(pace.isDue()).isTrue();
        assertThat(pace.isDue()).isFalse();
    }
}
