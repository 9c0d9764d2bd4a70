package org.onex.foundation.clock;

import java.time.Instant;
import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** The business clock was asked for something it does not do. */
public final class ClockRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** Facts {@code to}, {@code now}: time only moves forwards, and at most ten years at once. */
        BACKWARDS;

        @Override
        public String module() {
            return "clock";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    private ClockRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static ClockRefused unreachable(Instant to, Instant now) {
        return new ClockRefused(Code.BACKWARDS, Map.of("to", to.toString(), "now", now.toString()));
    }
}
