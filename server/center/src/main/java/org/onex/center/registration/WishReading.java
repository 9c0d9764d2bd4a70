package org.onex.center.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of names and numbers: a wish, or why there is none.
 *
 * @param wish     null if something that it names is not there or cannot be told from others
 * @param refusals why
 */
record WishReading(@Nullable Wish wish, List<Refusal> refusals) {

    WishReading {
        refusals = List.copyOf(refusals);
    }

    static WishReading of(Wish wish) {
        return new WishReading(wish, List.of());
    }

    static WishReading refused(List<Refusal> refusals) {
        return new WishReading(null, refusals);
    }
}
