package org.onex.center.candidate;

import org.onex.contract.kernel.IdNumber;

/** What other modules need to know of an enrolment. */
public record EnrolmentOutline(
        EnrolmentKey key,
        String college,
        String name,
        IdNumber number,
        CandidateKind kind,
        String className,
        InformationState state) {

    /** Whether somebody means the person's name who writes it so; blanks and dots are written in many ways. */
    public boolean isCalled(String text) {
        return CandidateForm.name(text).equals(name);
    }
}
