package org.onex.center.sheet;

import java.util.Map;

/**
 * A cell whose content cannot be taken as it is (单元格问题). It stands beside the row's texts; the row is for the caller to refuse.
 *
 * @param row     as the spreadsheet counts, from 1
 * @param column  the column's letter, {@code D}
 * @param heading of the column in the format, whatever the file calls it
 * @param facts   what a sentence about it needs
 */
public record SheetProblem(int row, String column, String heading, Code code, Map<String, Object> facts) {

    /** What is wrong with a cell. */
    public enum Code {
        /**
         * A number of more than 15 digits, such as an ID number typed into a cell that is not formatted as text: the spreadsheet has
         * forgotten the last digits. Fact {@code value}: what it shows instead.
         */
        RUINED_NUMBER,
        /** A formula that failed. Fact {@code value}: {@code #REF!}. */
        ERROR_VALUE,
        /** A formula that was never computed, because a program and not a spreadsheet wrote the file. */
        FORMULA_WITHOUT_VALUE,
        /** Longer than any value; cut off. Fact {@code limit}. */
        TOO_LONG,
        /**
         * Swallowed by merged cells. Merged downwards, it gets the text that stands in the first of them; merged sideways, it stays empty.
         * Either way somebody has to confirm it. Fact {@code range}: {@code D5:D9}.
         */
        MERGED
    }

    /** Never the facts: they may hold what somebody typed, and records end up in logs. */
    @Override
    public String toString() {
        return "SheetProblem[" + column + row + " " + code + "]";
    }
}
