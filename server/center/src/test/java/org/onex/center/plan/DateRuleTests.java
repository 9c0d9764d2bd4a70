package org.onex.center.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.contract.kernel.WorkingCalendar;

class DateRuleTests {

    /** 002's first plan: two exam days, 报名截止 on the 14th. */
    private static final DateRule.Anchors ANCHORS = new DateRule.Anchors(
            LocalDate.of(2024, 9, 26),
            LocalDate.of(2024, 9, 27),
            LocalDate.of(2024, 9, 14),
            LocalDate.of(2024, 10, 11));

    @ParameterizedTest(name = "{0} is {1} … {2}")
    @CsvSource({
        "-14 d, 2024-09-12, 2024-09-12",
        "until -14 d, , 2024-09-12",
        "from +5 d, 2024-10-02,",
        "+10 d for 5 d, 2024-10-07, 2024-10-11",
        "-7 d until -1 d, 2024-09-19, 2024-09-25",
        "until -7 working days, , 2024-09-14",
        "-5 working days until -1 d, 2024-09-19, 2024-09-25",
        "until deadline +0 d, , 2024-09-14",
        "deadline +1 working days, 2024-09-18, 2024-09-18",
        "from publicity +5 d, 2024-10-16,",
    })
    void givesTheDaysItSays(String rule, LocalDate from, LocalDate to) {
        assertThat(DateRule.parse(rule).on(ANCHORS, SeedNotices.CALENDAR)).isEqualTo(new DateRule.Span(from, to));
    }

    @Test
    void countsBackFromTheFirstExamDayAndAheadFromTheLast() {
        assertThat(DateRule.parse("-1 d").on(ANCHORS, SeedNotices.CALENDAR).from())
                .isEqualTo("2024-09-25");
        assertThat(DateRule.parse("+1 d").on(ANCHORS, SeedNotices.CALENDAR).from())
                .isEqualTo("2024-09-28");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "14 d",
                "-14",
                "-14 days",
                "-7 working",
                "+10 d for",
                "+10 d for 0 d",
                "考前14日",
                "-14 d then",
                "until",
                "exam"
            })
    void nothingElseIsARule(String text) {
        assertThatExceptionOfType(DateRule.Unreadable.class).isThrownBy(() -> DateRule.parse(text));
    }

    @Test
    void cannotCountFromADayThatThePlanDoesNotHave() {
        var anchors = new DateRule.Anchors(LocalDate.of(2024, 9, 26), LocalDate.of(2024, 9, 27), null, null);
        assertThatExceptionOfType(DateRule.AnchorMissing.class)
                .isThrownBy(() -> DateRule.parse("from publicity +5 d").on(anchors, SeedNotices.CALENDAR));
    }

    @Test
    void cannotCountWorkingDaysOfAYearWithoutACalendar() {
        var anchors = new DateRule.Anchors(LocalDate.of(2031, 3, 8), LocalDate.of(2031, 3, 8), null, null);
        assertThat(DateRule.parse("-7 d").on(anchors, SeedNotices.CALENDAR).from())
                .isEqualTo("2031-03-01");
        assertThatExceptionOfType(WorkingCalendar.YearUnknown.class)
                .isThrownBy(() -> DateRule.parse("-7 working days").on(anchors, SeedNotices.CALENDAR));
    }
}
