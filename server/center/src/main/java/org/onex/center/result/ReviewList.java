package org.onex.center.result;

import org.jspecify.annotations.Nullable;

/** The list of reviews that somebody may see, the newest first. */
class ReviewList {

    /**
     * What somebody looks for; absent means any.
     *
     * @param plan its code
     */
    record Filter(@Nullable String plan, @Nullable ReviewState state) {}

    private ReviewList() {}
}
