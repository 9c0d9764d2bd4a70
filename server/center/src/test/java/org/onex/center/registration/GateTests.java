package org.onex.center.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.onex.center.registration.RegistrationFixtures.DEADLINE;

import org.junit.jupiter.api.Test;

class GateTests {

    private static final Gate GATE = Gate.of("HK-2024-1-01", "hongke", DEADLINE);

    @Test
    void isOpenUntilTheLastNanosecondOfTheLastDay() {
        assertThat(GATE.isOpenAt(DEADLINE.minusNanos(1))).isTrue();
        assertThat(GATE.isOpenAt(DEADLINE)).isFalse();
    }

    @Test
    void saysOnWhichDayItWasShut() {
        assertThatExceptionOfType(RegistrationRefused.class)
                .isThrownBy(() -> GATE.requireOpenAt(DEADLINE))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("registration.closed"))
                .satisfies(refused -> assertThat(refused.facts()).containsEntry("lastDay", "2024-04-29"));
    }

    @Test
    void isNotFrozenBeforeTheDeadline() {
        assertThatIllegalStateException().isThrownBy(() -> GATE.frozen(DEADLINE.minusNanos(1)));
    }

    @Test
    void isFrozenOnce() {
        var frozen = GATE.frozen(DEADLINE);
        assertThat(frozen.frozen(DEADLINE.plusSeconds(60))).isEqualTo(frozen);
    }

    @Test
    void staysShutOnceFrozenWhateverTheClockSays() {
        assertThat(GATE.frozen(DEADLINE).isOpenAt(DEADLINE.minusSeconds(60))).isFalse();
    }
}
