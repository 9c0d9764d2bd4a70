package org.onex.center.staffing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The staffing of a site for a plan (监考安排) as one thing that several people may change.
 *
 * @param plan         its code
 * @param version      counts changes, so that two people do not overwrite each other; 0 before the first
 * @param assigned     counts changes of who is where; PINs do not change that
 * @param pinsIssuedAt when PINs were given out last; null if the ones assigned now have none
 */
record StaffedSite(
        String plan,
        UUID site,
        int version,
        int assigned,
        @Nullable Instant pinsIssuedAt) {

    static StaffedSite untouched(String plan, UUID site) {
        return new StaffedSite(plan, site, 0, 0, null);
    }

    void requireVersion(int expected) {
        if (version != expected) {
            throw StaffingRefused.of(StaffingRefused.Code.CHANGED);
        }
    }

    /** With other people in its rooms. */
    StaffedSite changed() {
        return new StaffedSite(plan, site, version + 1, assigned + 1, pinsIssuedAt);
    }

    /** With new PINs for everybody. */
    StaffedSite pinsIssued(Instant now) {
        return new StaffedSite(plan, site, version + 1, assigned, now);
    }

    /** With nobody in its rooms, because there are no rooms any more. */
    StaffedSite emptied() {
        return new StaffedSite(plan, site, version + 1, assigned + 1, null);
    }
}
