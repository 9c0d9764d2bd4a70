package org.onex.center.seating;

import org.jspecify.annotations.Nullable;

/** The list of sites and plans that somebody may see. */
class ArrangementList {

    /**
     * What somebody looks for; absent means any.
     *
     * @param plan its code
     * @param q    part of the site's or the plan's name
     */
    record Filter(
            @Nullable String plan,
            Arrangement.@Nullable State state,
            @Nullable String q) {}
}
