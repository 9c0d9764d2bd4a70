package org.onex.contract.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTests {

    private static final String NUMBER = IdNumber.completed("99999920000101001").value();

    @Test
    void theStandardsOwnExampleHasTheCheckCharacterX() {
        // GB 11643, annex A
        assertThat(IdNumber.completed("11010519491231002").value()).endsWith("X");
    }

    @Test
    void exactlyOneCheckCharacterFits() {
        var fitting = "0123456789X"
                .chars()
                .filter(check -> {
                    try {
                        IdNumber.of(NUMBER.substring(0, 17) + (char) check);
                        return true;
                    } catch (IllegalArgumentException e) {
                        return false;
                    }
                })
                .count();
        assertThat(fitting).isEqualTo(1);
    }

    @Test
    void isReadHoweverPeopleTypeIt() {
        var withX = IdNumber.completed("11010519491231002");
        assertThat(IdNumber.of(" 110105 19491231 002x ")).isEqualTo(withX);
        assertThat(IdNumber.of("１１０１０５１９４９１２３１００２ｘ")).isEqualTo(withX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "99999920000101001", "3.40102E+17", "99999920000230001X", "ABCDEFGHIJKLMNOPQR"})
    void isRefusedWithoutBeingRepeatedInTheMessage(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdNumber.of(text))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("999999"));
    }

    @ParameterizedTest
    @CsvSource({
        "999999 20000101 001, LENGTH",
        "3.40102E+17, LENGTH",
        "99999920000101001A, CHARACTERS",
        "999999200002300011, BIRTH_DATE",
        "999999189901010011, BIRTH_DATE"
    })
    void aTextThatIsNoneHasOneFlaw(String text, IdNumber.Flaw flaw) {
        assertThat(IdNumber.flawOf(text)).contains(flaw);
    }

    @Test
    void aMistypedDigitShowsInTheCheckCharacter() {
        var mistyped = (NUMBER.charAt(0) == '9' ? "8" : "9") + NUMBER.substring(1);
        assertThat(IdNumber.flawOf(mistyped)).contains(IdNumber.Flaw.CHECK_CHARACTER);
        assertThat(IdNumber.flawOf(NUMBER)).isEmpty();
    }

    @Test
    void theSeventeenthDigitIsOddForMen() {
        assertThat(IdNumber.completed("99999920000101001").isMale()).isTrue();
        assertThat(IdNumber.completed("99999920000101002").isMale()).isFalse();
    }

    @Test
    void hasABirthDateThatExists() {
        assertThat(IdNumber.of(NUMBER).birthDate()).isEqualTo(LocalDate.of(2000, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> IdNumber.completed("99999920010229001"));
    }

    @Test
    void printsItselfMasked() {
        assertThat(IdNumber.of(NUMBER)).hasToString("9999**********" + NUMBER.substring(14));
    }
}
