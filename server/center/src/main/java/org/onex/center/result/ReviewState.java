package org.onex.center.result;

/** How far a review (成绩复核) is. */
enum ReviewState {
    /** Asked for by the college. */
    OPEN,
    /** One officer proposes a correction, another has to confirm it. */
    PROPOSED,
    /** The result was right. */
    UPHELD,
    /** The result was put right. */
    CORRECTED,
    /** The college asks no more. */
    WITHDRAWN;

    boolean isPending() {
        return this == OPEN || this == PROPOSED;
    }
}
