package org.onex.center.registration;

import java.util.UUID;
import org.onex.center.candidate.CandidateKind;
import org.onex.center.candidate.EnrolmentOutline;
import org.onex.contract.kernel.IdNumber;

/**
 * Who was registered, as they were known then: tickets and certificates must not change with what a college writes later.
 *
 * @param enrolment at the college that registered them
 * @param college   code of the responsible college (归口院校)
 */
record Registrant(UUID enrolment, String college, String name, IdNumber number, CandidateKind kind, String className) {

    static Registrant of(EnrolmentOutline outline) {
        return new Registrant(
                outline.key().enrolment(),
                outline.college(),
                outline.name(),
                outline.number(),
                outline.kind(),
                outline.className());
    }
}
