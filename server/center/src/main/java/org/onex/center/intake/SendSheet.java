package org.onex.center.intake;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.file.FileStore;
import org.onex.center.job.JobDirectory;
import org.onex.center.job.StartJob;
import org.onex.center.organization.Actor;
import org.onex.foundation.ids.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with a spreadsheet: send it, have it entered after they looked at what was read, take its bad rows back. */
@Service
@Transactional
class SendSheet {

    private final Intakes intakes;
    private final FileStore files;
    private final StartJob startJob;
    private final JobDirectory jobs;
    private final Clock clock;
    private final AuditTrail trail;

    SendSheet(Intakes intakes, FileStore files, StartJob startJob, JobDirectory jobs, Clock clock, AuditTrail trail) {
        this.intakes = intakes;
        this.files = files;
        this.startJob = startJob;
        this.jobs = jobs;
        this.clock = clock;
        this.trail = trail;
    }

    /** Has a file read that was uploaded before. */
    Intake read(IntakeKind kind, UUID file, Actor actor) {
        var stored = files.find(file, actor).orElseThrow(IntakeRefused::fileUnknown);
        var id = Ids.next();
        var begun = new Intake(
                id,
                Intake.kindOf(kind),
                actor.organization().code(),
                file,
                stored.name(),
                IntakeState.READING,
                startJob.start(ReadSheet.jobKind(kind), id.toString(), actor),
                actor.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                IntakeCounts.NONE,
                null);
        intakes.add(begun);
        trail.record(
                actor, kind.module() + ".begin-import", id.toString(), Map.of("file", file, "sha256", stored.sha256()));
        return begun;
    }

    /** Notes that the rows that cannot be entered were given back; they hold whole ID numbers. */
    Intake giveBack(IntakeKind kind, UUID id, Actor actor) {
        var intake = intakes.own(kind, id, actor);
        intake.requireRead();
        trail.record(
                actor,
                kind.module() + ".give-back-rows",
                id.toString(),
                Map.of("bad", intake.counts().bad()));
        return intake;
    }

    /** Has the rows entered that can be. */
    Intake enter(IntakeKind kind, UUID id, Actor actor) {
        var intake = intakes.ownForChange(kind, id, actor);
        var isRunning =
                jobs.job(intake.job()).filter(job -> !job.state().isEnded()).isPresent();
        // Asked first: a job that nobody wants is never started.
        intake.entering(intake.job(), isRunning);
        var entering = intake.entering(startJob.start(EnterRows.jobKind(kind), id.toString(), actor), false);
        intakes.store(entering);
        trail.record(
                actor,
                kind.module() + ".begin-entering",
                id.toString(),
                Map.of("rows", entering.counts().toEnter()));
        return entering;
    }
}
