package org.onex.center.identity;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that cannot be done about a real-name check. */
public final class IdentityRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** Nobody with this key is enrolled at the asker's college. */
        UNKNOWN(Kind.NOT_FOUND),
        /** There is nothing to confirm; fact {@code state}. */
        NOT_DOUBTFUL(Kind.CONFLICT),
        /** Whoever confirms says what they looked at, in at least four characters. */
        REMARK_MISSING(Kind.INVALID),
        /** The evidence is not there. */
        EVIDENCE_MISSING(Kind.INVALID),
        /** The evidence is neither a JPEG or PNG picture nor a PDF. */
        EVIDENCE_UNSUITABLE(Kind.INVALID);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "identity";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private IdentityRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static IdentityRefused of(Code code) {
        return new IdentityRefused(code, Map.of());
    }

    static IdentityRefused of(Code code, String fact, Object value) {
        return new IdentityRefused(code, Map.of(fact, value));
    }
}
