package org.onex.center.marking;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** Something that cannot be done with a mark or a work. */
public final class MarkingRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** Fact {@code field}. */
        INVALID(Kind.INVALID),
        /** Facts {@code criterion}, {@code from} and {@code to}: whole numbers between these, one for each criterion. */
        POINTS_INVALID(Kind.INVALID),
        /** It is another marker's: held by them after one's own time was over, or marked by them. */
        NOT_YOURS(Kind.CONFLICT),
        /** The work or the script it belongs to changed meanwhile; load it again. */
        STALE(Kind.CONFLICT),
        /** Answers, paper or key cannot be read at this moment; fact {@code scripts}, of how many in a row, if it was tried with several. */
        UNREADABLE(Kind.BUSY),
        /** There is no such plan, or not for this asker. */
        PLAN_UNKNOWN(Kind.NOT_FOUND),
        /** There is no such script that counts, or not for this asker. */
        SCRIPT_UNKNOWN(Kind.NOT_FOUND),
        /** There is no such work, or not for this asker. */
        WORK_UNKNOWN(Kind.NOT_FOUND);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "marking";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private MarkingRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static void require(boolean right, String field) {
        if (!right) {
            throw new MarkingRefused(Code.INVALID, Map.of("field", field));
        }
    }

    static MarkingRefused points(String criterion, int to) {
        return new MarkingRefused(Code.POINTS_INVALID, Map.of("criterion", criterion, "from", 0, "to", to));
    }

    static MarkingRefused unreadable(int scripts) {
        return new MarkingRefused(Code.UNREADABLE, Map.of("scripts", scripts));
    }

    static MarkingRefused of(Code code) {
        return new MarkingRefused(code, Map.of());
    }
}
