package org.onex.center.candidate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.job.JobRun;
import org.onex.center.job.JobStopped;
import org.onex.center.job.JobWork;
import org.onex.contract.kernel.Window;
import org.onex.foundation.vault.Digests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters the rows of a roster that was looked at, a few hundred at a time; each time wholly or not at all. */
@Component
class EnterRoster implements JobWork {

    static final String KIND = "candidate.enter-roster";
    private static final int CHUNK = 500;

    private final RosterImports imports;
    private final RosterRows rows;
    private final JudgeRows judge;
    private final EnrolPeople enrol;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AuditTrail trail;

    EnterRoster(
            RosterImports imports,
            RosterRows rows,
            JudgeRows judge,
            EnrolPeople enrol,
            TransactionTemplate transaction,
            Clock clock,
            AuditTrail trail) {
        this.imports = imports;
        this.rows = rows;
        this.judge = judge;
        this.enrol = enrol;
        this.transaction = transaction;
        this.clock = clock;
        this.trail = trail;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        var id = UUID.fromString(run.subject());
        var total = imports.find(id).orElseThrow().counts().toEnter();
        long left = rows.countToEnter(id);
        try {
            do {
                run.progress(total - left, total);
                left = Math.max(0, left - CHUNK);
            } while (Boolean.TRUE.equals(transaction.execute(status -> enterSome(id, run))));
        } catch (JobStopped stopped) {
            if (stopped.isCancelled()) {
                transaction.executeWithoutResult(status -> record(id, rows.counts(id), run, false));
            }
            throw stopped;
        }
        var counts = imports.find(id).orElseThrow().counts();
        return Map.of("added", counts.added(), "changed", counts.changed(), "bad", counts.bad());
    }

    /** @return whether there may be more */
    private boolean enterSome(UUID id, JobRun run) {
        var rosterImport = imports.findForChange(id).orElseThrow();
        if (rosterImport.state() == RosterImport.State.ENTERED) {
            return false;
        }
        var some = rows.toEnter(id, CHUNK);
        var college = run.actor().organization();
        if (some.isEmpty()) {
            finish(rosterImport, run);
            return false;
        }
        var today = LocalDate.ofInstant(clock.instant(), Window.BEIJING);
        enrol.lock(college.code());
        // Meanwhile others may have changed the same people, so everything is looked at again.
        var read = some.stream()
                .map(row -> again(row, row.form().read(college.name(), today)))
                .toList();
        rows.note(id, enrol.enter(college.code(), read, judge.judge(college.code(), read)));
        return true;
    }

    /** What has become wrong since it was read is said as well. */
    private static JudgeRows.Read again(RosterRow row, CandidateForm.Reading reading) {
        var problems = new ArrayList<>(row.problems());
        reading.problems().stream()
                .filter(problem -> !problem.isWarning() && !problems.contains(problem))
                .forEach(problems::add);
        return new JudgeRows.Read(row.number(), row.form(), reading, problems);
    }

    private void finish(RosterImport entered, JobRun run) {
        var counts = rows.counts(entered.id());
        imports.store(entered.entered(counts));
        record(entered.id(), counts, run, true);
    }

    /**
     * @param isWhole whether everything was entered that can be, or somebody ended it halfway
     */
    private void record(UUID id, RosterImport.RowCounts counts, JobRun run, boolean isWhole) {
        trail.record(
                run.actor(),
                "candidate.enter-roster",
                id.toString(),
                Map.of(
                        "whole", isWhole,
                        "added", counts.added(),
                        "changed", counts.changed(),
                        "unchanged", counts.unchanged(),
                        "bad", counts.bad(),
                        "manifest", manifest(id)));
    }

    /** The hash by which it can be shown later who was entered by this act. */
    private String manifest(UUID id) {
        return Digests.sha256(String.join("\n", rows.manifest(id)).getBytes(StandardCharsets.UTF_8));
    }
}
