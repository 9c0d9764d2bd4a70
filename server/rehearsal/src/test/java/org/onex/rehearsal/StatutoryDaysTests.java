package org.onex.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatutoryDaysTests {

    private static final StatutoryDays ANNOUNCED = StatutoryDays.announced();

    @ParameterizedTest(name = "{1} working days from {0} is {2}")
    @CsvSource({
        "2023-05-16, -7, 2023-05-06", // a Saturday worked for 劳动节
        "2024-09-26, -7, 2024-09-14", // a Saturday worked for 中秋节
        "2024-05-06, -1, 2024-04-30", // over the whole of 劳动节
        "2024-04-30, 1, 2024-05-06",
        "2024-09-13, 1, 2024-09-14",
        "2024-09-13, 0, 2024-09-13",
        "2024-05-04, 0, 2024-05-04",
    })
    void countsAsTheStateCouncilAnnounced(LocalDate day, int count, LocalDate reached) {
        assertThat(ANNOUNCED.workingDays(day, count)).isEqualTo(reached);
    }

    @Test
    void anUnannouncedYearIsNotGuessed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ANNOUNCED.workingDays(LocalDate.of(2021, 1, 4), -1))
                .withMessageContaining("2020");
    }

    @Test
    void remarksAndTheHeadingAreNoDays() {
        var days = StatutoryDays.of(Stream.of("# off", "year,kind,from,to", "2030,off,2030-05-01,2030-05-02"));

        assertThat(days.workingDays(LocalDate.of(2030, 4, 30), 1)).isEqualTo("2030-05-03");
    }
}
