package org.onex.rehearsal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumbersTests {

    /** The examples that GB 11643 itself prints. */
    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014", "11010519491231002x"})
    void theStandardsOwnExamplesAreJudgedByTheirCheckCharacter(String number) {
        // The second is of 1880, when nobody was born who is still examined.
        assertThat(IdNumbers.isOne(number)).isEqualTo(!number.startsWith("44"));
        assertThat(IdNumbers.check(number.substring(0, 17))).isEqualTo(Character.toUpperCase(number.charAt(17)));
    }

    @Test
    void everyMadeNumberIsOneAndNoOtherCheckCharacterMakesOne() {
        for (var sequence = 1; sequence < 1000; sequence++) {
            var number = IdNumbers.of(LocalDate.of(2004, 2, 29), sequence);
            assertThat(IdNumbers.isOne(number)).isTrue();
            assertThat(IdNumbers.isOne(Mistake.otherCheck(number))).isFalse();
            assertThat(IdNumbers.sequence(number)).isEqualTo(sequence);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "999999", "99999920041301001X", "9999992004022900011", "999999２00402290001"})
    void whatNobodyCouldBearIsNone(String text) {
        assertThat(IdNumbers.isOne(text)).isFalse();
    }

    @Test
    void fourCharactersAreShownAtEachEnd() {
        assertThat(IdNumbers.masked("11010519491231002X")).isEqualTo("1101**********002X");
    }
}
