package org.onex.center.dispatch;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a bundle at an exam server, in its own words (下发结果).
 *
 * @param problem the code by which it was refused; null if it was not
 */
record Delivery(int version, State state, @Nullable String problem) {

    private static final Pattern PROBLEM = Pattern.compile("courier\\.[a-z-]{1,60}");

    /** What a server may say. */
    enum State {
        INSTALLED,
        REFUSED
    }

    Delivery {
        if (version < 1) {
            throw DispatchRefused.invalid("version");
        }
        var refused = problem != null && PROBLEM.matcher(problem).matches();
        if (state == State.REFUSED ? !refused : problem != null) {
            throw DispatchRefused.invalid("problem");
        }
    }
}
