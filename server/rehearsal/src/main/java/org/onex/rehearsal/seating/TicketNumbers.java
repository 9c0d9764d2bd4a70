package org.onex.rehearsal.seating;

import java.util.regex.Pattern;

/**
 * Ticket numbers (准考证号) of real exams: 15 digits, of which the first is neither 0 nor the 9 of mock exams, and a check digit by ISO 7064
 * MOD 11,10, worked out by the rehearsal itself.
 */
final class TicketNumbers {

    private static final Pattern SHAPE = Pattern.compile("[1-8]\\d{15}");
    private static final int MODULUS = 10;
    private static final int DIGITS = 15;

    private TicketNumbers() {}

    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches() && text.charAt(DIGITS) == check(text.substring(0, DIGITS));
    }

    /** The digit that is added so that 1 remains: each digit is added to what is carried, which is then doubled modulo 11. */
    static char check(String digits) {
        var carried = MODULUS;
        for (var i = 0; i < digits.length(); i++) {
            var sum = (carried + digits.charAt(i) - '0') % MODULUS;
            carried = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
        }
        return (char) ('0' + (MODULUS + 1 - carried) % MODULUS);
    }
}
