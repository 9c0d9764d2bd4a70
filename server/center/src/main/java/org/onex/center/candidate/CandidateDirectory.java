package org.onex.center.candidate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.onex.contract.kernel.IdNumber;

/** What other modules may ask about candidates. */
public interface CandidateDirectory {

    /** Which of these people are enrolled at a college now; whoever is not is absent. */
    Map<IdNumber, EnrolmentKey> enrolled(Collection<IdNumber> numbers, String college);

    /** These enrolments, without those that have ended; in no order. */
    List<EnrolmentOutline> outlines(Collection<EnrolmentKey> keys);
}
