package org.onex.node.sitting;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessLimitsTests {

    private static final UUID ATTEMPT = new UUID(1, 1);

    private final AtomicLong nanos = new AtomicLong();
    private final GuessLimits limits = new GuessLimits(nanos::get);

    private void tries(int count) {
        IntStream.range(0, count).forEach(i -> limits.beforeTrying(ATTEMPT));
    }

    private void assertRefused() {
        assertThatExceptionOfType(SittingRefused.class).isThrownBy(() -> limits.beforeTrying(ATTEMPT));
    }

    @Test
    void afterFiveWrongNumbersThereIsOneTryASecond() {
        tries(5);
        assertRefused();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThatCode(() -> tries(1)).doesNotThrowAnyException();
        assertRefused();
    }

    @Test
    void beingRefusedDoesNotKeepTheOwnerOut() {
        tries(5);
        for (int i = 0; i < 9; i++) {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
            assertRefused();
        }
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
        assertThatCode(() -> tries(1)).doesNotThrowAnyException();
    }

    @Test
    void anotherTicketAndARightNumberBeginAnew() {
        tries(5);
        assertThatCode(() -> limits.beforeTrying(new UUID(2, 2))).doesNotThrowAnyException();
        limits.wasRight(ATTEMPT);
        assertThatCode(() -> tries(5)).doesNotThrowAnyException();
    }
}
