package org.onex.center.plan;

import java.util.List;
import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that cannot be done with a notice or a plan. */
public final class PlanRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** Fact {@code problems}: everything that is wrong in the file. */
        NOTICE_INVALID(Kind.INVALID),
        /** Fact {@code missing}: what must be supplied before publishing. */
        NOTICE_INCOMPLETE(Kind.CONFLICT),
        /** What is published is not replaced; fact {@code code}. */
        NOTICE_PUBLISHED(Kind.CONFLICT),
        /** Somebody else changed the notice meanwhile; load it again. */
        NOTICE_CHANGED(Kind.CONFLICT),
        /** The code belongs to a notice of another awarding body. */
        NOTICE_CODE_TAKEN(Kind.CONFLICT),
        /** Fact {@code awardingBody}: only that body may do this. */
        NOT_YOUR_BODY(Kind.FORBIDDEN),
        /** Fact {@code rule}: what was supplied is not a rule for 公示. */
        SUPPLY_INVALID(Kind.INVALID),
        /** There is no such notice, or it is somebody else's draft. */
        NOTICE_UNKNOWN(Kind.NOT_FOUND),
        /** There is no such plan, or it is in somebody else's draft. */
        PLAN_UNKNOWN(Kind.NOT_FOUND);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "plan";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private PlanRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static PlanRefused noticeInvalid(List<NoticeProblem> problems) {
        return new PlanRefused(Code.NOTICE_INVALID, Map.of("problems", problems));
    }

    static PlanRefused noticeIncomplete(List<Notice.Missing> missing) {
        return new PlanRefused(Code.NOTICE_INCOMPLETE, Map.of("missing", missing));
    }

    static PlanRefused of(Code code, String fact, String value) {
        return new PlanRefused(code, Map.of(fact, value));
    }
}
