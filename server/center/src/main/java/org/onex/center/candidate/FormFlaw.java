package org.onex.center.candidate;

import java.util.Map;
import org.onex.center.intake.CellProblem;

/** What can be wrong with one value of a candidate, in a cell of a roster or in a form. */
enum FormFlaw {
    /** Must be filled in. */
    MISSING,
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
    /** The real-name check has confirmed another name; it cannot be changed by an import. */
    NAME_LOCKED,
    /** Only a warning: no area has this code. */
    AREA_UNKNOWN(true);

    private final boolean isWarning;

    FormFlaw() {
        this(false);
    }

    FormFlaw(boolean isWarning) {
        this.isWarning = isWarning;
    }

    CellProblem at(Field field) {
        return at(field, Map.of());
    }

    CellProblem at(Field field, String fact, Object value) {
        return at(field, Map.of(fact, value));
    }

    CellProblem at(Field field, Map<String, Object> facts) {
        return new CellProblem(field.name(), name(), isWarning, facts);
    }
}
