package org.onex.rehearsal.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.people.IdNumbers;
import org.onex.rehearsal.people.Person;

/** A mistake that people make in workbooks of registrations, and what the documentation says that the product calls it. */
enum RowMistake {
    WRONG_CHECK(Field.ID_NUMBER, "ID_CHECK", row -> mistyped(row.person().idNumber())),
    /** Typed into a cell that is not formatted as text. */
    RUINED(Field.ID_NUMBER, "RUINED_NUMBER", row -> "9.99999E+17"),
    UNKNOWN_PERSON(
            Field.ID_NUMBER,
            "CANDIDATE_UNKNOWN",
            row -> IdNumbers.of(
                    LocalDate.of(1999, 9, 9), IdNumbers.sequence(row.person().idNumber()))),
    NO_NAME(Field.NAME, "MISSING", row -> ""),
    OTHER_NAME(Field.NAME, "NAME_DIFFERS", row -> "诸葛无名"),
    OTHER_KIND(Field.KIND, "KIND_DIFFERS", row -> Row.kind(!row.person().isPublic())),
    UNKNOWN_KIND(Field.KIND, "CHOICE_UNKNOWN", row -> "在校生"),
    OTHER_COLLEGE(Field.COLLEGE, "OTHER_COLLEGE", row -> "示范七艺术学院"),
    NO_SUCH_SITE(Field.SITE, "SITE_UNKNOWN", row -> "示范七艺术学院考核站点"),
    NO_SUCH_PLAN(Field.PLAN, "PLAN_UNKNOWN", row -> row.offer().plan().name() + "（补）"),
    /** A name that several plans bear. */
    NAMESAKES(
            Field.PLAN,
            "PLAN_AMBIGUOUS",
            row -> row.setting().offers().namesakes(row.offer()).orElse(null)),
    NO_SUCH_QUALIFICATION(Field.QUALIFICATION, "QUALIFICATION_UNKNOWN", row -> "网店运营推销证书"),
    FOREIGN_QUALIFICATION(
            Field.QUALIFICATION,
            "QUALIFICATION_NOT_OFFERED",
            row -> row.setting().offers().foreign().orElse(null)),
    UNKNOWN_LEVEL(Field.LEVEL, "CHOICE_UNKNOWN", row -> "超高级"),
    NO_LEVEL(Field.LEVEL, "MISSING", row -> ""),
    LEVEL_NOT_OFFERED(Field.LEVEL, "LEVEL_NOT_OFFERED", row -> missingLevel(row).orElse(null)),
    /** Further down again, word for word. */
    TWICE(Field.ID_NUMBER, "ROW_TWICE", row -> row.person().idNumber()),
    // From here on everything can be found, and then it is refused.
    OTHERS_SITE(Field.SITE, "HOSTING_NOT_AGREED", row -> row.setting().othersSite()),
    OVER(Field.PLAN, "CLOSED", row -> over(row).orElse(null)),
    /** Further down again, plan or qualification named in another way. */
    IN_OTHER_WORDS(
            Field.ID_NUMBER,
            "DUPLICATE",
            row -> row.setting().site() == null ? null : row.person().idNumber()),
    // From here on it is not the officer's mistake, or none that is made at will.
    /** Saved by a program that did not know the character. */
    LOST_CHARACTER(Field.NAME, "NAME_DIFFERS", row -> withoutRareCharacters(row.person())),
    REGISTERED_ELSEWHERE(
            Field.ID_NUMBER, "DUPLICATE_ELSEWHERE", row -> row.person().idNumber()),
    INCOMPLETE(Field.ID_NUMBER, "INFORMATION_INCOMPLETE", row -> row.person().idNumber()),
    WITHOUT_PHOTO(Field.ID_NUMBER, "PHOTO_MISSING", row -> row.person().idNumber()),
    PENDING(Field.ID_NUMBER, "INFORMATION_PENDING", row -> row.person().idNumber()),
    DOUBTFUL(Field.ID_NUMBER, "INFORMATION_DOUBTFUL", row -> row.person().idNumber()),
    TOO_LATE(Field.PLAN, "CLOSED", row -> row.offer().plan().code());

    private final Field field;
    private final String code;
    private final Function<Row, @Nullable String> written;

    RowMistake(Field field, String code, Function<Row, @Nullable String> written) {
        this.field = field;
        this.code = code;
        this.written = written;
    }

    /** Those that an officer makes, in their order. */
    static List<RowMistake> made() {
        var all = List.of(values());
        return all.subList(0, all.indexOf(LOST_CHARACTER));
    }

    Field field() {
        return field;
    }

    /** As the product must name it. */
    String problem() {
        return field + " " + code;
    }

    /** What stands in the column instead of what is right; null if this college cannot make it. */
    @Nullable String written(Row row) {
        return written.apply(row);
    }

    /** Whether it is one only after the row that it repeats. */
    boolean isRepetition() {
        return this == TWICE || this == IN_OTHER_WORDS;
    }

    /** Whether the row says who and what is meant, so that everything else that is in the way is told, too. */
    boolean isUnderstood() {
        return compareTo(OTHERS_SITE) >= 0 && this != LOST_CHARACTER;
    }

    private static String mistyped(String number) {
        var last = number.charAt(number.length() - 1);
        return number.substring(0, number.length() - 1) + (last == '7' ? '8' : '7');
    }

    private static String withoutRareCharacters(Person person) {
        return Row.RARE.matcher(person.name()).replaceAll("?");
    }

    /** Older notices admit fewer, so only of somebody whom all of them admit. */
    private static Optional<String> over(Row row) {
        return row.setting()
                .offers()
                .over(row.offer())
                .filter(offer ->
                        row.setting().college().pilot() && !row.person().isPublic())
                .map(offer -> offer.plan().code());
    }

    private static Optional<String> missingLevel(Row row) {
        var offered = row.setting().offers().of(row.offer().plan().code()).stream()
                .filter(offer -> offer.qualification().equals(row.offer().qualification()))
                .map(Offer::level)
                .toList();
        return Offer.LEVELS.entrySet().stream()
                .filter(level -> !offered.contains(level.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
