package org.onex.center.fee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.contract.kernel.Money;

class BalanceTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0, NOTHING_DUE, 0.00, 0.00",
        "0, 5, OVERPAID, 0.00, 5.00",
        "380, 0, UNPAID, 380.00, 0.00",
        "380, 379.99, PARTIAL, 0.01, 0.00",
        "380, 380, PAID, 0.00, 0.00",
        "380, 380.01, OVERPAID, 0.00, 0.01"
    })
    void saysHowFarABillIsPaid(String total, String paid, Balance.State state, String owed, String excess) {
        var balance = new Balance(Money.parse(total), Money.parse(paid));
        assertThat(balance.state()).isEqualTo(state);
        assertThat(balance.owed()).hasToString(owed);
        assertThat(balance.excess()).hasToString(excess);
    }

    @Test
    void isClearedExactlyWhenNothingIsOwed() {
        assertThat(new Balance(Money.ZERO, Money.ZERO).isCleared()).isTrue();
        assertThat(new Balance(Money.parse("380"), Money.parse("380")).isCleared())
                .isTrue();
        assertThat(new Balance(Money.parse("380"), Money.parse("379.99")).isCleared())
                .isFalse();
        assertThat(new Balance(Money.parse("380"), Money.parse("400")).isCleared())
                .isTrue();
    }
}
