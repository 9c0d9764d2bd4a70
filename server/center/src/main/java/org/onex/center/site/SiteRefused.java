package org.onex.center.site;

import java.util.List;
import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that cannot be done with an exam site. */
public final class SiteRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** Fact {@code field}. */
        INVALID(Kind.INVALID),
        /** Fact {@code missing}: what an application lacks before it can be submitted. */
        INCOMPLETE(Kind.CONFLICT),
        /** Whoever returns or suspends says why. */
        OPINION_MISSING(Kind.INVALID),
        /** Fact {@code qualification}: there is none with this code. */
        QUALIFICATION_UNKNOWN(Kind.INVALID),
        /** Fact {@code college}: only pilot colleges hold exam sites. */
        NOT_PILOT(Kind.CONFLICT),
        /** Fact {@code qualification}: the college has a living application for it, or a site. */
        ALREADY_APPLIED(Kind.CONFLICT),
        /** Fact {@code state}: not possible in this state. */
        WRONG_STATE(Kind.CONFLICT),
        /** Somebody else changed the site meanwhile; load it again. */
        CHANGED(Kind.CONFLICT),
        /** Somebody else's to edit or to decide. */
        NOT_YOURS(Kind.FORBIDDEN),
        /** There is no such site, or not for this asker. */
        UNKNOWN(Kind.NOT_FOUND);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "site";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private SiteRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static void require(boolean right, String field) {
        if (!right) {
            throw of(Code.INVALID, "field", field);
        }
    }

    static SiteRefused incomplete(List<SiteDetails.Part> missing) {
        return new SiteRefused(Code.INCOMPLETE, Map.of("missing", missing));
    }

    static SiteRefused of(Code code, String fact, String value) {
        return new SiteRefused(code, Map.of(fact, value));
    }

    static SiteRefused of(Code code) {
        return new SiteRefused(code, Map.of());
    }
}
