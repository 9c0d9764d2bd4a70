package org.onex.center.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.file.FileStore;
import org.onex.center.job.JobRun;
import org.onex.center.job.JobStopped;
import org.onex.center.job.JobWork;
import org.onex.center.sheet.SheetReader;
import org.onex.center.sheet.SheetReading;
import org.onex.center.sheet.SheetRow;
import org.onex.contract.kernel.DomainError;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the rows of spreadsheets of one kind and says of each what entering it would do. */
final class ReadSheet implements JobWork {

    private static final int CHUNK = 500;

    private final IntakeKind kind;
    private final Intakes intakes;
    private final IntakeRows rows;
    private final FileStore files;
    private final TransactionTemplate transaction;
    private final KindColumns columns;

    ReadSheet(IntakeKind kind, Intakes intakes, IntakeRows rows, FileStore files, TransactionTemplate transaction) {
        this.kind = kind;
        this.intakes = intakes;
        this.rows = rows;
        this.files = files;
        this.transaction = transaction;
        this.columns = new KindColumns(kind);
    }

    static String jobKind(IntakeKind kind) {
        return kind.module() + ".read-" + kind.noun();
    }

    @Override
    public String kind() {
        return jobKind(kind);
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        var id = UUID.fromString(run.subject());
        var begun = intakes.get(id);
        if (begun.state() != IntakeState.READING) {
            return Map.of();
        }
        try {
            transaction.executeWithoutResult(status -> {
                requireReading(id);
                rows.forget(id);
            });
            var reading = new Pass(run, begun).read();
            var counts = rows.counts(id);
            transaction.executeWithoutResult(
                    status -> intakes.store(requireReading(id).read(counts, reading)));
            return Map.of("rows", counts.all(), "bad", counts.bad());
        } catch (DomainError refused) {
            giveUp(id);
            throw refused;
        } catch (JobStopped stopped) {
            if (stopped.isCancelled()) {
                giveUp(id);
            }
            throw stopped;
        }
    }

    /** A worker that was taken for dead must not touch what another one has read since. */
    private Intake requireReading(UUID id) {
        var intake = intakes.getForChange(id);
        if (intake.state() != IntakeState.READING) {
            throw new IllegalStateException("somebody else has read " + id);
        }
        return intake;
    }

    private void giveUp(UUID id) {
        transaction.executeWithoutResult(status -> {
            var failed = requireReading(id).failed();
            rows.forget(id);
            intakes.store(failed);
        });
    }

    private final class Pass {

        private final JobRun run;
        private final Intake begun;
        private final Map<String, Integer> seen = new HashMap<>();
        private final List<IntakeRow> chunk = new ArrayList<>();
        private long done;

        Pass(JobRun run, Intake begun) {
            this.run = run;
            this.begun = begun;
        }

        SheetReading read() {
            var file = files.find(begun.file(), run.actor()).orElseThrow(IntakeRefused::fileUnknown);
            try (var content = Channels.newInputStream(files.open(file))) {
                var reading = SheetReader.of(kind.format()).read(content, this::take);
                flush();
                return reading;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void take(SheetRow row) {
            var values = columns.values(row);
            var problems = new ArrayList<>(columns.problems(row));
            var broken = fieldsOfErrors(problems);
            // What is wrong with a cell as such explains why its value is wrong, too.
            kind.problems(values, run.actor()).stream()
                    .filter(problem -> problem.isWarning() || !broken.contains(problem.field()))
                    .forEach(problems::add);
            kind.identity(values).ifPresent(identity -> {
                var first = seen.putIfAbsent(identity, row.number());
                if (first != null) {
                    problems.add(CellProblem.of(kind.identityField(), CellProblem.ROW_TWICE, "first", first));
                }
            });
            chunk.add(IntakeRow.read(row.number(), values, problems));
            if (chunk.size() == CHUNK) {
                flush();
            }
        }

        private static Set<String> fieldsOfErrors(List<CellProblem> problems) {
            return problems.stream()
                    .filter(problem -> !problem.isWarning())
                    .map(CellProblem::field)
                    .collect(Collectors.toSet());
        }

        private void flush() {
            run.progress(done, 0);
            transaction.executeWithoutResult(status -> {
                requireReading(begun.id());
                rows.add(begun.id(), judged());
            });
            done += chunk.size();
            chunk.clear();
        }

        private List<IntakeRow> judged() {
            return Judged.all(chunk, good -> kind.judge(good, run.actor()));
        }
    }
}
