package org.onex.node.invigilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PinLimitsTests {

    private Instant now = Instant.parse("2024-05-18T06:00:00Z");
    private final PinLimits limits = new PinLimits(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private void wrongTries(int count) {
        IntStream.range(0, count).forEach(i -> limits.beforeTrying("JKC1"));
    }

    @Test
    void theSixthWrongPinInARowIsNotEvenLookedAt() {
        wrongTries(5);
        assertThatExceptionOfType(InvigilationRefused.class)
                .isThrownBy(() -> limits.beforeTrying("JKC1"))
                .satisfies(refused -> assertThat(refused.facts()).containsEntry("retryAfterSeconds", 60L));
        assertThatCode(() -> limits.beforeTrying("JKC2")).doesNotThrowAnyException();
    }

    @Test
    void tryingOnDoesNotKeepItClosed() {
        wrongTries(5);
        now = now.plusSeconds(50);
        assertThatExceptionOfType(InvigilationRefused.class).isThrownBy(() -> limits.beforeTrying("JKC1"));
        now = now.plus(Duration.ofSeconds(10));
        assertThatCode(() -> limits.beforeTrying("JKC1")).doesNotThrowAnyException();
    }

    @Test
    void aRightPinBeginsTheCountAnew() {
        wrongTries(4);
        limits.beforeTrying("JKC1");
        limits.wasRight("JKC1");
        assertThatCode(() -> wrongTries(5)).doesNotThrowAnyException();
    }
}
