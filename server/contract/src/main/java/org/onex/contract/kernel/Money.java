package org.onex.contract.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount in yuan (人民币元), exact to the fen: 380.00. Never a floating-point number. */
public record Money(BigDecimal yuan) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

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

    /** The amount of two. */
    public Money plus(Money other) {
        return new Money(yuan.add(other.yuan));
    }

    /** What is left; less than nothing if the other is more. */
    public Money minus(Money other) {
        return new Money(yuan.subtract(other.yuan));
    }

    /** So many times the amount. */
    public Money times(int count) {
        return new Money(yuan.multiply(BigDecimal.valueOf(count)));
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
