package org.onex.center.certificate;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.job.JobDirectory;
import org.onex.center.job.StartJob;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has the files of an issue made in the background (生成证书): with the second signature, and once more by whoever sees that it broke (再次生成). */
@Service
class BeginMaking {

    private final Issues issues;
    private final StartJob startJob;
    private final JobDirectory jobs;
    private final AuditTrail trail;

    BeginMaking(Issues issues, StartJob startJob, JobDirectory jobs, AuditTrail trail) {
        this.issues = issues;
        this.startJob = startJob;
        this.jobs = jobs;
        this.trail = trail;
    }

    /**
     * For an issue that this transaction holds.
     *
     * @param address where everybody can verify certificates
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Issue begin(Issue signed, String address, Actor actor) {
        var begun =
                signed.inWork(startJob.start(IssueCertificates.KIND, signed.id().toString(), actor), address);
        issues.change(begun);
        return begun;
    }

    /**
     * What is numbered stays numbered, and what is made stays made. Both parties may, whichever signed second, and whoever runs the installation and
     * has put right what broke it.
     *
     * @throws CertificateRefused if nothing broke, or somebody else was faster
     */
    @Transactional
    Issue again(UUID id, Actor actor) {
        if (issues.find(id).filter(found -> found.isOverseenBy(actor)).isEmpty()) {
            throw CertificateRefused.of(CertificateRefused.Code.ISSUE_UNKNOWN);
        }
        var issue = issues.hold(id);
        var address = issue.course().verifyAddress();
        if (issue.state() != Issue.State.SIGNED || address == null || !isBroken(issue)) {
            throw CertificateRefused.of(CertificateRefused.Code.NOT_BROKEN);
        }
        var again = begin(issue, address, actor);
        trail.record(actor, "certificate.begin-again", id.toString(), Map.of("plan", issue.plan()));
        return again;
    }

    private boolean isBroken(Issue signed) {
        var job = Optional.ofNullable(signed.course().job()).flatMap(jobs::job);
        return Making.by(job, 0, signed.people()).state() == Making.State.BROKEN;
    }
}
