package org.onex.contract.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a resident identity card (身份证号, GB 11643): 6 digits of the area, 8 of the birth date, 3 of a sequence and the check
 * character by ISO 7064 MOD 11-2. Prints itself masked, so that it cannot get into a log by accident.
 */
public final class IdNumber {

    /** What keeps a text from being an ID number. */
    public enum Flaw {
        /** Not 18 characters. */
        LENGTH,
        /** Not 17 digits and a digit or X. */
        CHARACTERS,
        /** Digits 7 to 14 are no day of the calendar. */
        BIRTH_DATE,
        /** The last character does not belong to the others: somewhere a digit is wrong. */
        CHECK_CHARACTER
    }

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Pattern SHAPE = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private final String value;

    private IdNumber(String value) {
        this.value = value;
    }

    /**
     * @param text as people send it: with spaces, full-width digits or a lower-case x
     * @throws IllegalArgumentException if it is not 18 characters long, has no real birth date or a wrong check character; the message does
     *     not repeat the number
     */
    public static IdNumber of(String text) {
        var number = normalized(text);
        flawOf(number).ifPresent(flaw -> {
            throw new IllegalArgumentException("no ID number: " + flaw);
        });
        return new IdNumber(number);
    }

    /** What is wrong with a text that should be an ID number, as people send it; nothing if it is one. */
    public static Optional<Flaw> flawOf(String text) {
        var number = normalized(text);
        if (number.length() != 18) {
            return Optional.of(Flaw.LENGTH);
        }
        if (!SHAPE.matcher(number).matches()) {
            return Optional.of(Flaw.CHARACTERS);
        }
        if (!hasBirthDate(number)) {
            return Optional.of(Flaw.BIRTH_DATE);
        }
        return checkOf(number.substring(0, 17)) == number.charAt(17)
                ? Optional.empty()
                : Optional.of(Flaw.CHECK_CHARACTER);
    }

    /** The number with these first 17 digits. */
    public static IdNumber completed(String seventeenDigits) {
        return of(seventeenDigits + checkOf(seventeenDigits));
    }

    /** As it is stored and compared: without spaces, in half-width characters, X in upper case. Whether it is a number at all is not asked. */
    public static String normalized(String text) {
        var result = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)
                .map(Character::toUpperCase)
                .forEach(result::appendCodePoint);
        return result.toString();
    }

    private static char checkOf(String seventeenDigits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (seventeenDigits.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }

    private static boolean hasBirthDate(String number) {
        try {
            return !birthDate(number).isBefore(EARLIEST);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate birthDate(String number) {
        return LocalDate.of(
                Integer.parseInt(number, 6, 10, 10),
                Integer.parseInt(number, 10, 12, 10),
                Integer.parseInt(number, 12, 14, 10));
    }

    /** All 18 characters. */
    public String value() {
        return value;
    }

    public LocalDate birthDate() {
        return birthDate(value);
    }

    /** Whether the 17th digit is odd, which says male. */
    public boolean isMale() {
        return (value.charAt(16) - '0') % 2 == 1;
    }

    /** The area's six digits, by which the number was first given out. */
    public String area() {
        return value.substring(0, 6);
    }

    /** The first four and the last four characters; what people who need not know more see. */
    public String masked() {
        return value.substring(0, 4) + "**********" + value.substring(14);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdNumber number && number.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
