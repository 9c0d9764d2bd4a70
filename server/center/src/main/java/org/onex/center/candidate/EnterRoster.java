package org.onex.center.candidate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.job.JobRun;
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
        run.progress(total - left, total);
        while (Boolean.TRUE.equals(transaction.execute(status -> enterSome(id, run)))) {
            left = Math.max(0, left - CHUNK);
            run.progress(total - left, total);
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
                .map(row -> new JudgeRows.Read(
                        row.number(), row.form(), row.form().read(college.name(), today), row.problems()))
                .toList();
        rows.note(id, enrol.enter(college.code(), read, judge.judge(college.code(), read)));
        return true;
    }

    private void finish(RosterImport entered, JobRun run) {
        var counts = rows.counts(entered.id());
        imports.store(new RosterImport(
                entered.id(),
                entered.college(),
                entered.file(),
                entered.fileName(),
                RosterImport.State.ENTERED,
                entered.job(),
                entered.by(),
                entered.since(),
                counts,
                entered.reading()));
        trail.record(
                run.actor(),
                "candidate.enter-roster",
                entered.id().toString(),
                Map.of(
                        "added", counts.added(),
                        "changed", counts.changed(),
                        "unchanged", counts.unchanged(),
                        "bad", counts.bad(),
                        "manifest", manifest(entered.id())));
    }

    /** The hash by which it can be shown later who was entered by this act. */
    private String manifest(UUID id) {
        return Digests.sha256(String.join("\n", rows.manifest(id)).getBytes(StandardCharsets.UTF_8));
    }
}
