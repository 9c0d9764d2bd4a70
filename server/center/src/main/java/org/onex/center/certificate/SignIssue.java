package org.onex.center.certificate;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A party gives its word that an issue is right (签发). When both have, in either order, its files are made. */
@Service
class SignIssue {

    private final Issues issues;
    private final FinishedPlans finished;
    private final FillIssues fill;
    private final BeginMaking making;
    private final AuditTrail trail;
    private final Clock clock;

    SignIssue(
            Issues issues, FinishedPlans finished, FillIssues fill, BeginMaking making, AuditTrail trail, Clock clock) {
        this.issues = issues;
        this.finished = finished;
        this.fill = fill;
        this.making = making;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param digest  of what was looked at
     * @param address where everybody can verify certificates
     */
    @Transactional
    Issue sign(UUID id, String digest, String address, Actor actor) {
        var looked = visible(id, actor);
        finished.hold(looked.plan());
        var issue = issues.hold(id);
        var party = Party.of(actor).orElseThrow();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var given = new Signature(party, actor.organization().name(), actor.login(), actor.name(), now, digest);
        var signed = issue.signed(given);
        issues.change(signed);
        issues.add(id, given);
        if (issue.isOpen()) {
            fill.holdBack(issue, now);
        }
        var result = signed.isSignedByBoth() ? making.begin(signed, address, actor) : signed;
        trail.record(actor, "certificate.sign-issue", id.toString(), facts(signed, party));
        return result;
    }

    Issue visible(UUID id, Actor actor) {
        return issues.find(id)
                .filter(issue -> issue.isVisibleTo(actor))
                .orElseThrow(() -> CertificateRefused.of(CertificateRefused.Code.ISSUE_UNKNOWN));
    }

    private static Map<String, ?> facts(Issue signed, Party party) {
        return Map.of(
                "plan", signed.plan(),
                "college", signed.college().code(),
                "number", signed.number(),
                "people", signed.people(),
                "party", party,
                "digest", signed.digest());
    }
}
