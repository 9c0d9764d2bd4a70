package org.onex.center.candidate;

import java.util.UUID;

/**
 * Names one enrolment of one person.
 *
 * @param candidate the person, for life
 * @param enrolment at one college
 */
public record EnrolmentKey(UUID candidate, UUID enrolment) {

    /** As the audit trail and the address of its page write it. */
    String text() {
        return candidate + "/" + enrolment;
    }
}
