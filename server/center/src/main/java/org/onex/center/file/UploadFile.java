package org.onex.center.file;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.foundation.ids.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a file from somebody; no transaction is held while it arrives, which can take minutes. */
@Service
class UploadFile {

    private static final int NAME = 200;

    private final Contents contents;
    private final StoredFiles files;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AuditTrail trail;

    UploadFile(Contents contents, StoredFiles files, TransactionTemplate transaction, Clock clock, AuditTrail trail) {
        this.contents = contents;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * @param announced the length that the sender said, or -1
     * @throws FileRefused if the name is none, nothing or not everything arrived, or there is no room
     */
    StoredFile take(InputStream content, String name, long announced, Actor actor) throws IOException {
        var bare = bare(name);
        var kept = contents.keep(content, announced);
        if (kept.bytes() == 0) {
            throw FileRefused.of(FileRefused.Code.EMPTY);
        }
        if (announced >= 0 && kept.bytes() != announced) {
            throw FileRefused.cutOff(announced, kept.bytes());
        }
        var owner = actor.organization();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var file = new StoredFile(Ids.next(), bare, kept.bytes(), kept.sha256(), owner.kind(), owner.code(), now);
        transaction.executeWithoutResult(status -> {
            files.add(file, actor.login());
            trail.record(
                    actor, "file.upload", file.id().toString(), Map.of("bytes", file.bytes(), "sha256", file.sha256()));
        });
        return file;
    }

    /** Some browsers send a path; the last part is what people know it by. ID numbers in it are masked. */
    private static String bare(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .replaceAll("(\\d{4})\\d{7,}([\\dXx]{4})", "$1**********$2")
                .strip();
        if (last.isEmpty() || last.length() > NAME) {
            throw FileRefused.of(FileRefused.Code.NAME_INVALID);
        }
        return last;
    }
}
