package org.onex.center.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.candidate.RealNamesAnswered;
import org.onex.foundation.ids.Ids;

/**
 * What was found out about a name and an ID number (认证结果), by the service or by a college that looked at papers.
 *
 * @param by       who confirmed it; empty for the service
 * @param remark   what the college looked at
 * @param evidence the SHA-256 of the picture or PDF that proves it
 */
record Finding(
        UUID id,
        EnrolmentKey key,
        String name,
        Result result,
        Instant at,
        String by,
        String remark,
        @Nullable String evidence) {

    /** What came out. */
    enum Result {
        MATCH,
        MISMATCH,
        NOT_FOUND,
        /** A person at the college confirmed it with evidence. */
        CONFIRMED
    }

    static Finding ofService(EnrolmentKey key, String name, IdentityService.Verdict verdict, Instant at) {
        return new Finding(Ids.next(), key, name, Result.valueOf(verdict.name()), at, "", "", null);
    }

    RealNamesAnswered.Answer answer() {
        return new RealNamesAnswered.Answer(key, name, result == Result.MATCH || result == Result.CONFIRMED);
    }
}
