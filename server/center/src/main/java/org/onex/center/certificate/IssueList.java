package org.onex.center.certificate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The lists of issues that somebody may see. */
@Repository
class IssueList {

    /**
     * What somebody looks for; absent means any.
     *
     * @param plan    its code; likewise the college
     */
    record Filter(@Nullable String plan, @Nullable String college, Issue.@Nullable State state) {}
}
