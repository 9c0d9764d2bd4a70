package org.onex.center.node;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enrolment code that was given out for a site: good for one node, seven days and few mistakes. Times are the machine's, because a
 * rehearsal that skips a month takes no code away.
 *
 * @param issuedBy   login of whoever gave it out
 * @param usedBy     the node that it was used for
 * @param superseded whether there is a newer one for the site
 */
record IssuedCode(
        EnrolmentCode code,
        UUID site,
        Instant issuedAt,
        String issuedBy,
        int wrongProofs,
        @Nullable UUID usedBy,
        boolean superseded) {

    static final Duration VALIDITY = Duration.ofDays(7);
    static final int MOST_WRONG_PROOFS = 10;

    static IssuedCode of(EnrolmentCode code, UUID site, String issuedBy, Instant now) {
        return new IssuedCode(code, site, now, issuedBy, 0, null, false);
    }

    Instant expiresAt() {
        return issuedAt.plus(VALIDITY);
    }

    /** Whether a proof is looked at; a code that was used goes on answering its node. */
    boolean isListenedTo(Instant now) {
        return now.isBefore(expiresAt()) && wrongProofs < MOST_WRONG_PROOFS && (usedBy != null || !superseded);
    }
}
