package org.onex.rehearsal;

import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;

/** Checks that the audit trail is unbroken and has grown by at least as many entries as the product accepted changes from us. */
final class TrailCheck {

    private final Center center;
    private final Findings<Claim> findings;
    private final long entriesBefore;
    private final long changesBefore;

    /** Begins to watch. */
    TrailCheck(Center center, Findings<Claim> findings) {
        this.center = center;
        this.findings = findings;
        this.entriesBefore = entries();
        this.changesBefore = center.traffic().acceptedChanges();
    }

    void check() {
        var verification = center.operator().get("/api/audit/verification").orFail();
        findings.check(
                Claim.TRAIL_INTACT,
                verification.path("intact").asBoolean(false),
                () -> "the product itself finds entry " + verification.path("firstBroken") + " broken");
        var entries = verification.path("entries").asLong(0) - entriesBefore;
        var changes = center.traffic().acceptedChanges() - changesBefore;
        findings.check(
                Claim.TRAIL_INTACT,
                entries >= changes,
                () -> changes + " changes were accepted and only " + entries + " entries added");
    }

    private long entries() {
        return center.operator()
                .get("/api/audit/verification")
                .orFail()
                .path("entries")
                .asLong(0);
    }
}
