package org.onex.center.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What registering somebody would do, or has done.
 *
 * @param wish     null if it could not be read
 * @param standing what they are registered as: what was there already, or what was added; null if refused, or not added yet
 * @param isNew    whether it is, or would be, added
 */
record Judgement(
        @Nullable Wish wish,
        List<Refusal> refusals,
        @Nullable Registration standing,
        boolean isNew) {

    static Judgement refused(@Nullable Wish wish, List<Refusal> refusals) {
        return new Judgement(wish, List.copyOf(refusals), null, false);
    }

    static Judgement already(Wish wish, Registration standing) {
        return new Judgement(wish, List.of(), standing, false);
    }

    static Judgement possible(Wish wish) {
        return new Judgement(wish, List.of(), null, true);
    }

    Judgement added(Registration registration) {
        return new Judgement(wish, refusals, registration, true);
    }

    boolean isRefused() {
        return !refusals.isEmpty();
    }
}
