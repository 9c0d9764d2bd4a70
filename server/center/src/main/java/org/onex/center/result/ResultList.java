package org.onex.center.result;

import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;

/** The list of results that somebody may see, college by college and class by class. */
class ResultList {

    /**
     * What somebody looks for; absent means any.
     *
     * @param college its code
     * @param status  of any of the entries
     * @param text    part of a name, or of a ticket number; ID numbers have no place in an address
     */
    record Filter(
            @Nullable String college,
            @Nullable Level level,
            Result.@Nullable Outcome outcome,
            Entry.@Nullable Status status,
            @Nullable String text) {}

    private ResultList() {}
}
