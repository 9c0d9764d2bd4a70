package org.onex.center.result;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What other modules may ask about results; nothing counts for them before it is final. */
public interface ResultDirectory {

    /** Who has passed for good, of a college's people in a plan, in one order. */
    List<PassedResult> passed(String plan, String college);

    /** The colleges of which somebody has passed for good in a plan. */
    Set<String> collegesWithPasses(String plan);

    /** The plans that have final results, in one order. */
    List<String> finishedPlans();

    /**
     * Who proves to have sat an examination; empty if anything of it is wrong.
     *
     * @param address where the question comes from
     * @throws ResultRefused if it was asked too often
     */
    Optional<ProvenCandidate> prove(Proof proof, String address);
}
