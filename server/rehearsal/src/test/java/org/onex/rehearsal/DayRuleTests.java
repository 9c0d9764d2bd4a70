package org.onex.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayRuleTests {

    private static final LocalDate FIRST = LocalDate.of(2024, 9, 26);
    private static final LocalDate LAST = LocalDate.of(2024, 9, 27);
    private static final LocalDate DEADLINE = LocalDate.of(2024, 9, 14);

    private static DayRule rules(LocalDate publicityEnd) {
        return new DayRule(StatutoryDays.announced(), new DayRule.Anchors(FIRST, LAST, DEADLINE, publicityEnd));
    }

    @ParameterizedTest(name = "{0} is {1} to {2}")
    @CsvSource({
        "-14 d, 2024-09-12, 2024-09-12",
        "exam -1 d, 2024-09-25, 2024-09-25",
        "+1 d, 2024-09-28, 2024-09-28",
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
    void givesTheDaysThatTheFormatDescribes(String rule, LocalDate from, LocalDate to) {
        assertThat(rules(LocalDate.of(2024, 10, 11)).days(rule)).isEqualTo(new DayRule.Days(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7 d", "-7 weeks", "until", "from +1 d until +2 d", "+1 d for d", "holiday -1 d"})
    void whatTheFormatDoesNotDescribeIsNoRule(String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules(LAST).days(rule))
                .withMessageContaining("not a rule");
    }

    @Test
    void aRuleFromPublicityNeedsOne() {
        var withoutPublicity = new DayRule(StatutoryDays.announced(), new DayRule.Anchors(FIRST, LAST, DEADLINE, null));

        assertThatIllegalArgumentException().isThrownBy(() -> withoutPublicity.days("from publicity +5 d"));
    }
}
