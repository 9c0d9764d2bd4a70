package org.onex.node.invigilation;

import java.util.UUID;
import org.onex.node.sitting.SuperviseAttempts;

/**
 * Whether a candidate was seen in the room (签到), as an invigilator says.
 *
 * @param number of the invigilator
 * @param note   may be empty
 */
record Attendance(UUID attempt, boolean present, String number, String note) {

    /**
     * Nobody is absent (缺考) who is there, or may still come.
     *
     * @throws InvigilationRefused if the node knows better
     */
    void requireBelievable(SuperviseAttempts.Whereabouts whereabouts) {
        if (present) {
            return;
        }
        if (whereabouts.isHere()) {
            throw InvigilationRefused.of(InvigilationRefused.Code.IS_HERE);
        }
        var until = whereabouts.awaitedUntil();
        if (until != null) {
            throw InvigilationRefused.mayStillCome(until);
        }
    }
}
