package org.onex.node.sitting;

import java.time.Instant;
import org.onex.contract.bundle.CanonicalScript;

/**
 * Proof of what was handed in (交卷回执): a revision of the script with its hash.
 *
 * @param revision 1 for the hand-in, more for what came late
 * @param epoch    the owning epoch
 * @param lastSeq  the last entry of that epoch in this revision
 * @param answered how many items have an answer
 * @param hash     of the canonical bytes
 */
record Receipt(int revision, Kind kind, Instant handedInAt, int epoch, long lastSeq, int answered, String hash) {

    /** How it was handed in. */
    enum Kind {
        CANDIDATE,
        /** By the node, at the deadline. */
        DEADLINE,
        /** By two invigilators (强制交卷). */
        FORCED,
        /** What came after one of the others; last, because it is made after them. */
        LATE_SYNC
    }

    String shortCode() {
        return CanonicalScript.shortCodeOf(hash);
    }
}
