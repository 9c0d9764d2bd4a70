package org.onex.center.candidate;

import java.util.List;
import java.util.Map;
import org.onex.center.intake.CellProblem;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that cannot be done with a candidate. */
public final class CandidateRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** Fact {@code problems}: field, code and facts of each. */
        INVALID(Kind.INVALID),
        /** Nobody with this ID number, or this key, is enrolled at the asker's college. */
        UNKNOWN(Kind.NOT_FOUND),
        /** The person is enrolled at the college already; fact {@code candidate} and {@code enrolment}. */
        ALREADY_ENROLLED(Kind.CONFLICT),
        /** The name has been confirmed to belong to the ID number and cannot be changed. */
        NAME_LOCKED(Kind.CONFLICT),
        /** Somebody else changed it meanwhile; load it again. */
        CHANGED(Kind.CONFLICT),
        /** Whoever wants to see everything says why, in at least four characters. */
        REASON_MISSING(Kind.INVALID);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "candidate";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private CandidateRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static CandidateRefused of(Code code) {
        return new CandidateRefused(code, Map.of());
    }

    static CandidateRefused of(Code code, String fact, Object value) {
        return new CandidateRefused(code, Map.of(fact, value));
    }

    static CandidateRefused invalid(List<CellProblem> problems) {
        return of(Code.INVALID, "problems", problems);
    }

    static CandidateRefused alreadyEnrolled(EnrolmentKey key) {
        return new CandidateRefused(
                Code.ALREADY_ENROLLED,
                Map.of(
                        "candidate",
                        key.candidate().toString(),
                        "enrolment",
                        key.enrolment().toString()));
    }
}
