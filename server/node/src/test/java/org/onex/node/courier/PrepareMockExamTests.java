package org.onex.node.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrepareMockExamTests {

    @Test
    void theCheckDigitIsLuhns() {
        assertThat(PrepareMockExam.withCheckDigit("7992739871")).isEqualTo("79927398713");
        assertThat(PrepareMockExam.withCheckDigit("1789372997")).isEqualTo("17893729974");
    }

    @Test
    void everySingleWrongDigitIsFound() {
        var number = "912345678900042";
        var right = PrepareMockExam.withCheckDigit(number);
        IntStream.range(0, number.length())
                .forEach(place -> IntStream.rangeClosed('0', '9')
                        .filter(digit -> digit != number.charAt(place))
                        .forEach(digit -> {
                            var wrong = number.substring(0, place) + (char) digit + number.substring(place + 1);
                            assertThat(PrepareMockExam.withCheckDigit(wrong).charAt(number.length()))
                                    .isNotEqualTo(right.charAt(number.length()));
                        }));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,1,1,1,seats",
        "501,0,1,1,1,seats",
        "1,-1,1,1,1,opensInMinutes",
        "1,0,0,1,1,minutes",
        "1,0,1,0,1,lateMinutes",
        "1,0,1,1,0,subjects",
        "1,0,1,1,3,subjects"
    })
    void aWishOutOfRangeSaysWhichPartOfIt(int seats, int opensIn, int minutes, int late, int subjects, String field) {
        assertThatExceptionOfType(CourierRefused.class)
                .isThrownBy(() -> new PrepareMockExam.Wish(seats, opensIn, minutes, late, subjects))
                .satisfies(refused -> assertThat(refused.facts()).containsEntry("field", field));
    }
}
