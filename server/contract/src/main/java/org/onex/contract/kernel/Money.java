package org.onex.contract.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount in yuan (人民币元), exact to the fen: 380.00. Never a floating-point number. */
public record Money(BigDecimal yuan) implements Comparable<Money> {

    /** Accepts at most two decimals; {@code 380} becomes {@code 380.00}. */
    public Money {
        yuan = yuan.setScale(2, RoundingMode.UNNECESSARY);
    }

    /**
     * Reads {@code 380} or {@code 380.00}.
     *
     * @throws IllegalArgumentException for anything else, also for more than two decimals or a negative amount
     */
    public static Money parse(String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            throw new IllegalArgumentException("not an amount in yuan: " + text);
        }
        return new Money(new BigDecimal(text));
    }

    @Override
    public int compareTo(Money other) {
        return yuan.compareTo(other.yuan);
    }

    @Override
    public String toString() {
        return yuan.toPlainString();
    }
}
