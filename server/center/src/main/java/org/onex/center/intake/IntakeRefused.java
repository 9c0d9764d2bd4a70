package org.onex.center.intake;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that cannot be done with a spreadsheet that was sent. */
public final class IntakeRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** There is no such import, or not for this asker. */
        IMPORT_UNKNOWN(Kind.NOT_FOUND),
        /** The import is not that far, or beyond it; fact {@code state}. */
        IMPORT_STATE(Kind.CONFLICT),
        /** The file of the import is not there. */
        FILE_UNKNOWN(Kind.INVALID);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "intake";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private IntakeRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static IntakeRefused unknown() {
        return new IntakeRefused(Code.IMPORT_UNKNOWN, Map.of());
    }

    static IntakeRefused state(IntakeState state) {
        return new IntakeRefused(Code.IMPORT_STATE, Map.of("state", state));
    }

    static IntakeRefused fileUnknown() {
        return new IntakeRefused(Code.FILE_UNKNOWN, Map.of());
    }
}
