package org.onex.center.job;

import java.util.Map;

/**
 * A long act of some module. It is done in the background and may begin again from the start at any time (after a crash or an outage of
 * the database), so it looks what is done already and goes on from there.
 */
public interface JobWork {

    /** {@code <module>.<verb-phrase>}; unique. */
    String kind();

    /** How many jobs of this kind are worked on at once at most; those that hold whole files in memory stay alone. */
    default int places() {
        return 1;
    }

    /**
     * Does it.
     *
     * @return what came out, for people: numbers and words
     * @throws org.onex.contract.kernel.DomainError if it cannot be done; people read its code and facts
     */
    Map<String, Object> run(JobRun run);
}
