package org.onex.rehearsal.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineCheckTests {

    private static final OffsetDateTime CLOSES = OffsetDateTime.parse("2024-04-30T00:00:00+08:00");
    private static final OffsetDateTime EXAM = OffsetDateTime.parse("2024-05-18T08:30:00+08:00");

    private static DeadlineCheck.Look look(String before, String phase, String after) {
        return new DeadlineCheck.Look(OffsetDateTime.parse(before), phase, OffsetDateTime.parse(after));
    }

    @ParameterizedTest(name = "{1} between {0} and {2}: {3}")
    @CsvSource({
        "2024-04-29T23:59:59+08:00, OPEN,   2024-04-29T23:59:59.900+08:00, true",
        "2024-04-29T23:59:59+08:00, CLOSED, 2024-04-29T23:59:59.900+08:00, false",
        "2024-04-30T00:00:00+08:00, CLOSED, 2024-04-30T00:00:00.010+08:00, true",
        "2024-04-30T00:00:00+08:00, OPEN,   2024-04-30T00:00:00.010+08:00, false",
        "2024-04-29T16:00:00Z,      OPEN,   2024-04-29T16:00:01Z,          false",
        "2024-04-30T00:00:00+08:00, DRAFT,  2024-04-30T00:00:01+08:00,     false",
        "2024-05-18T08:30:00+08:00, RUNNING,2024-05-18T08:30:01+08:00,     true",
        "2024-05-18T08:30:00+08:00, OPEN,   2024-05-18T08:30:01+08:00,     false",
    })
    void thePhaseTurnsOnTheMoment(String before, String phase, String after, boolean right) {
        assertThat(look(before, phase, after).isRight(CLOSES, EXAM)).isEqualTo(right);
    }

    @Test
    void aLookThatTheMomentPassedInProvesNothing() {
        var look = look("2024-04-29T23:59:59.990+08:00", "CLOSED", "2024-04-30T00:00:00.005+08:00");

        assertThat(look.isInconclusive(CLOSES)).isTrue();
        assertThat(look.isRight(CLOSES, EXAM)).isTrue();
    }
}
