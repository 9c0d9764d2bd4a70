package org.onex.foundation.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BusinessClockTests {

    private static final Instant WALL = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant DEMO = Instant.parse("2024-04-22T01:00:00Z");

    private final BusinessClock clock =
            new BusinessClock(Clock.fixed(WALL, ZoneOffset.UTC), Duration.between(WALL, DEMO));

    @Test
    void isTheMachinesTimePlusTheOffset() {
        assertThat(clock.instant()).isEqualTo(DEMO);
        assertThat(clock.getZone()).hasToString("Asia/Shanghai");
    }

    @Test
    void movesForwards() {
        var deadline = Instant.parse("2024-04-29T16:00:00Z");
        clock.moveBy(clock.offsetFor(deadline));
        assertThat(clock.instant()).isEqualTo(deadline);
    }

    @Test
    void doesNotMoveToWhereNobodyComesBackFrom() {
        assertThatExceptionOfType(ClockRefused.class).isThrownBy(() -> clock.offsetFor(Instant.MAX));
        assertThat(clock.instant()).isEqualTo(DEMO);
    }

    @Test
    void neverMovesBack() {
        assertThatExceptionOfType(ClockRefused.class)
                .isThrownBy(() -> clock.offsetFor(DEMO.minusMillis(1)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("clock.backwards"));
        assertThat(clock.instant()).isEqualTo(DEMO);
    }
}
