package org.onex.center.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.file.FileStore;
import org.onex.center.job.JobRun;
import org.onex.center.job.JobStopped;
import org.onex.center.job.JobWork;
import org.onex.contract.kernel.DomainError;
import org.onex.foundation.vault.Digests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at the photos of an archive one by one and keeps those that fit; after a restart it goes on where it was. */
@Component
class TakePhotos implements JobWork {

    static final String KIND = "photo.take-photos";
    private static final int CHUNK = 50;
    /** A chunk holds little more, whatever its photos weigh: several archives are worked on at once. */
    private static final long CHUNK_BYTES = 16 * PhotoRule.MEGABYTE;

    private final ArchiveImports imports;
    private final ArchiveResults results;
    private final FileStore files;
    private final KeepPhotos keep;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AuditTrail trail;

    TakePhotos(
            ArchiveImports imports,
            ArchiveResults results,
            FileStore files,
            KeepPhotos keep,
            TransactionTemplate transaction,
            Clock clock,
            AuditTrail trail) {
        this.imports = imports;
        this.results = results;
        this.files = files;
        this.keep = keep;
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
        return run(run, new Pace(System::nanoTime));
    }

    Map<String, Object> run(JobRun run, Pace pace) {
        var id = UUID.fromString(run.subject());
        var begun = imports.find(id).orElseThrow();
        if (begun.state() == ArchiveImport.State.DONE) {
            return Map.of();
        }
        try {
            var counts = takeIn(begun, run, pace);
            return Map.of("kept", counts.kept(), "refused", counts.refused());
        } catch (DomainError refused) {
            end(begun, run, ArchiveImport.State.FAILED, 0);
            throw refused;
        } catch (JobStopped stopped) {
            if (stopped.isCancelled()) {
                end(begun, run, ArchiveImport.State.RUNNING, 0);
            }
            throw stopped;
        }
    }

    private ArchiveImport.FileCounts takeIn(ArchiveImport begun, JobRun run, Pace pace) {
        var file = files.find(begun.file(), run.actor())
                .orElseThrow(() -> PhotoRefused.of(PhotoRefused.Code.FILE_UNKNOWN));
        var limits = ArchiveLimits.forPhotosOf(PhotoRule.STANDARD);
        try (var archive = PhotoArchive.open(files.open(file), limits)) {
            var pass = new Pass(run, pace, begun, archive.files());
            archive.forEach(pass);
            pass.flush();
            end(begun, run, ArchiveImport.State.DONE, archive.skipped());
            return imports.find(begun.id()).orElseThrow().counts();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes down what was kept, in the end or as far as it came, unless another run was faster. */
    private void end(ArchiveImport begun, JobRun run, ArchiveImport.State state, int skipped) {
        transaction.executeWithoutResult(status -> {
            var current = imports.findForChange(begun.id()).orElseThrow();
            if (!current.isRunning()) {
                return;
            }
            var found = results.counts(begun.id());
            imports.store(current.at(state, new ArchiveImport.FileCounts(found.kept(), found.refused(), skipped)));
            var manifest = String.join("\n", results.manifest(begun.id()));
            var facts = Map.of(
                    "ended", state == ArchiveImport.State.DONE,
                    "kept", found.kept(),
                    "refused", found.refused(),
                    "manifest", Digests.sha256(manifest.getBytes(StandardCharsets.UTF_8)));
            trail.record(run.actor(), KIND, begun.id().toString(), facts);
        });
    }

    /** Goes through the archive from its beginning; what was dealt with before is passed over. */
    private final class Pass implements PhotoArchive.Recipient {

        private final PhotoInspection inspection = new PhotoInspection(PhotoRule.STANDARD);
        private final JobRun run;
        private final Pace pace;
        private final ArchiveImport begun;
        private final int total;
        private final List<KeepPhotos.Seen> chunk = new ArrayList<>();
        private long chunkBytes;
        private int before;
        private int number;

        Pass(JobRun run, Pace pace, ArchiveImport begun, int total) {
            this.run = run;
            this.pace = pace;
            this.begun = begun;
            this.total = total;
            this.before = results.done(begun.id());
        }

        @Override
        public void photo(PhotoName name, byte[] content) {
            next();
            if (number > before) {
                take(KeepPhotos.Seen.of(number, name, content, inspection.inspect(content)));
            }
        }

        @Override
        public void refused(PhotoName name, PhotoProblem problem) {
            next();
            if (number > before) {
                take(KeepPhotos.Seen.of(number, name, problem));
            }
        }

        /** Asks before a file whether to go on, never after the last: what is finished is not stopped. */
        private void next() {
            if ((chunk.isEmpty() && number >= before) || pace.isDue()) {
                run.progress(number, total);
            }
            number++;
        }

        private void take(KeepPhotos.Seen seen) {
            chunk.add(seen);
            chunkBytes += seen.contentBytes();
            if (chunk.size() == CHUNK || chunkBytes >= CHUNK_BYTES) {
                flush();
            }
        }

        void flush() {
            if (!chunk.isEmpty()) {
                var found = keep.found(begun.college(), chunk);
                transaction.executeWithoutResult(status -> add(found));
                chunk.clear();
                chunkBytes = 0;
            }
        }

        /** A run that was taken for dead may still be at work beside this one: what is dealt with stays as it is. */
        private void add(List<KeepPhotos.Found> found) {
            var current = imports.findForChange(begun.id()).orElseThrow();
            before = current.isRunning() ? results.done(begun.id()) : total;
            var left =
                    found.stream().filter(file -> file.seen().number() > before).toList();
            results.add(begun.id(), keep.keep(left, clock.instant()));
        }
    }
}
