package org.onex.center.sheet;

import java.util.Map;
import java.util.SequencedMap;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;

/** A file that cannot be read as the spreadsheet it ought to be. What concerns single cells is a {@link SheetProblem}. */
public final class SheetRefused extends DomainError {

    /** Why. */
    public enum Code implements ErrorCode {
        /** There is nothing in it. */
        EMPTY(Kind.INVALID),
        /** Fact {@code limit}: so many megabytes are taken; absent if it is what comes out of the file that is too much. */
        TOO_LARGE(Kind.TOO_LARGE),
        /** Damaged, or cut off on its way. */
        UNREADABLE(Kind.INVALID),
        /** Protected by a password. */
        ENCRYPTED(Kind.INVALID),
        /** Fact {@code kind}: HTML, MHTML or XML that only bears a spreadsheet's name, as many systems export it. */
        DISGUISED(Kind.INVALID),
        /** Fact {@code kind}: PDF, DOCX, JPG …; absent if nobody knows. */
        NOT_A_SHEET(Kind.INVALID),
        /** Facts {@code missing} and {@code found}: headings; {@code sheet}: the one that comes nearest; {@code sheets}: all looked at. */
        HEADINGS_MISSING(Kind.INVALID),
        /** Facts {@code heading}, {@code columns}: the letters of all columns that claim it; {@code sheet}. */
        HEADING_TWICE(Kind.INVALID),
        /** Facts {@code sheet}, {@code row}: there are headings, but nothing below them. */
        NO_ROWS(Kind.INVALID),
        /** Fact {@code limit}. */
        TOO_MANY_ROWS(Kind.TOO_LARGE);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String module() {
            return "sheet";
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private SheetRefused(Code code, Map<String, ?> facts) {
        super(code, facts);
    }

    static SheetRefused of(Code code) {
        return new SheetRefused(code, Map.of());
    }

    static SheetRefused of(Code code, String fact, Object value) {
        return new SheetRefused(code, Map.of(fact, value));
    }

    static SheetRefused of(Code code, SequencedMap<String, ?> facts) {
        return new SheetRefused(code, facts);
    }

    static SheetRefused unreadable(Exception cause) {
        var refused = of(Code.UNREADABLE);
        refused.initCause(cause);
        return refused;
    }
}
