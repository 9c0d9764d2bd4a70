package org.onex.center.job;

import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a job that nobody wants any more; what it has done so far stays. */
@Service
class CancelJob {

    private final Jobs jobs;
    private final AuditTrail trail;

    CancelJob(Jobs jobs, AuditTrail trail) {
        this.jobs = jobs;
        this.trail = trail;
    }

    @Transactional
    JobView cancel(UUID id, Actor actor) {
        var job = jobs.find(id).filter(found -> found.isVisibleTo(actor)).orElseThrow(JobRefused::unknown);
        if (job.state().isEnded()) {
            throw JobRefused.ended(job.state());
        }
        jobs.cancel(id);
        trail.record(actor, "job.cancel", id.toString(), Map.of("kind", job.kind(), "subject", job.subject()));
        return job.view();
    }
}
