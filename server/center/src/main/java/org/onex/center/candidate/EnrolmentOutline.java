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
        InformationState state) {}
