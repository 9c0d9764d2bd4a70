package org.onex.center.result;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.registration.RegistrationKey;
import org.onex.contract.kernel.IdNumber;

/**
 * Somebody who has passed (合格), for good.
 *
 * @param enrolment     at the college that registered them; their photo is kept under it
 * @param plan          its code
 * @param college       code of the responsible college (归口院校)
 * @param ticket        the ticket number (准考证号)
 * @param qualification its code
 * @param scores        in the order in which the subjects are sat
 */
public record PassedResult(
        RegistrationKey registration,
        UUID enrolment,
        String plan,
        String college,
        String name,
        IdNumber number,
        String ticket,
        String qualification,
        Level level,
        List<SubjectScore> scores,
        Instant finalSince) {

    public PassedResult {
        scores = List.copyOf(scores);
    }

    /** What a subject earned, and of how many points. */
    public record SubjectScore(Subject subject, int score, int full) {}
}
