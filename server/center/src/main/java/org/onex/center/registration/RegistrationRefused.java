package org.onex.center.registration;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that cannot be done with a registration. */
public final class RegistrationRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** Nobody with this ID number, or this key, is enrolled at the asker's college. */
        CANDIDATE_UNKNOWN(Kind.INVALID),
        /** The person with this ID number is called otherwise in the roster. */
        NAME_DIFFERS(Kind.INVALID),
        /** The roster says otherwise whether the person is a 院校考生 or 社会考生; fact {@code expected}. */
        KIND_DIFFERS(Kind.INVALID),
        /** 信息不全: something must be known of the person that is not. */
        INFORMATION_INCOMPLETE(Kind.CONFLICT),
        /** 缺照片. */
        PHOTO_MISSING(Kind.CONFLICT),
        /** The photo is not as the plan demands; fact {@code demand}. */
        PHOTO_UNFIT(Kind.CONFLICT),
        /** 信息待认证: nobody has said yet whether name and ID number belong together. */
        INFORMATION_PENDING(Kind.CONFLICT),
        /** 需人工确认: the college has to settle whether they do. */
        INFORMATION_DOUBTFUL(Kind.CONFLICT),
        /** No published plan has this name or code. */
        PLAN_UNKNOWN(Kind.INVALID),
        /** Several plans have this name; fact {@code plans}: code and first day of each. */
        PLAN_AMBIGUOUS(Kind.INVALID),
        /** No qualification has this name or code. */
        QUALIFICATION_UNKNOWN(Kind.INVALID),
        /** The plan does not offer the qualification at any level. */
        QUALIFICATION_NOT_OFFERED(Kind.CONFLICT),
        /** The plan does not offer the qualification at this level; fact {@code offered}. */
        LEVEL_NOT_OFFERED(Kind.CONFLICT),
        /** No site has this name. */
        SITE_UNKNOWN(Kind.INVALID),
        /** Several sites have this name; fact {@code sites}: the id of each. */
        SITE_AMBIGUOUS(Kind.INVALID),
        /** The site may not hold exams of the qualification. */
        SITE_OTHER_QUALIFICATION(Kind.CONFLICT),
        /** The awarding body has not approved the site, or not any more. */
        SITE_NOT_APPROVED(Kind.CONFLICT),
        /** It is another college's site, and nobody has agreed that it takes one's candidates (借考). */
        HOSTING_NOT_AGREED(Kind.CONFLICT),
        /** The notice does not admit 社会考生 or 院校考生; fact {@code kind}. */
        KIND_NOT_ADMITTED(Kind.CONFLICT),
        /** The notice admits pilot colleges only. */
        COLLEGE_NOT_ADMITTED(Kind.CONFLICT),
        /** The deadline is over; fact {@code lastDay}. */
        CLOSED(Kind.CONFLICT),
        /** The college has registered the person for this already, at another site. */
        DUPLICATE(Kind.CONFLICT),
        /** Another college has registered the person for this already. */
        DUPLICATE_ELSEWHERE(Kind.CONFLICT),
        /**
         * The person is registered for something else at that time; facts {@code day}, {@code opens}, {@code closes}, and {@code other}:
         * plan, qualification and level if it was the asker's college that registered them, else empty.
         */
        CLASH(Kind.CONFLICT),
        /** There is no such registration, or not for this asker. */
        UNKNOWN(Kind.NOT_FOUND),
        /** It has been taken back. */
        WITHDRAWN(Kind.CONFLICT),
        /** Somebody else changed it meanwhile; load it again. */
        CHANGED(Kind.CONFLICT),
        /** Whoever is registered for an exam stays on the roster; fact {@code plan}. */
        CANDIDATE_REGISTERED(Kind.CONFLICT),
        /** Between 1 and 500 at once; fact {@code most}. */
        TOO_MANY(Kind.INVALID);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "registration";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private RegistrationRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static RegistrationRefused of(Code code) {
        return new RegistrationRefused(code, Map.of());
    }

    static RegistrationRefused of(Code code, Map<String, ?> facts) {
        return new RegistrationRefused(code, facts);
    }
}
