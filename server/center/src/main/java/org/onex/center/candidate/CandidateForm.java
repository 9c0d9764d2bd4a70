package org.onex.center.candidate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onex.center.intake.CellProblem;
import org.onex.contract.kernel.IdNumber;

/**
 * What somebody wrote about a candidate, in a row of a roster or in a form, before anybody has looked whether it can be so.
 *
 * @param values as they were written, without the blanks around them
 */
record CandidateForm(Map<Field, String> values) {

    private static final int LONGEST = 100;
    private static final int MOST_WRITTEN = 1_000;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}〇][\\p{L}\\p{M}〇·.' -]*+");
    private static final Pattern HAN_APART = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");
    private static final Pattern MIDDLE_DOT = Pattern.compile("[•・．‧∙⋅●]");
    private static final Pattern FULL_STOP = Pattern.compile("(?<=\\p{IsHan}) ?\\. ?(?=\\p{IsHan})");
    private static final Pattern PHONE = Pattern.compile("1\\d{10}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]++@[^@\\s.]++(\\.[^@\\s.]++)++");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年?");
    private static final Set<Byte> INVISIBLE = Set.of(Character.CONTROL, Character.FORMAT, Character.SURROGATE);
    private static final int FIRST_ENTRY_YEAR = 2000;
    private static final int OLDEST = 100;

    CandidateForm {
        values = Map.copyOf(values);
    }

    /** What came of a form: who is meant and what is said of them unless a problem refuses it. */
    record Reading(@Nullable IdNumber number, @Nullable Particulars particulars, List<CellProblem> problems) {

        boolean isRefused() {
            return problems.stream().anyMatch(problem -> !problem.isWarning());
        }

        IdNumber sureNumber() {
            return Optional.ofNullable(number).orElseThrow();
        }

        Particulars sureParticulars() {
            return Optional.ofNullable(particulars).orElseThrow();
        }
    }

    /** What stands in the cells of a row, by the names of the fields. */
    static CandidateForm of(Map<String, String> cells) {
        var values = new EnumMap<Field, String>(Field.class);
        cells.forEach((field, text) -> values.put(Field.valueOf(field), text));
        return new CandidateForm(values);
    }

    /** Whose ID number it names, if it is one. */
    Optional<IdNumber> number() {
        var written = written(Field.ID_NUMBER);
        return written.isEmpty() || IdNumber.flawOf(written).isPresent()
                ? Optional.empty()
                : Optional.of(IdNumber.of(written));
    }

    /**
     * Looks whether it can be so.
     *
     * @param college the full name of the college that says it
     * @param today   the day on which it does
     */
    Reading read(String college, LocalDate today) {
        return new Reader(college, today).read();
    }

    /** The same with something that nobody may write differently. */
    CandidateForm with(Field field, String value) {
        var all = new EnumMap<Field, String>(Field.class);
        all.putAll(values);
        all.put(field, value);
        return new CandidateForm(all);
    }

    /** As it was written, or nothing where that is longer than anything can be: nobody looks for a name in 60,000 blanks. */
    private String written(Field field) {
        var text = values.getOrDefault(field, "");
        return text.length() > MOST_WRITTEN ? "" : text;
    }

    /** Half-width, with single blanks and none around, without what nobody sees: control characters, marks of direction, half characters. */
    private static String plain(String text) {
        var result = new StringBuilder();
        text.codePoints()
                .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)
                .map(c -> Character.isSpaceChar(c) || Character.isWhitespace(c) ? ' ' : c)
                .filter(c -> !INVISIBLE.contains((byte) Character.getType(c)))
                .filter(c -> c != ' ' || (!result.isEmpty() && result.charAt(result.length() - 1) != ' '))
                .forEach(result::appendCodePoint);
        return result.toString().strip();
    }

    /** 张　三 is 张三, but Ann Lee stays Ann Lee; the dot of names such as 买买提·艾力 is written in many ways. */
    static String name(String text) {
        var dotted = FULL_STOP.matcher(plain(text)).replaceAll("·");
        var apart = MIDDLE_DOT.matcher(dotted).replaceAll("·");
        return HAN_APART
                .matcher(apart)
                .replaceAll("")
                .replaceAll("\\s*·\\s*", "·")
                .replaceAll("\\s+", " ");
    }

    private final class Reader {

        private final List<CellProblem> problems = new ArrayList<>();
        private final String college;
        private final LocalDate today;

        Reader(String college, LocalDate today) {
            this.college = college;
            this.today = today;
        }

        Reading read() {
            requireReadable();
            var name = name();
            var number = number();
            var kind = choice(Field.KIND, Choices.KINDS);
            ownCollege();
            if (number != null) {
                sexOf(number);
            }
            var nation = choice(Field.NATION, Choices.NATIONS);
            var education = choice(Field.EDUCATION, Choices.EDUCATIONS);
            var consent = choice(Field.CONSENT, Choices.YES_NO);
            var entryYear = entryYear();
            var texts = texts();
            if (kind == null || problems.stream().anyMatch(problem -> !problem.isWarning())) {
                return new Reading(number, null, problems);
            }
            return new Reading(
                    number,
                    new Particulars(
                            name,
                            kind,
                            nation == null ? "" : nation,
                            texts.getOrDefault(Field.PHONE, ""),
                            texts.getOrDefault(Field.EMAIL, ""),
                            texts.getOrDefault(Field.DEPARTMENT, ""),
                            texts.getOrDefault(Field.MAJOR, ""),
                            texts.getOrDefault(Field.GRADE, ""),
                            texts.getOrDefault(Field.CLASS_NAME, ""),
                            texts.getOrDefault(Field.STUDENT_NUMBER, ""),
                            education == null ? "" : education,
                            entryYear,
                            Boolean.TRUE.equals(consent)),
                    problems);
        }

        private Map<Field, String> texts() {
            var texts = new EnumMap<Field, String>(Field.class);
            texts.put(
                    Field.PHONE,
                    matching(Field.PHONE, PHONE, FormFlaw.PHONE_INVALID, text -> text.replaceAll("[ -]", "")));
            texts.put(Field.EMAIL, matching(Field.EMAIL, EMAIL, FormFlaw.EMAIL_INVALID, text -> text));
            for (var field :
                    List.of(Field.DEPARTMENT, Field.MAJOR, Field.GRADE, Field.CLASS_NAME, Field.STUDENT_NUMBER)) {
                texts.put(field, text(field));
            }
            return texts;
        }

        private void requireReadable() {
            values.forEach((field, text) -> {
                if (text.length() > MOST_WRITTEN) {
                    problems.add(FormFlaw.TOO_LONG.at(field, "limit", LONGEST));
                }
            });
        }

        private String name() {
            var name = CandidateForm.name(written(Field.NAME));
            if (name.isEmpty()) {
                refuse(Field.NAME, FormFlaw.MISSING);
            } else if (name.length() > LONGEST) {
                problems.add(FormFlaw.TOO_LONG.at(Field.NAME, "limit", LONGEST));
            } else if (!NAME.matcher(name).matches()) {
                refuse(Field.NAME, FormFlaw.NAME_INVALID);
            }
            return name;
        }

        private @Nullable IdNumber number() {
            var written = written(Field.ID_NUMBER);
            if (written.isEmpty()) {
                refuse(Field.ID_NUMBER, FormFlaw.MISSING);
                return null;
            }
            var flaw = IdNumber.flawOf(written);
            if (flaw.isPresent()) {
                problems.add(flawed(flaw.get(), written));
                return null;
            }
            var number = IdNumber.of(written);
            var birth = number.birthDate();
            if (birth.isAfter(today) || birth.isBefore(today.minusYears(OLDEST))) {
                refuse(Field.ID_NUMBER, FormFlaw.AGE_IMPLAUSIBLE);
            }
            if (!Choices.PROVINCES.contains(number.area().substring(0, 2))) {
                refuse(Field.ID_NUMBER, FormFlaw.AREA_UNKNOWN);
            }
            return number;
        }

        private static CellProblem flawed(IdNumber.Flaw flaw, String written) {
            return switch (flaw) {
                case LENGTH ->
                    FormFlaw.ID_LENGTH.at(
                            Field.ID_NUMBER,
                            "length",
                            IdNumber.normalized(written).length());
                case CHARACTERS -> FormFlaw.ID_CHARACTERS.at(Field.ID_NUMBER);
                case BIRTH_DATE -> FormFlaw.ID_BIRTH_DATE.at(Field.ID_NUMBER);
                case CHECK_CHARACTER -> FormFlaw.ID_CHECK.at(Field.ID_NUMBER);
            };
        }

        private void sexOf(IdNumber number) {
            var isMale = choice(Field.SEX, Choices.SEXES);
            if (isMale != null && isMale != number.isMale()) {
                refuse(Field.SEX, FormFlaw.SEX_CONTRADICTS);
            }
        }

        private void ownCollege() {
            var written = plain(written(Field.COLLEGE)).replace(" ", "");
            if (!written.isEmpty() && !written.equals(college)) {
                problems.add(FormFlaw.OTHER_COLLEGE.at(Field.COLLEGE, "expected", college));
            }
        }

        private <T> @Nullable T choice(Field field, Choices<T> choices) {
            var written = plain(written(field));
            if (written.isEmpty()) {
                if (field == Field.KIND) {
                    refuse(field, FormFlaw.MISSING);
                }
                return null;
            }
            var chosen = choices.of(written);
            if (chosen == null) {
                problems.add(FormFlaw.CHOICE_UNKNOWN.at(field, "choices", choices.offered()));
            }
            return chosen;
        }

        private String matching(Field field, Pattern pattern, FormFlaw flaw, Function<String, String> cleaned) {
            var text = cleaned.apply(text(field));
            if (!text.isEmpty() && !pattern.matcher(text).matches()) {
                refuse(field, flaw);
            }
            return text;
        }

        private String text(Field field) {
            var text = plain(written(field));
            if (text.length() > LONGEST) {
                problems.add(FormFlaw.TOO_LONG.at(field, "limit", LONGEST));
            }
            return text;
        }

        private @Nullable Integer entryYear() {
            var written = plain(written(Field.ENTRY_YEAR));
            if (written.isEmpty()) {
                return null;
            }
            var matcher = YEAR.matcher(written);
            var year = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
            if (year < FIRST_ENTRY_YEAR || year > today.getYear()) {
                problems.add(FormFlaw.YEAR_INVALID.at(
                        Field.ENTRY_YEAR, Map.of("from", FIRST_ENTRY_YEAR, "to", today.getYear())));
            }
            return year;
        }

        private void refuse(Field field, FormFlaw flaw) {
            problems.add(flaw.at(field));
        }
    }
}
