package org.onex.center.candidate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.sheet.SheetReading;

/**
 * A roster that a college sent (学生信息导入): read, looked at, and only then entered.
 *
 * @param job     the background work that reads or enters it now, or did last
 * @param counts  how many rows are what
 * @param reading what was read of the file; absent until it has been
 */
record RosterImport(
        UUID id,
        String college,
        UUID file,
        String fileName,
        State state,
        UUID job,
        String by,
        Instant since,
        RowCounts counts,
        @Nullable SheetReading reading) {

    /** How far it is. */
    enum State {
        /** The file is being read. */
        READING,
        /** It could not be read, or nobody wanted it any more; nothing of it is kept. */
        FAILED,
        /** People look at what was read; nothing has been entered. */
        READ,
        /** Rows are being entered. */
        ENTERING,
        ENTERED
    }

    /** How many rows are new, change somebody, say nothing new, or cannot be entered. */
    record RowCounts(int added, int changed, int unchanged, int bad) {

        static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

        int toEnter() {
            return added + changed;
        }

        int all() {
            return added + changed + unchanged + bad;
        }
    }

    /**
     * Begins to enter the rows, or goes on after that ended halfway.
     *
     * @param isJobRunning whether its background work has not ended
     * @throws CandidateRefused if it has not been read, or is being entered, or has been
     */
    RosterImport entering(UUID enteringJob, boolean isJobRunning) {
        if (state != State.READ && (state != State.ENTERING || isJobRunning)) {
            throw CandidateRefused.of(CandidateRefused.Code.IMPORT_STATE, "state", state);
        }
        return new RosterImport(id, college, file, fileName, State.ENTERING, enteringJob, by, since, counts, reading);
    }

    RosterImport failed() {
        return new RosterImport(id, college, file, fileName, State.FAILED, job, by, since, RowCounts.NONE, null);
    }

    RosterImport read(RowCounts counted, SheetReading whatWasRead) {
        return new RosterImport(id, college, file, fileName, State.READ, job, by, since, counted, whatWasRead);
    }

    RosterImport entered(RowCounts counted) {
        return new RosterImport(id, college, file, fileName, State.ENTERED, job, by, since, counted, reading);
    }

    void requireRead() {
        if (state == State.READING || state == State.FAILED) {
            throw CandidateRefused.of(CandidateRefused.Code.IMPORT_STATE, "state", state);
        }
    }
}
