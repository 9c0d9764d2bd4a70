package org.onex.rehearsal.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** ID numbers (身份证号, GB 11643) of an area that does not exist, worked out by the rehearsal itself. */
public final class IdNumbers {

    static final String AREA = "999999";

    private static final Pattern SHAPE = Pattern.compile("\\d{17}[\\dXx]");
    private static final int MODULUS = 11;
    private static final int LENGTH = 18;
    private static final int FIRST_OF_SEQUENCE = 14;

    private IdNumbers() {}

    /**
     * @param sequence of those born on that day in that area, 1 to 999; odd for a man
     */
    public static String of(LocalDate birth, int sequence) {
        var digits = AREA + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence);
        return digits + check(digits);
    }

    /** ISO 7064 MOD 11-2: doubled from digit to digit, so that with the check character 1 remains. */
    static char check(String seventeenDigits) {
        var product = 0;
        for (var i = 0; i < seventeenDigits.length(); i++) {
            product = (product + seventeenDigits.charAt(i) - '0') * 2 % MODULUS;
        }
        var check = (MODULUS + 1 - product) % MODULUS;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    /** Whether a text is an ID number that somebody could bear. */
    public static boolean isOne(String text) {
        if (!SHAPE.matcher(text).matches()
                || Character.toUpperCase(text.charAt(LENGTH - 1)) != check(text.substring(0, LENGTH - 1))) {
            return false;
        }
        try {
            return LocalDate.parse(text.substring(6, FIRST_OF_SEQUENCE), DateTimeFormatter.BASIC_ISO_DATE)
                            .getYear()
                    >= 1900;
        } catch (DateTimeException e) {
            return false;
        }
    }

    public static int sequence(String number) {
        return Integer.parseInt(number.substring(FIRST_OF_SEQUENCE, LENGTH - 1));
    }

    /** As it is shown to people who need not know it: the first four and the last four characters. */
    public static String masked(String number) {
        return number.substring(0, 4) + "*".repeat(10) + number.substring(FIRST_OF_SEQUENCE);
    }

    /** A text for a report, which must name nobody. */
    public static String withoutNumbers(String text) {
        return text.replaceAll("\\d{8,}[Xx]?", "…");
    }
}
