package org.onex.center.fee;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that cannot be done with a bill or a payment. */
public final class FeeRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** Fact {@code field}. */
        INVALID(Kind.INVALID),
        /** Fact {@code today}: money cannot have arrived on a day that has not come. */
        RECEIVED_IN_FUTURE(Kind.INVALID),
        /** Fact {@code reference}: a payment with this bank reference is on the bill already. */
        ALREADY_RECORDED(Kind.CONFLICT),
        /** The key of a request belongs to another payment of this bill. */
        KEY_REUSED(Kind.CONFLICT),
        /** Whoever takes a payment back says why. */
        REASON_MISSING(Kind.INVALID),
        /** The payment was taken back already. */
        ALREADY_REVOKED(Kind.CONFLICT),
        /** Somebody else's to record. */
        NOT_YOURS(Kind.FORBIDDEN),
        /** There is no such bill, or not for this asker. */
        UNKNOWN(Kind.NOT_FOUND),
        /** There is no such payment, or not for this asker. */
        PAYMENT_UNKNOWN(Kind.NOT_FOUND);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "fee";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private FeeRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static void require(boolean right, String field) {
        if (!right) {
            throw of(Code.INVALID, "field", field);
        }
    }

    static FeeRefused of(Code code, String fact, String value) {
        return new FeeRefused(code, Map.of(fact, value));
    }

    static FeeRefused of(Code code) {
        return new FeeRefused(code, Map.of());
    }
}
