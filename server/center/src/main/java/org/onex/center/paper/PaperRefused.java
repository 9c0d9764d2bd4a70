package org.onex.center.paper;

import java.util.List;
import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that cannot be done with an item bank or a paper. */
public final class PaperRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** Fact {@code field}. */
        INVALID(Kind.INVALID),
        /** Fact {@code problems}: everything that is wrong in the file. */
        BANK_INVALID(Kind.INVALID),
        /** Fact {@code code}: it belongs to a bank of another body, qualification or level. */
        BANK_CODE_TAKEN(Kind.CONFLICT),
        /** Somebody else loaded another version meanwhile; look again. */
        BANK_CHANGED(Kind.CONFLICT),
        /** There is no such bank, or not for this asker. */
        BANK_UNKNOWN(Kind.NOT_FOUND),
        /** Fact {@code subject}: the bank has no blueprint for it. */
        NO_BLUEPRINT(Kind.CONFLICT),
        /** Whoever assembled a paper does not read its proof. */
        PROOF_BY_ASSEMBLER(Kind.CONFLICT),
        /** Somebody who has passed it already does not count twice. */
        ALREADY_PROOF_READ(Kind.CONFLICT),
        /** Whoever rejects a paper says what is wrong. */
        OPINION_MISSING(Kind.INVALID),
        /** Fact {@code state}: two different people must have read it before it is sealed. */
        NOT_READY(Kind.CONFLICT),
        /** Fact {@code state}: not possible in this state. */
        WRONG_STATE(Kind.CONFLICT),
        /** Somebody else changed the paper meanwhile; load it again. */
        CHANGED(Kind.CONFLICT),
        /** There is no such paper or form, or not for this asker. */
        UNKNOWN(Kind.NOT_FOUND);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "paper";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private PaperRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static PaperRefused bankInvalid(List<BankProblem> problems) {
        return new PaperRefused(Code.BANK_INVALID, Map.of("problems", problems));
    }

    static void require(boolean right, String field) {
        if (!right) {
            throw of(Code.INVALID, "field", field);
        }
    }

    static PaperRefused of(Code code, String fact, String value) {
        return new PaperRefused(code, Map.of(fact, value));
    }

    static PaperRefused of(Code code) {
        return new PaperRefused(code, Map.of());
    }
}
