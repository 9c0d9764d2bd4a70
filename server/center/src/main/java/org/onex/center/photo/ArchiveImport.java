package org.onex.center.photo;

import java.time.Instant;
import java.util.UUID;

/**
 * An archive of photos that a college sent (照片导入). Every photo that fits is kept as soon as it was looked at.
 *
 * @param job    the background work that takes the photos in
 * @param counts how many files became what; final when it is done
 */
record ArchiveImport(
        UUID id,
        String college,
        UUID file,
        String fileName,
        State state,
        UUID job,
        String by,
        Instant since,
        FileCounts counts) {

    /** How far it is. */
    enum State {
        RUNNING,
        DONE
    }

    /** How many photos are kept, how many refused, and how many files are no photos but what systems leave behind. */
    record FileCounts(int kept, int refused, int skipped) {

        static final FileCounts NONE = new FileCounts(0, 0, 0);
    }

    ArchiveImport done(FileCounts inTheEnd) {
        return new ArchiveImport(id, college, file, fileName, State.DONE, job, by, since, inTheEnd);
    }
}
