package org.onex.center.job;

import java.time.Duration;

/**
 * Something that has to be looked after again and again without anybody asking, by one machine at a time: questions that wait for an
 * answer, times that come.
 */
public interface RecurringWork {

    /** {@code <module>.<verb-phrase>}; unique. */
    String kind();

    /** How long it rests after each look. */
    Duration every();

    /**
     * Does what is due now.
     *
     * @return whether there was anything; then there may be more
     */
    boolean run();
}
