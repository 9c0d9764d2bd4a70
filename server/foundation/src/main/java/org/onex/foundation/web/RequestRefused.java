package org.onex.foundation.web;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** A request that cannot be understood, whatever it was about. */
public final class RequestRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** The body is not JSON of the expected form. */
        UNREADABLE(Kind.INVALID),
        /** Fact {@code field}: a value is missing or of the wrong form. */
        INVALID(Kind.INVALID),
        /** Fact {@code limit}: how many bytes are taken at most. */
        TOO_LARGE(Kind.TOO_LARGE),
        /** There is no such address. */
        UNKNOWN(Kind.NOT_FOUND),
        /** The address does not take this method, or not this kind of content. */
        UNSUPPORTED(Kind.INVALID),
        /** Something broke on our side; fact {@code incident} finds it in the log. */
        FAILED(Kind.INVALID),
        /** The database is away for the moment; fact {@code retryAfterSeconds}. */
        UNAVAILABLE(Kind.BUSY);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "request";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private RequestRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static RequestRefused tooLarge(long limit) {
        return new RequestRefused(Code.TOO_LARGE, Map.of("limit", limit));
    }

    static RequestRefused unavailable() {
        return new RequestRefused(Code.UNAVAILABLE, Map.of("retryAfterSeconds", 1));
    }

    static RequestRefused missing(String field) {
        return new RequestRefused(Code.INVALID, Map.of("field", field));
    }

    /** Says the field only: the value would go back to whoever sent it, and into logs. */
    static RequestRefused unstorable(String field) {
        return new RequestRefused(Code.INVALID, Map.of("field", field));
    }

    /** A value of the request is not of the form it must have. */
    public static RequestRefused invalid(String field, String value, Throwable cause) {
        var refused = new RequestRefused(Code.INVALID, Map.of("field", field, "value", value));
        refused.initCause(cause);
        return refused;
    }
}
