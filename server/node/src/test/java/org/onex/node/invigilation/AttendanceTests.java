package org.onex.node.invigilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onex.node.sitting.SuperviseAttempts.Whereabouts;

class AttendanceTests {

    private static final Whereabouts HERE = new Whereabouts(true, null);
    private static final Whereabouts AWAITED = new Whereabouts(false, Instant.parse("2024-05-18T06:30:00Z"));
    private static final Whereabouts TOO_LATE = new Whereabouts(false, null);

    private static Attendance says(boolean present) {
        return new Attendance(new UUID(1, 1), present, "JKC0000001", "");
    }

    @Test
    void somebodyMayBeInTheRoomWhereverTheNodeBelievesThemToBe() {
        for (var whereabouts : new Whereabouts[] {HERE, AWAITED, TOO_LATE}) {
            assertThatCode(() -> says(true).requireBelievable(whereabouts)).doesNotThrowAnyException();
        }
    }

    @Test
    void whoHasSignedInIsNotAbsent() {
        assertThatExceptionOfType(InvigilationRefused.class)
                .isThrownBy(() -> says(false).requireBelievable(HERE))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("invigilation.is-here"));
    }

    @Test
    void whoMayStillComeIsNotAbsentYetAndTheRefusalSaysUntilWhen() {
        assertThatExceptionOfType(InvigilationRefused.class)
                .isThrownBy(() -> says(false).requireBelievable(AWAITED))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("invigilation.may-still-come");
                    assertThat(refused.facts()).isEqualTo(Map.of("until", "2024-05-18T14:30+08:00"));
                });
    }

    @Test
    void whoNeverCameAndCanNoLongerComeIsAbsent() {
        assertThatCode(() -> says(false).requireBelievable(TOO_LATE)).doesNotThrowAnyException();
    }
}
