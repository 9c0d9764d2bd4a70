package org.onex.center.photo;

import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.job.JobDirectory;
import org.onex.center.job.StartJob;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A college has an archive gone on with that was cancelled or refused; what is dealt with stays. */
@Service
class ResumeArchive {

    private final ArchiveImports imports;
    private final JobDirectory jobs;
    private final StartJob startJob;
    private final AuditTrail trail;

    ResumeArchive(ArchiveImports imports, JobDirectory jobs, StartJob startJob, AuditTrail trail) {
        this.imports = imports;
        this.jobs = jobs;
        this.startJob = startJob;
        this.trail = trail;
    }

    @Transactional
    ArchiveImport resume(UUID id, Actor actor) {
        var stopped = imports.findForChange(id)
                .filter(found -> found.college().equals(actor.organization().code()))
                .orElseThrow(() -> PhotoRefused.of(PhotoRefused.Code.UNKNOWN));
        if (jobs.job(stopped.job()).filter(job -> !job.state().isEnded()).isPresent()) {
            throw PhotoRefused.notIn(stopped.state());
        }
        var resumed = stopped.resumedBy(startJob.start(TakePhotos.KIND, id.toString(), actor));
        imports.store(resumed);
        trail.record(actor, "photo.resume-import", id.toString(), Map.of("job", resumed.job()));
        return resumed;
    }
}
