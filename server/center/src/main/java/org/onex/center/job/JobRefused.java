package org.onex.center.job;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that cannot be done with a job, or why one failed. */
public final class JobRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** There is no such job, or not for this asker. */
        UNKNOWN(Kind.NOT_FOUND),
        /** It has ended already; fact {@code state}. */
        ENDED(Kind.CONFLICT),
        /** Something broke on our side; fact {@code incident} finds it in the log. */
        BROKEN(Kind.CONFLICT);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "job";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private JobRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static JobRefused unknown() {
        return new JobRefused(Code.UNKNOWN, Map.of());
    }

    static JobRefused ended(JobState state) {
        return new JobRefused(Code.ENDED, Map.of("state", state));
    }

    static JobRefused broken(String incident) {
        return new JobRefused(Code.BROKEN, Map.of("incident", incident));
    }
}
