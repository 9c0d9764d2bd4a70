package org.onex.center.result;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that cannot be done with results, or not now, or not by this asker. */
public final class ResultRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** Fact {@code field}. */
        INVALID(Kind.INVALID),
        /** There is no such plan whose registrations are frozen, or not for this asker. */
        PLAN_UNKNOWN(Kind.NOT_FOUND),
        /** Fact {@code until}: the last session of the plan closes then. */
        EXAM_NOT_OVER(Kind.CONFLICT),
        /** Fact {@code job}: the sheet is being drawn up already. */
        DRAWING(Kind.CONFLICT),
        /** The sheet has not been drawn up, or not to its end. */
        NOT_DRAWN(Kind.CONFLICT),
        /** Somebody has approved it: to draw it up again needs a reason. */
        REASON_MISSING(Kind.INVALID),
        /** Fact {@code opens}: what is public stays; from then on only a review changes it. */
        ALREADY_PUBLIC(Kind.CONFLICT),
        /** It was approved; to change what counts it is drawn up again first. */
        ALREADY_APPROVED(Kind.CONFLICT),
        /** Fact {@code count}: entries that are neither a score nor anything else yet. */
        PROBLEMS(Kind.CONFLICT),
        /** Facts {@code version} and {@code digest}: what was looked at is not what there is now. */
        CHANGED(Kind.CONFLICT),
        /** Marks or rulings have changed since it was drawn up: draw it up again. */
        STALE(Kind.CONFLICT),
        /** Whoever approved, or proposed, cannot also be the second person. */
        SECOND_PERSON(Kind.CONFLICT),
        /** The plan prints no days of publicity. */
        NO_PUBLICITY(Kind.CONFLICT),
        /** There is no such incident in this plan. */
        INCIDENT_UNKNOWN(Kind.NOT_FOUND),
        /** Fact {@code scripts}: no such runs were packed for this plan. */
        SCRIPT_UNKNOWN(Kind.NOT_FOUND),
        /** Fact {@code until}: as long as that it may still come. */
        MAY_STILL_COME(Kind.CONFLICT),
        /** Fact {@code scripts}: of these something came, they cannot be given up. */
        SOMETHING_CAME(Kind.CONFLICT),
        /** Fact {@code scripts}: an exam server says that they were handed in; whoever gives them up all the same says so. */
        HANDED_IN(Kind.CONFLICT),
        /** Fact {@code name}: something else can be done about this subject, or nothing has to be. */
        NOT_BLOCKING(Kind.CONFLICT),
        /** Fact {@code name}: nobody has declared that there is no score. */
        NOT_LOST(Kind.CONFLICT),
        /** There is no such result, or not for this asker. */
        RESULT_UNKNOWN(Kind.NOT_FOUND),
        /** Facts {@code opens} and {@code closes}, where they are known: only in this window a review can be asked for. */
        NOT_PUBLIC(Kind.CONFLICT),
        /** A review of this subject has not been decided yet. */
        REVIEW_PENDING(Kind.CONFLICT),
        /** There is no such review, or not for this asker. */
        REVIEW_UNKNOWN(Kind.NOT_FOUND),
        /** Fact {@code version}: somebody else has changed the review since it was read. */
        REVIEW_CHANGED(Kind.CONFLICT),
        /** Fact {@code state}: the review is too far for this, or not far enough. */
        REVIEW_STATE(Kind.CONFLICT),
        /** Drawn up now, the entry would be another one. */
        MARKS_DIFFER(Kind.CONFLICT),
        /** Drawn up now, the entry would be the same. */
        NOTHING_CHANGED(Kind.CONFLICT),
        /** Drawn up now, the subject would be a problem. */
        NOT_SETTLED(Kind.CONFLICT),
        /** Nobody is called so, with this ID number and this ticket. */
        NOT_FOUND(Kind.NOT_FOUND),
        /** Fact {@code retryAfterSeconds}. */
        TOO_MANY_INQUIRIES(Kind.TOO_MANY);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "result";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private ResultRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static void require(boolean right, String field) {
        if (!right) {
            throw of(Code.INVALID, "field", field);
        }
    }

    static ResultRefused of(Code code, Map<String, ?> facts) {
        return new ResultRefused(code, facts);
    }

    static ResultRefused of(Code code, String fact, Object value) {
        return new ResultRefused(code, Map.of(fact, value));
    }

    static ResultRefused of(Code code) {
        return new ResultRefused(code, Map.of());
    }
}
