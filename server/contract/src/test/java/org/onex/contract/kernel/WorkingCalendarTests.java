package org.onex.contract.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTests {

    private final WorkingCalendar calendar = WorkingCalendar.statutory();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2024-05-01, false", // Labour day
        "2024-04-28, true", // a Sunday that is worked for it
        "2024-05-11, true", // and a Saturday
        "2024-05-18, false", // an ordinary Saturday
        "2024-05-17, true",
        "2023-09-29, false", // 中秋 in front of the national holiday
        "2021-02-07, true",
    })
    void weekendsAndHolidaysAreAsAnnounced(LocalDate day, boolean worked) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(worked);
    }

    @Test
    void sevenWorkingDaysBeforeAnExamSkipTheHolidayAndCountTheWorkedSaturday() {
        // 16 May 2023 is a Tuesday; Saturday 6 May was worked
        assertThat(calendar.workingDaysBefore(LocalDate.of(2023, 5, 16), 7)).isEqualTo("2023-05-06");
        // 26 September 2024: 中秋 15–17 off, Saturday 14 worked
        assertThat(calendar.workingDaysBefore(LocalDate.of(2024, 9, 26), 7)).isEqualTo("2024-09-14");
    }

    @Test
    void theDayItselfIsNeverCounted() {
        assertThat(calendar.workingDaysBefore(LocalDate.of(2024, 5, 17), 1)).isEqualTo("2024-05-16");
        assertThat(calendar.workingDaysAfter(LocalDate.of(2024, 5, 17), 1)).isEqualTo("2024-05-20");
    }

    @Test
    void aYearThatNobodyAnnouncedIsAnErrorAndNotAGuess() {
        assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2031, 3, 3)))
                .isInstanceOfSatisfying(WorkingCalendar.YearUnknown.class, e -> {
                    assertThat(e.code()).isEqualTo("calendar.year-unknown");
                    assertThat(e.facts()).containsEntry("year", 2031);
                });
        assertThatThrownBy(() -> calendar.workingDaysBefore(LocalDate.of(2021, 1, 4), 3))
                .isInstanceOf(WorkingCalendar.YearUnknown.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20240518, 7})
    void goingBackAndForthByTheSameCountEndsOnAWorkingDayBetween(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var day = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(1200));
            int count = 1 + random.nextInt(20);
            var before = calendar.workingDaysBefore(day, count);
            assertThat(calendar.isWorkingDay(before))
                    .as("seed %s day %s", seed, day)
                    .isTrue();
            assertThat(before.datesUntil(day).filter(calendar::isWorkingDay).count())
                    .as("seed %s day %s count %s", seed, day, count)
                    .isEqualTo(count);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2024,holiday,2024-05-01,2024-05-05", "2024,off,5.1,5.5", "x,off,2024-05-01,2024-05-05", "2024"})
    void aLineOfAnotherFormIsNamed(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingCalendar.parse(Stream.of("# comment", line)))
                .withMessageContaining(line);
    }
}
