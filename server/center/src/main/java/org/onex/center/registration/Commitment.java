package org.onex.center.registration;

import java.util.List;
import org.onex.contract.kernel.Window;

/**
 * Something that takes a person's time.
 *
 * @param college  code of the college that registered them for it
 * @param sessions the hours of each alternative; they will have to be there in one of them
 */
record Commitment(OfferingKey what, String college, List<Window> sessions) {

    /** Whether choosing a session of one can rule out a session of the other. */
    boolean touches(Commitment other) {
        return sessions.stream().anyMatch(one -> other.sessions.stream().anyMatch(one::overlaps));
    }

    /** When it is that both are at once; of several alternatives one that is. */
    Window hoursInTheWayOf(Commitment other) {
        return sessions.stream()
                .filter(one -> other.sessions.stream().anyMatch(one::overlaps))
                .findFirst()
                .orElse(sessions.getFirst());
    }

    boolean canNeverBeSatBeside(Commitment other) {
        return sessions.stream().allMatch(one -> other.sessions.stream().allMatch(one::overlaps));
    }
}
