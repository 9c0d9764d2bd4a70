package org.onex.center.photo;

import java.time.Instant;
import java.util.UUID;

/**
 * An archive of photos that a college sent (照片导入). Every photo that fits is kept as soon as it was looked at.
 *
 * @param job    the background work that takes the photos in
 * @param counts how many files became what; so far; final when it is done
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
        /** Being worked on, or cancelled in between; its job says which. */
        RUNNING,
        DONE,
        /** Refused as a whole. What was kept before stays. */
        FAILED
    }

    /** How many photos are kept, how many refused, and how many files are no photos but what systems leave behind. */
    record FileCounts(int kept, int refused, int skipped) {

        static final FileCounts NONE = new FileCounts(0, 0, 0);
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    ArchiveImport at(State next, FileCounts soFar) {
        return new ArchiveImport(id, college, file, fileName, next, job, by, since, soFar);
    }

    /**
     * @param next does what is left
     * @throws PhotoRefused if nothing is left
     */
    ArchiveImport resumedBy(UUID next) {
        if (state == State.DONE) {
            throw PhotoRefused.notIn(state);
        }
        return new ArchiveImport(id, college, file, fileName, State.RUNNING, next, by, since, counts);
    }
}
