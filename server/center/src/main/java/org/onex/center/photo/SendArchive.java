package org.onex.center.photo;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.file.FileStore;
import org.onex.center.job.StartJob;
import org.onex.center.organization.Actor;
import org.onex.foundation.ids.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A college has the photos of an archive taken in that it uploaded before. */
@Service
class SendArchive {

    private final ArchiveImports imports;
    private final FileStore files;
    private final StartJob startJob;
    private final Clock clock;
    private final AuditTrail trail;

    SendArchive(ArchiveImports imports, FileStore files, StartJob startJob, Clock clock, AuditTrail trail) {
        this.imports = imports;
        this.files = files;
        this.startJob = startJob;
        this.clock = clock;
        this.trail = trail;
    }

    @Transactional
    ArchiveImport send(UUID file, Actor actor) {
        var stored = files.find(file, actor).orElseThrow(() -> PhotoRefused.of(PhotoRefused.Code.FILE_UNKNOWN));
        var id = Ids.next();
        var begun = new ArchiveImport(
                id,
                actor.organization().code(),
                file,
                stored.name(),
                ArchiveImport.State.RUNNING,
                startJob.start(TakePhotos.KIND, id.toString(), actor),
                actor.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                ArchiveImport.FileCounts.NONE);
        imports.add(begun);
        trail.record(actor, "photo.begin-import", id.toString(), Map.of("file", file, "sha256", stored.sha256()));
        return begun;
    }
}
