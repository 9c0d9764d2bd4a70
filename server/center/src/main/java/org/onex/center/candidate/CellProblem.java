package org.onex.center.candidate;

import java.util.Map;

/**
 * Something wrong with one value of a candidate, in a cell of a roster or in a form.
 *
 * @param facts what the sentence needs; never an ID number, a name or a phone number
 */
record CellProblem(Field field, Code code, Map<String, Object> facts) {

    /** What is wrong. */
    enum Code {
        /** Must be filled in. */
        MISSING,
        /** The spreadsheet turned a long number into a rounded one; the column must be formatted as text and the number typed again. */
        RUINED_NUMBER,
        /** The cell shows an error such as #REF!. */
        ERROR_VALUE,
        /** A formula that was never computed. */
        FORMULA_WITHOUT_VALUE,
        /** Merged with other cells, so nobody knows whose value it is. */
        MERGED,
        /** Fact {@code limit}: how many characters at most. */
        TOO_LONG,
        /** Digits or signs in a name. */
        NAME_INVALID,
        /** Fact {@code length}: an ID number has 18 characters. */
        ID_LENGTH,
        ID_CHARACTERS,
        ID_BIRTH_DATE,
        /** The check character is wrong: a digit was mistyped. */
        ID_CHECK,
        /** By the birth date the person is not born yet, or over a hundred. */
        AGE_IMPLAUSIBLE,
        /** The ID number says otherwise. */
        SEX_CONTRADICTS,
        /** Fact {@code choices}: what may be written. */
        CHOICE_UNKNOWN,
        /** Fact {@code expected}: one's own college's full name. */
        OTHER_COLLEGE,
        PHONE_INVALID,
        EMAIL_INVALID,
        /** Fact {@code from} and {@code to}. */
        YEAR_INVALID,
        /** Fact {@code first}: the row in which the same ID number stands already. */
        ROW_TWICE,
        /** The real-name check has confirmed another name; it cannot be changed by an import. */
        NAME_LOCKED,
        /** Only a warning: no area has this code. */
        AREA_UNKNOWN(true),
        /** Only a warning: the row is hidden in the file. */
        HIDDEN_ROW(true);

        private final boolean isWarning;

        Code() {
            this(false);
        }

        Code(boolean isWarning) {
            this.isWarning = isWarning;
        }

        /** Whether the row is taken all the same. */
        boolean isWarning() {
            return isWarning;
        }
    }

    static CellProblem of(Field field, Code code) {
        return new CellProblem(field, code, Map.of());
    }

    static CellProblem of(Field field, Code code, String fact, Object value) {
        return new CellProblem(field, code, Map.of(fact, value));
    }

    boolean isWarning() {
        return code.isWarning();
    }
}
