package org.onex.center.registration;

import java.util.List;
import java.util.UUID;
import org.onex.center.candidate.CandidateKind;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.contract.kernel.IdNumber;

/**
 * Somebody who is registered, as other modules need to know them; what was known of them when they were registered.
 *
 * @param enrolment     at the college that registered them
 * @param college       code of the responsible college (归口院校)
 * @param qualification its code
 * @param subjects      what they sit, in this order
 */
public record Registered(
        RegistrationKey key,
        UUID enrolment,
        String college,
        String name,
        IdNumber number,
        CandidateKind kind,
        String className,
        String qualification,
        Level level,
        List<Subject> subjects) {

    public Registered {
        subjects = List.copyOf(subjects);
    }
}
