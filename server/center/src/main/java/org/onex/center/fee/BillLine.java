package org.onex.center.fee;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.contract.kernel.Money;

/**
 * A level on a bill: so many people at that price.
 *
 * @param qualification its code
 * @param standard      where the price comes from; null as long as nobody has priced the level (未定价)
 */
record BillLine(
        String qualification,
        Level level,
        int people,
        @Nullable Standard standard) {

    BillLine {
        if (people <= 0) {
            throw new IllegalArgumentException("nobody is on this line");
        }
    }

    boolean isPriced() {
        return standard != null;
    }

    /** Nothing where there is no price: one sits first and pays later. */
    Optional<Money> amount() {
        return Optional.ofNullable(standard).map(price -> price.amount().times(people));
    }
}
