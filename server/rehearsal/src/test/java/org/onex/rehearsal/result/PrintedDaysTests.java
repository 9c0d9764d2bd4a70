package org.onex.rehearsal.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.scene.FakeCenter;

class PrintedDaysTests {

    private final FakeCenter center = new FakeCenter();
    private final PrintedDays days =
            new PrintedDays(LocalDate.of(2024, 6, 18), LocalDate.of(2024, 6, 20), LocalDate.of(2024, 6, 21));

    @AfterEach
    void close() {
        center.close();
    }

    @Test
    void theDaysAreThoseOfTheChosenPlan() {
        assertThat(PrintedDays.of(center.scene("003", 2))).isEqualTo(days);
    }

    @Test
    void whatIsApprovedInTimeIsPublicAsPrinted() {
        var approved = OffsetDateTime.parse("2024-06-17T23:59:00+08:00");
        assertThat(days.opens(approved)).isEqualTo("2024-06-18T00:00:00+08:00");
        assertThat(days.closes(approved)).isEqualTo("2024-06-21T00:00:00+08:00");
    }

    @Test
    void whatIsApprovedLateIsPublicForAsManyWholeDays() {
        var approved = OffsetDateTime.parse("2024-06-19T10:00:00+08:00");
        assertThat(days.opens(approved)).isEqualTo(approved);
        assertThat(days.closes(approved)).isEqualTo("2024-06-23T00:00:00+08:00");
    }
}
