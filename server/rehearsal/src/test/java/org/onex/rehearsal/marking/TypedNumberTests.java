package org.onex.rehearsal.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTests {

    @ParameterizedTest(name = "“{0}” is {1}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = '|',
            value = {" 3.16 |3.16", "３．１６|3.16", "3.16%|3.16", "-12元|-12", "1,234.50|1234.5", "12，345|12345", "0.5|0.5"
            })
    void whatPeopleTypeIsWhatTheyMean(String typed, BigDecimal meant) {
        assertThat(TypedNumber.of(typed))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "网店", "1,23", "3.1.6", "%", ".", "1.2万", "S01 1 B"})
    void whatIsNoNumberIsNone(String typed) {
        assertThat(TypedNumber.of(typed)).isEmpty();
    }

    @Test
    void aTabBehindItMakesNoDifference() {
        assertThat(TypedNumber.of("\t83.00\n")).contains(new BigDecimal("83.00"));
    }
}
