package org.onex.center.intake;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.job.JobRun;
import org.onex.center.job.JobStopped;
import org.onex.center.job.JobWork;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters the rows of spreadsheets of one kind that were looked at, a few hundred at a time; each time wholly or not at all. */
final class EnterRows implements JobWork {

    private static final int CHUNK = 500;
    private static final int PLACES = 3;

    private final IntakeKind kind;
    private final Intakes intakes;
    private final IntakeRows rows;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;

    EnterRows(IntakeKind kind, Intakes intakes, IntakeRows rows, TransactionTemplate transaction, AuditTrail trail) {
        this.kind = kind;
        this.intakes = intakes;
        this.rows = rows;
        this.transaction = transaction;
        this.trail = trail;
    }

    static String jobKind(IntakeKind kind) {
        return kind.module() + ".enter-" + kind.noun();
    }

    @Override
    public String kind() {
        return jobKind(kind);
    }

    /** At a deadline everybody enters at once, and a long list must not hold up the short ones; a few hundred rows take no memory. */
    @Override
    public int places() {
        return PLACES;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        var id = UUID.fromString(run.subject());
        var total = intakes.get(id).counts().good();
        long left = rows.countToEnter(id);
        try {
            do {
                run.progress(total - left, total);
                left = Math.max(0, left - CHUNK);
            } while (Boolean.TRUE.equals(transaction.execute(status -> enterSome(id, run))));
        } catch (JobStopped stopped) {
            if (stopped.isCancelled()) {
                transaction.executeWithoutResult(status -> recordEnd(id, rows.counts(id), run, false));
            }
            throw stopped;
        }
        var counts = intakes.get(id).counts();
        return Map.of("added", counts.added(), "changed", counts.changed(), "bad", counts.bad());
    }

    /** @return whether there may be more */
    private boolean enterSome(UUID id, JobRun run) {
        var intake = intakes.getForChange(id);
        if (intake.state() == IntakeState.ENTERED) {
            return false;
        }
        var some = rows.toEnter(id, CHUNK);
        if (some.isEmpty()) {
            finish(intake, run);
            return false;
        }
        // What has become wrong since it was read is said as well.
        var again = some.stream()
                .map(row -> row.again(kind.problems(row.values(), run.actor())))
                .toList();
        var answered = requireDone(Judged.all(again, good -> kind.enter(good, run.actor())));
        rows.note(id, answered);
        // Last of all, because nobody else gets at the trail until the transaction ends.
        recordSome(id, answered, run);
        return true;
    }

    /** Rows that stay as they were would come up again for ever. */
    private static List<IntakeRow> requireDone(List<IntakeRow> answered) {
        for (var row : answered) {
            if (!row.isBad() && (!row.isEntered() || row.subject() == null)) {
                throw new IllegalStateException("row " + row.number() + " is neither bad nor entered");
            }
        }
        return answered;
    }

    private void finish(Intake entered, JobRun run) {
        var counts = rows.counts(entered.id());
        intakes.store(entered.entered(counts));
        recordEnd(entered.id(), counts, run, true);
    }

    /** What stands from now on, whatever becomes of the rest. */
    private void recordSome(UUID id, List<IntakeRow> answered, JobRun run) {
        var entered = answered.stream().filter(IntakeRow::isEntered).toList();
        var lines = entered.stream()
                .map(row -> Manifest.line(row.number(), row.verdict().name(), String.valueOf(row.subject())))
                .toList();
        trail.record(
                run.actor(),
                jobKind(kind),
                id.toString(),
                Map.of(
                        "first", answered.getFirst().number(),
                        "last", answered.getLast().number(),
                        "added", count(entered, IntakeRow.Verdict.ADDED),
                        "changed", count(entered, IntakeRow.Verdict.CHANGED),
                        "unchanged", count(entered, IntakeRow.Verdict.UNCHANGED),
                        "bad", count(answered, IntakeRow.Verdict.BAD),
                        "manifest", Manifest.hash(lines)));
    }

    private static long count(List<IntakeRow> some, IntakeRow.Verdict verdict) {
        return some.stream().filter(row -> row.verdict() == verdict).count();
    }

    /**
     * @param isWhole whether everything was entered that can be, or somebody ended it halfway
     */
    private void recordEnd(UUID id, IntakeCounts counts, JobRun run, boolean isWhole) {
        trail.record(
                run.actor(),
                jobKind(kind),
                id.toString(),
                Map.of(
                        "whole", isWhole,
                        "added", counts.added(),
                        "changed", counts.changed(),
                        "unchanged", counts.unchanged(),
                        "bad", counts.bad(),
                        "manifest", Manifest.hash(rows.manifest(id))));
    }
}
