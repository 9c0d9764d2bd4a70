package org.onex.center.intake;

import java.util.Map;

/**
 * Something wrong with one value, in a cell of a spreadsheet or in a form (填写问题).
 *
 * @param field   what the value is called
 * @param code    what is wrong: one of those below, or one of the kind's own
 * @param warning whether the row is taken all the same
 * @param facts   what the sentence needs; never an ID number, a name or a phone number
 */
public record CellProblem(String field, String code, boolean warning, Map<String, Object> facts) {

    /** Must be filled in. */
    public static final String MISSING = "MISSING";

    /** Fact {@code limit}: how many characters at most. */
    public static final String TOO_LONG = "TOO_LONG";

    /** Fact {@code first}: the row of the same file that says it already. */
    public static final String ROW_TWICE = "ROW_TWICE";

    /** Only a warning: people do not see the row when they open the file. */
    public static final String HIDDEN_ROW = "HIDDEN_ROW";

    /** The spreadsheet turned a long number into a rounded one; the column must be formatted as text and the number typed again. */
    public static final String RUINED_NUMBER = "RUINED_NUMBER";

    /** The cell shows an error such as #REF!. */
    public static final String ERROR_VALUE = "ERROR_VALUE";

    /** A formula that was never computed. */
    public static final String FORMULA_WITHOUT_VALUE = "FORMULA_WITHOUT_VALUE";

    /** Merged with other cells, so nobody knows whose value it is. */
    public static final String MERGED = "MERGED";

    public CellProblem {
        facts = Map.copyOf(facts);
    }

    public static CellProblem of(String field, String code) {
        return new CellProblem(field, code, false, Map.of());
    }

    public static CellProblem of(String field, String code, Map<String, Object> facts) {
        return new CellProblem(field, code, false, facts);
    }

    public static CellProblem of(String field, String code, String fact, Object value) {
        return new CellProblem(field, code, false, Map.of(fact, value));
    }

    /** Something to be pointed out only. */
    public static CellProblem warning(String field, String code) {
        return new CellProblem(field, code, true, Map.of());
    }

    public static CellProblem warning(String field, String code, Map<String, Object> facts) {
        return new CellProblem(field, code, true, facts);
    }

    /** Whether the row is taken all the same. */
    public boolean isWarning() {
        return warning;
    }
}
