package org.onex.contract.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
