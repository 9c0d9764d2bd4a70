package org.onex.rehearsal.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TicketNumbersTests {

    private static final long SEED = 7064;

    /** The examples that are printed of ISO 7064 MOD 11,10. */
    @Test
    void theCheckDigitIsTheStandards() {
        assertThat(TicketNumbers.check("0794")).isEqualTo('5');
        assertThat(TicketNumbers.check("00200667308")).isEqualTo('5');
    }

    @Test
    void oneWrongDigitIsAlwaysFound() {
        var chance = new Random(SEED);
        for (var i = 0; i < 200; i++) {
            var digits = Long.toString(chance.nextLong(100_000_000_000_000L, 900_000_000_000_000L));
            var ticket = digits + TicketNumbers.check(digits);
            assertThat(TicketNumbers.isOne(ticket))
                    .as(ticket + " of seed " + SEED)
                    .isTrue();
            var at = chance.nextInt(16);
            var other = (char) ('0' + (ticket.charAt(at) - '0' + 1 + chance.nextInt(9)) % 10);
            var mistyped = ticket.substring(0, at) + other + ticket.substring(at + 1);
            assertThat(TicketNumbers.isOne(mistyped))
                    .as(mistyped + " of seed " + SEED)
                    .isFalse();
        }
    }

    @Test
    void whatIsNot16DigitsOrBeginsWithZeroOrNineIsNone() {
        var ticket = "123456789012345" + TicketNumbers.check("123456789012345");
        assertThat(TicketNumbers.isOne(ticket)).isTrue();
        assertThat(TicketNumbers.isOne(ticket.substring(1))).isFalse();
        assertThat(TicketNumbers.isOne(ticket + "0")).isFalse();
        assertThat(TicketNumbers.isOne("")).isFalse();
        for (var other : new String[] {"023456789012345", "923456789012345"}) {
            assertThat(TicketNumbers.isOne(other + TicketNumbers.check(other))).isFalse();
        }
    }
}
