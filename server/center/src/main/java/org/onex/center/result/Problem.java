package org.onex.center.result;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.registration.RegistrationKey;

/**
 * A subject of a registration that is neither a score nor anything else yet (待处理); nothing is approved as long as there is one.
 *
 * @param script        the run that was packed for it; null if none was
 * @param ticket        null if they got no seat
 * @param qualification its code
 */
record Problem(
        Kind kind,
        RegistrationKey registration,
        UUID site,
        Subject subject,
        @Nullable UUID script,
        String name,
        @Nullable String ticket,
        String qualification,
        Level level) {

    /** What is the matter. */
    enum Kind {
        /** Registered, and never packed for any exam server. */
        NOT_SEATED,
        /** Nothing came back: neither a script nor that there is none. */
        NOT_RETURNED,
        /** Something came back, and a person has to say what counts of it; they say so where scripts are (答卷疑点). */
        UNDECIDED,
        /** Who got other hours has sat the old ones too, or may have: two runs, and no rule that says which one counts. */
        TWO_RUNS,
        /** It counts, and not every item has its points. */
        NOT_MARKED,
        /** Invigilators wrote down 违纪 or 作弊, and nobody has ruled on it. */
        NOT_RULED,
        /** The paper was worth more or less than the scheme of the plan says. */
        FULL_MARKS_DIFFER;

        /** Whether nothing is left to be done about it, so that the awarding body may declare that there is no score (无成绩). */
        boolean isDeclared() {
            return this == NOT_SEATED || this == TWO_RUNS || this == FULL_MARKS_DIFFER;
        }
    }
}
