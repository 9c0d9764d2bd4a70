package org.onex.center.certificate;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.job.JobDirectory;
import org.onex.center.job.JobState;
import org.onex.center.job.StartJob;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A party gives its word that an issue is right (签发). When both have, in either order, its files are made. */
@Service
class SignIssue {

    private final Issues issues;
    private final FinishedPlans finished;
    private final FillIssues fill;
    private final StartJob startJob;
    private final JobDirectory jobs;
    private final AuditTrail trail;
    private final Clock clock;

    SignIssue(
            Issues issues,
            FinishedPlans finished,
            FillIssues fill,
            StartJob startJob,
            JobDirectory jobs,
            AuditTrail trail,
            Clock clock) {
        this.issues = issues;
        this.finished = finished;
        this.fill = fill;
        this.startJob = startJob;
        this.jobs = jobs;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Who signs again after the making of files broke has it begun again.
     *
     * @param digest  of what was looked at
     * @param address where everybody can verify certificates
     */
    @Transactional
    Issue sign(UUID id, String digest, String address, Actor actor) {
        var looked = visible(id, actor);
        finished.hold(looked.plan());
        var issue = issues.hold(id);
        if (isStuck(issue)) {
            var again = begin(issue, address, actor);
            trail.record(actor, "certificate.begin-again", id.toString(), Map.of("plan", issue.plan()));
            return again;
        }
        var party = Party.of(actor).orElseThrow();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var given = new Signature(party, actor.organization().name(), actor.login(), actor.name(), now, digest);
        var signed = issue.signed(given);
        issues.change(signed);
        issues.add(id, given);
        if (issue.isOpen()) {
            fill.holdBack(issue, now);
        }
        var result = signed.isSignedByBoth() ? begin(signed, address, actor) : signed;
        trail.record(actor, "certificate.sign-issue", id.toString(), facts(signed, party));
        return result;
    }

    Issue visible(UUID id, Actor actor) {
        return issues.find(id)
                .filter(issue -> issue.isVisibleTo(actor))
                .orElseThrow(() -> CertificateRefused.of(CertificateRefused.Code.ISSUE_UNKNOWN));
    }

    private boolean isStuck(Issue issue) {
        var job = issue.job();
        return issue.state() == Issue.State.SIGNED
                && job != null
                && jobs.job(job)
                        .filter(view -> view.state() == JobState.FAILED || view.state() == JobState.CANCELLED)
                        .isPresent();
    }

    private Issue begin(Issue issue, String address, Actor actor) {
        var begun =
                issue.inWork(startJob.start(IssueCertificates.KIND, issue.id().toString(), actor), address);
        issues.change(begun);
        return begun;
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
