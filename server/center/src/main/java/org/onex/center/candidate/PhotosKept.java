package org.onex.center.candidate;

import java.util.List;

/**
 * These enrolments have a photo now. Told by whoever keeps photos, in the transaction that keeps them: what a photo does to the state of
 * a candidate's information is for the candidate to say (ADR 13).
 */
public record PhotosKept(List<EnrolmentKey> keys) {

    public PhotosKept {
        keys = List.copyOf(keys);
    }
}
