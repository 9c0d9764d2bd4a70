package org.onex.center.candidate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a roster that was sent.
 *
 * @param number    as the spreadsheet counts
 * @param isEntered whether it has been taken over
 * @param enrolment whom it was entered for
 */
record RosterRow(
        int number,
        Verdict verdict,
        boolean isEntered,
        CandidateForm form,
        List<CellProblem> problems,
        @Nullable EnrolmentKey enrolment) {

    /** What entering the row would do, or has done. */
    enum Verdict {
        ADDED,
        CHANGED,
        UNCHANGED,
        BAD
    }
}
