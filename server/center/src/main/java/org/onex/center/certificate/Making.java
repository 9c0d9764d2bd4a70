package org.onex.center.certificate;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onex.center.job.JobView;

/**
 * How far the files of an issue are that both have signed (证书生成).
 *
 * @param made  how many files there are
 * @param of    how many there will be
 * @param code  why it broke, from the catalogue of codes, with the {@code facts} of that code's sentence; null if it did not, or if somebody
 *              cancelled it
 */
record Making(State state, int made, int of, @Nullable String code, Map<String, Object> facts) {

    /** Whether somebody works on it. */
    enum State {
        /** Nobody does yet. */
        WAITING,
        RUNNING,
        /** Nobody does any more, though there are files missing; it can be begun again. */
        BROKEN,
        /** Every file is made. */
        DONE
    }

    Making {
        facts = Map.copyOf(facts);
    }

    static Making done(int people) {
        return new Making(State.DONE, people, people, null, Map.of());
    }

    /**
     * Of an issue that both have signed.
     *
     * @param job that makes its files; one that nobody knows any more makes none
     */
    static Making by(Optional<JobView> job, int made, int of) {
        return job.map(work -> switch (work.state()) {
                    case WAITING -> new Making(State.WAITING, made, of, null, Map.of());
                    case RUNNING, DONE -> new Making(State.RUNNING, made, of, null, Map.of());
                    case FAILED, CANCELLED -> new Making(State.BROKEN, made, of, work.code(), work.facts());
                })
                .orElseGet(() -> new Making(State.BROKEN, made, of, null, Map.of()));
    }
}
