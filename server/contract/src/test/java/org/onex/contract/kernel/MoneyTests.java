package org.onex.contract.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTests {

    @Test
    void isWrittenWithTwoDecimals() {
        assertThat(Money.parse("380")).hasToString("380.00");
        assertThat(Money.parse("0.5")).hasToString("0.50");
        assertThat(Money.parse("380")).isEqualTo(Money.parse("380.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"380.001", "-1", "380元", "", "1e3", "1,000"})
    void isNothingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(text));
    }

    @Test
    void isAddedAndMultipliedToTheFen() {
        assertThat(Money.parse("0.10").plus(Money.parse("0.20"))).isEqualTo(Money.parse("0.30"));
        assertThat(Money.parse("380.05").times(3)).isEqualTo(Money.parse("1140.15"));
        assertThat(Money.parse("380").times(0)).isEqualTo(Money.ZERO);
    }

    @Test
    void knowsWhatIsOwedTooMuch() {
        assertThat(Money.parse("100").minus(Money.parse("380"))).hasToString("-280.00");
    }
}
