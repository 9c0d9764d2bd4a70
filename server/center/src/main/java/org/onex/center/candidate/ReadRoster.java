package org.onex.center.candidate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onex.center.file.FileStore;
import org.onex.center.job.JobRun;
import org.onex.center.job.JobStopped;
import org.onex.center.job.JobWork;
import org.onex.center.sheet.SheetReader;
import org.onex.center.sheet.SheetReading;
import org.onex.center.sheet.SheetRow;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.IdNumber;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a roster's rows and says of each what entering it would do. */
@Component
class ReadRoster implements JobWork {

    static final String KIND = "candidate.read-roster";
    private static final int CHUNK = 500;

    private final RosterImports imports;
    private final RosterRows rows;
    private final FileStore files;
    private final JudgeRows judge;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReadRoster(
            RosterImports imports,
            RosterRows rows,
            FileStore files,
            JudgeRows judge,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.files = files;
        this.judge = judge;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        var id = UUID.fromString(run.subject());
        var begun = imports.find(id).orElseThrow();
        if (begun.state() != RosterImport.State.READING) {
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
                    status -> imports.store(requireReading(id).read(counts, reading)));
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
    private RosterImport requireReading(UUID id) {
        return imports.findForChange(id)
                .filter(found -> found.state() == RosterImport.State.READING)
                .orElseThrow(() -> new IllegalStateException("somebody else has read " + id));
    }

    private void giveUp(UUID id) {
        transaction.executeWithoutResult(status -> {
            var failed = requireReading(id).failed();
            rows.forget(id);
            imports.store(failed);
        });
    }

    private final class Pass {

        private final JobRun run;
        private final RosterImport begun;
        private final LocalDate today = LocalDate.ofInstant(clock.instant(), Window.BEIJING);
        private final Map<IdNumber, Integer> seen = new HashMap<>();
        private final List<JudgeRows.Read> chunk = new ArrayList<>();
        private long done;

        Pass(JobRun run, RosterImport begun) {
            this.run = run;
            this.begun = begun;
        }

        SheetReading read() {
            var file = files.find(begun.file(), run.actor())
                    .orElseThrow(() -> CandidateRefused.of(CandidateRefused.Code.FILE_UNKNOWN));
            try (var content = Channels.newInputStream(files.open(file))) {
                var reading = SheetReader.of(CandidateSheet.FORMAT).read(content, this::take);
                flush();
                return reading;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void take(SheetRow row) {
            var form = CandidateSheet.form(row);
            var problems = new ArrayList<>(CandidateSheet.problems(row));
            var cells = problems.stream().map(CellProblem::field).toList();
            var reading = form.read(run.actor().organization().name(), today);
            // What is wrong with a cell as such explains why its value is wrong, too.
            reading.problems().stream()
                    .filter(problem -> !cells.contains(problem.field()) || problem.isWarning())
                    .forEach(problems::add);
            if (reading.number() != null) {
                var first = seen.putIfAbsent(reading.number(), row.number());
                if (first != null) {
                    problems.add(CellProblem.of(Field.ID_NUMBER, CellProblem.Code.ROW_TWICE, "first", first));
                }
            }
            chunk.add(new JudgeRows.Read(row.number(), form, reading, problems));
            if (chunk.size() == CHUNK) {
                flush();
            }
        }

        private void flush() {
            run.progress(done, 0);
            transaction.executeWithoutResult(status -> {
                requireReading(begun.id());
                rows.add(begun.id(), judge.judge(begun.college(), chunk));
            });
            done += chunk.size();
            chunk.clear();
        }
    }
}
