package org.onex.center.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketNumberTests {

    private static final String DRAWN = TicketNumber.drawn(new Random(7)).value();

    @Test
    void theCheckDigitIsTheOneOfIso7064() {
        // The example of ISO 7064 for MOD 11,10 is 0794 with check digit 5; behind a 1 and zeros the reckoning was done
        // by hand.
        assertThat(TicketNumber.isOne("1000000000000000")).isFalse();
        assertThat(IntStream.range(0, 10)
                        .filter(check -> TicketNumber.isOne("100000000000000" + check))
                        .boxed())
                .containsExactly(byHand("100000000000000"));
        assertThat(byHand("0794")).isEqualTo(5);
    }

    private static int byHand(String digits) {
        var p = 10;
        for (var digit : digits.toCharArray()) {
            var s = (p + Character.digit(digit, 10)) % 10;
            p = 2 * (s == 0 ? 10 : s) % 11;
        }
        return (11 - p) % 10;
    }

    @Test
    void everyWrongDigitIsFound() {
        for (int place = 0; place < DRAWN.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var typed = new StringBuilder(DRAWN);
                typed.setCharAt(place, digit);
                assertThat(TicketNumber.isOne(typed.toString()))
                        .as("%s typed for %s", typed, DRAWN)
                        .isEqualTo(typed.toString().equals(DRAWN));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345",
                "0123456789012345",
                "1234 5678 9012 345",
                "12345678901234567",
                "一234567890123456",
                "9000000000000001"
            })
    void whatHasAnotherShapeIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TicketNumber.of(text));
    }

    @Test
    void blanksAroundItAreForgiven() {
        assertThat(TicketNumber.of(" " + DRAWN + "\n").value()).isEqualTo(DRAWN);
    }

    @Test
    void numbersThatAreDrawnAreSound() {
        var random = new Random(42);
        var drawn = IntStream.range(0, 5_000)
                .mapToObj(i -> TicketNumber.drawn(random).value())
                .collect(Collectors.toSet());
        assertThat(drawn).hasSize(5_000).allMatch(TicketNumber::isOne);
        assertThat(drawn.stream().map(number -> number.charAt(0)).distinct())
                .as("only a leading 0 and 9 are left out")
                .hasSize(8);
    }
}
