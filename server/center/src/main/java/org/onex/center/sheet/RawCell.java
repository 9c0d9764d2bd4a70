package org.onex.center.sheet;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A cell while a file is being read: its text, and what makes the text doubtful. */
record RawCell(String text, SheetProblem.@Nullable Code problem) {

    static final RawCell BLANK = new RawCell("", null);
    static final int LONGEST = 1000;

    /** What a spreadsheet leaves of a long number when it saves it as text. */
    private static final Pattern SHORTENED = Pattern.compile("[1-9](?:\\.\\d+)?[Ee]\\+\\d{2,3}");

    /** Text as somebody typed it; the blanks around it are dropped, also those that Java does not count as such. */
    static RawCell of(String typed) {
        var text = stripped(typed);
        if (text.isEmpty()) {
            return BLANK;
        }
        if (isTooLong(text)) {
            return new RawCell(cut(text), SheetProblem.Code.TOO_LONG);
        }
        return SHORTENED.matcher(text).matches()
                ? new RawCell(text, SheetProblem.Code.RUINED_NUMBER)
                : new RawCell(text, null);
    }

    /** As much of a text as has to be kept until it is a cell's: one that is too long is still seen to be. */
    static String kept(String typed) {
        var text = stripped(typed);
        return isTooLong(text) ? cut(text) + '…' : text;
    }

    private static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > LONGEST;
    }

    private static String cut(String text) {
        return text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    static RawCell error(String value) {
        return new RawCell(isTooLong(value) ? cut(value) : value, SheetProblem.Code.ERROR_VALUE);
    }

    static RawCell uncomputed() {
        return new RawCell("", SheetProblem.Code.FORMULA_WITHOUT_VALUE);
    }

    boolean isBlank() {
        return text.isEmpty() && problem == null;
    }

    private static String stripped(String typed) {
        // PostgreSQL stores no NUL, and no person types one.
        var text = typed.indexOf('\0') < 0 ? typed : typed.replace("\0", "");
        var from = 0;
        var to = text.length();
        while (from < to && isAround(text.charAt(from))) {
            from++;
        }
        while (to > from && isAround(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isAround(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || c == '\u200B'
                || c == '\uFEFF';
    }
}
