package org.onex.center.seating;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What is printed on a ticket and typed to sign in (准考证号): 15 digits that mean nothing and a check digit by ISO 7064 MOD 11,10. It belongs
 * to one registration for ever; room and seat are not in it, so they can change without a new number.
 *
 * @param value 16 digits, the first neither 0, so that no spreadsheet shortens it, nor 9, with which those of mock exams begin
 */
record TicketNumber(String value) {

    private static final int DIGITS = 15;
    private static final Pattern SHAPE = Pattern.compile("[1-8]\\d{15}");

    TicketNumber {
        if (!isOne(value)) {
            throw new IllegalArgumentException("no ticket number");
        }
    }

    /**
     * @throws IllegalArgumentException if a digit is missing or wrong
     */
    static TicketNumber of(String text) {
        return new TicketNumber(text.strip());
    }

    /** A number that nobody can guess from others, if the generator is such a one. Whether it is taken already is not asked. */
    static TicketNumber drawn(RandomGenerator random) {
        var digits = new StringBuilder(DIGITS + 1).append(random.nextInt(1, 9));
        while (digits.length() < DIGITS) {
            digits.append(random.nextInt(10));
        }
        return new TicketNumber(digits.append(checkOf(digits)).toString());
    }

    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches() && checkOf(text.subSequence(0, DIGITS)) == text.charAt(DIGITS);
    }

    /** Finds every wrong digit and every two neighbours that were exchanged. */
    private static char checkOf(CharSequence digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (product + digits.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }
}
