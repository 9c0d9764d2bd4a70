package org.onex.center.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Recomputes the whole chain and finds the first entry that is not as it was written. */
@Service
class VerifyTrail {

    /** What the first entry follows: 32 bytes of nothing. */
    private static final String BEFORE_THE_FIRST = "00".repeat(32);

    private static final int AT_ONCE = 1_000;

    private final AuditEntries entries;

    VerifyTrail(AuditEntries entries) {
        this.entries = entries;
    }

    /**
     * @param entries     how many there should be
     * @param firstBroken number of the first entry that is changed, missing or put in; null when the trail is intact
     */
    record Verification(
            long entries, boolean intact, @Nullable Long firstBroken) {}

    Verification verify() {
        // Entries that arrive while we read are beyond this end and are not looked at.
        var end = entries.end();
        var previous = BEFORE_THE_FIRST;
        long expected = 1;
        while (expected <= end.number()) {
            var batch = entries.after(expected - 1, (int) Math.min(AT_ONCE, end.number() - expected + 1));
            if (batch.isEmpty()) {
                return broken(end, expected);
            }
            for (var stored : batch) {
                var hash = stored.entry().hashAfter(previous);
                if (stored.entry().number() != expected
                        || !stored.previousHash().equals(previous)
                        || !stored.hash().equals(hash)) {
                    return broken(end, expected);
                }
                previous = hash;
                expected++;
            }
        }
        return previous.equals(end.hash()) ? new Verification(end.number(), true, null) : broken(end, end.number());
    }

    private static Verification broken(AuditEntries.End end, long number) {
        return new Verification(end.number(), false, number);
    }
}
