package org.onex.contract.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WindowTests {

    private static final Instant NINE = Instant.parse("2024-05-18T01:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));

    @Test
    void isOpenAtItsBeginningAndNoLongerAtItsEnd() {
        var window = new Window(NINE, TEN);
        assertThat(window.isOpenAt(NINE)).isTrue();
        assertThat(window.isOpenAt(TEN.minusNanos(1))).isTrue();
        assertThat(window.isOpenAt(TEN)).isFalse();
        assertThat(window.isOpenAt(NINE.minusNanos(1))).isFalse();
    }

    @Test
    void windowsThatOnlyTouchDoNotOverlap() {
        assertThat(new Window(NINE, TEN).overlaps(new Window(TEN, ELEVEN))).isFalse();
        assertThat(new Window(NINE, ELEVEN).overlaps(new Window(TEN, ELEVEN))).isTrue();
        assertThat(new Window(TEN, ELEVEN).overlaps(new Window(NINE, ELEVEN))).isTrue();
    }

    @Test
    void aDayEndsAtTheNextMidnightInBeijing() {
        assertThat(Window.endOf(LocalDate.of(2024, 4, 29))).isEqualTo("2024-04-29T16:00:00Z");
    }

    @Test
    void cannotCloseBeforeItOpens() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(TEN, TEN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(TEN, NINE));
    }
}
