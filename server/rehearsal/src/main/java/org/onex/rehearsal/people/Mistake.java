package org.onex.rehearsal.people;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** A mistake that people make in rosters, and what the documentation says that the product calls it. */
enum Mistake {
    WRONG_CHECK(Column.ID_NUMBER, "ID_CHECK", person -> otherCheck(person.idNumber())),
    FIFTEEN_DIGITS(
            Column.ID_NUMBER,
            "ID_LENGTH",
            person -> person.idNumber().substring(0, 6) + person.idNumber().substring(8, 17)),
    /** Typed into a cell that is not formatted as text. */
    RUINED(Column.ID_NUMBER, "RUINED_NUMBER", person -> "9.99999E+17"),
    LETTER_FOR_DIGIT(
            Column.ID_NUMBER,
            "ID_CHARACTERS",
            person ->
                    person.idNumber().substring(0, 7) + "O" + person.idNumber().substring(8)),
    NO_SUCH_DAY(
            Column.ID_NUMBER,
            "ID_BIRTH_DATE",
            person -> person.idNumber().substring(0, 10) + "1332"
                    + person.idNumber().substring(14)),
    NOT_BORN_YET(
            Column.ID_NUMBER,
            "AGE_IMPLAUSIBLE",
            person -> IdNumbers.of(LocalDate.of(2091, 3, 4), IdNumbers.sequence(person.idNumber()))),
    NO_NUMBER(Column.ID_NUMBER, "MISSING", person -> ""),
    NO_NAME(Column.NAME, "MISSING", person -> ""),
    DIGIT_IN_NAME(Column.NAME, "NAME_INVALID", person -> person.name() + "1"),
    NO_KIND(Column.KIND, "MISSING", person -> ""),
    UNKNOWN_KIND(Column.KIND, "CHOICE_UNKNOWN", person -> "在校生"),
    UNKNOWN_NATION(Column.NATION, "CHOICE_UNKNOWN", person -> "汉人"),
    OTHER_COLLEGE(Column.COLLEGE, "OTHER_COLLEGE", person -> "示范七艺术学院"),
    OTHER_SEX(Column.SEX, "SEX_CONTRADICTS", person -> person.isMale() ? "女" : "男"),
    SHORT_PHONE(Column.PHONE, "PHONE_INVALID", person -> "1200000"),
    HALF_AN_EMAIL(Column.EMAIL, "EMAIL_INVALID", person -> "student.example.cn"),
    YEAR_TO_COME(Column.ENTRY_YEAR, "YEAR_INVALID", person -> "2202"),
    /** The row of somebody who stands further up already. */
    TWICE(Column.ID_NUMBER, "ROW_TWICE", Person::idNumber),
    /** Computed by a formula that no spreadsheet has computed. */
    UNCOMPUTED(Column.ID_NUMBER, "FORMULA_WITHOUT_VALUE", Person::idNumber),
    /** One cell together with the row above. */
    MERGED(Column.CLASS_NAME, "MERGED", Person::className),
    /** Saved by a program that did not know the character. */
    LOST_CHARACTER(
            Column.NAME,
            "NAME_INVALID",
            person -> person.name()
                    .codePoints()
                    .mapToObj(c -> c == 0x20BB7 || c == 0x36C3 || c == 0x4DAE ? "?" : Character.toString(c))
                    .reduce("", String::concat)),
    /** Another name for somebody whose name has been confirmed. */
    RENAMED(Column.NAME, "NAME_LOCKED", person -> person.name() + "改");

    private final Column column;
    private final String code;
    private final Function<Person, String> written;

    Mistake(Column column, String code, Function<Person, String> written) {
        this.column = column;
        this.code = code;
        this.written = written;
    }

    /** One after the other for each turn; what comes by itself or later is not among them. */
    static Mistake of(int turn) {
        var made = List.of(values()).subList(0, List.of(values()).indexOf(LOST_CHARACTER));
        return made.get(turn % made.size());
    }

    Column column() {
        return column;
    }

    /** By which the product must name it. */
    String code() {
        return code;
    }

    /** What stands in the column instead of what is right. */
    String written(Person person) {
        return written.apply(person);
    }

    /** Only a spreadsheet has cells that can be so. */
    boolean needsCells() {
        return this == UNCOMPUTED || this == MERGED;
    }

    static String otherCheck(String number) {
        var last = number.charAt(17);
        return number.substring(0, 17) + (last == '7' ? '8' : '7');
    }
}
