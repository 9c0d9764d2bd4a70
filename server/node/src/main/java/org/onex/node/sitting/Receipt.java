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

    enum Kind {
        CANDIDATE,
        DEADLINE,
        LATE_SYNC
    }

    String shortCode() {
        return CanonicalScript.shortCodeOf(hash);
    }
}
