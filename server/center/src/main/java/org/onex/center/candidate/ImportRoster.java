package org.onex.center.candidate;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.file.FileStore;
import org.onex.center.job.JobDirectory;
import org.onex.center.job.StartJob;
import org.onex.center.organization.Actor;
import org.onex.foundation.ids.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a college does with a roster: sends it, looks at what was read, has it entered. */
@Service
@Transactional
class ImportRoster {

    private final RosterImports imports;
    private final FileStore files;
    private final StartJob startJob;
    private final JobDirectory jobs;
    private final Clock clock;
    private final AuditTrail trail;

    ImportRoster(
            RosterImports imports,
            FileStore files,
            StartJob startJob,
            JobDirectory jobs,
            Clock clock,
            AuditTrail trail) {
        this.imports = imports;
        this.files = files;
        this.startJob = startJob;
        this.jobs = jobs;
        this.clock = clock;
        this.trail = trail;
    }

    /** Has a file read that was uploaded before. */
    RosterImport read(UUID file, Actor actor) {
        var stored = files.find(file, actor).orElseThrow(() -> CandidateRefused.of(CandidateRefused.Code.FILE_UNKNOWN));
        var id = Ids.next();
        var begun = new RosterImport(
                id,
                actor.organization().code(),
                file,
                stored.name(),
                RosterImport.State.READING,
                startJob.start(ReadRoster.KIND, id.toString(), actor),
                actor.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                RosterImport.RowCounts.NONE,
                null);
        imports.add(begun);
        trail.record(actor, "candidate.begin-import", id.toString(), Map.of("file", file, "sha256", stored.sha256()));
        return begun;
    }

    /** Notes that the rows that cannot be entered were given back; they hold whole ID numbers. */
    RosterImport giveBack(UUID id, Actor actor) {
        var rosterImport = own(imports.find(id), actor);
        rosterImport.requireRead();
        trail.record(
                actor,
                "candidate.give-back-rows",
                id.toString(),
                Map.of("bad", rosterImport.counts().bad()));
        return rosterImport;
    }

    /** Has the rows entered that can be. */
    RosterImport enter(UUID id, Actor actor) {
        var rosterImport = own(imports.findForChange(id), actor);
        var isRunning = jobs.job(rosterImport.job())
                .filter(job -> !job.state().isEnded())
                .isPresent();
        // Asked first: a job that nobody wants is never started.
        rosterImport.entering(rosterImport.job(), isRunning);
        var entering = rosterImport.entering(startJob.start(EnterRoster.KIND, id.toString(), actor), false);
        imports.store(entering);
        trail.record(
                actor,
                "candidate.begin-entering",
                id.toString(),
                Map.of("rows", entering.counts().toEnter()));
        return entering;
    }

    private static RosterImport own(Optional<RosterImport> rosterImport, Actor actor) {
        return rosterImport
                .filter(found -> found.college().equals(actor.organization().code()))
                .orElseThrow(() -> CandidateRefused.of(CandidateRefused.Code.IMPORT_UNKNOWN));
    }
}
