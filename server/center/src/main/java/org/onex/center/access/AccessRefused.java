package org.onex.center.access;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Somebody is not let in, or not to this. */
public final class AccessRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** Nobody is signed in, or the session has ended. */
        NOT_SIGNED_IN(Kind.UNAUTHENTICATED),
        /** The present password is wrong; nothing was changed. */
        PASSWORD_WRONG(Kind.INVALID),
        /** The new password is the present one. */
        PASSWORD_SAME(Kind.INVALID),
        /** Login or password is wrong; which of them is not said. */
        SIGN_IN_REFUSED(Kind.UNAUTHENTICATED),
        /** Fact {@code retryAfterSeconds}. */
        TOO_MANY_ATTEMPTS(Kind.TOO_MANY),
        /** The account's duties do not include this. */
        NOT_PERMITTED(Kind.FORBIDDEN),
        /** Fact {@code address}: where to come by https. */
        HTTPS_REQUIRED(Kind.FORBIDDEN),
        /** The page is out of date: its CSRF token is missing or wrong. */
        STALE_PAGE(Kind.FORBIDDEN),
        /** Fact {@code field}: a particular of an account is not usable. */
        ACCOUNT_INVALID(Kind.INVALID),
        /** Fact {@code organization}: there is no such party. */
        ORGANIZATION_UNKNOWN(Kind.INVALID);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "access";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private AccessRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static AccessRefused of(Code code) {
        return new AccessRefused(code, Map.of());
    }

    static AccessRefused tooManyAttempts(long retryAfterSeconds) {
        return new AccessRefused(Code.TOO_MANY_ATTEMPTS, Map.of("retryAfterSeconds", retryAfterSeconds));
    }

    static AccessRefused httpsRequired(String address) {
        return new AccessRefused(Code.HTTPS_REQUIRED, Map.of("address", address));
    }

    static AccessRefused organizationUnknown(String organization) {
        return new AccessRefused(Code.ORGANIZATION_UNKNOWN, Map.of("organization", organization));
    }

    static void require(boolean right, String field) {
        if (!right) {
            throw new AccessRefused(Code.ACCOUNT_INVALID, Map.of("field", field));
        }
    }
}
