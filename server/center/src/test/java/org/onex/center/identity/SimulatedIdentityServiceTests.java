package org.onex.center.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.contract.kernel.IdNumber;

class SimulatedIdentityServiceTests {

    private static final Instant MORNING = Instant.parse("2024-04-22T01:00:00Z");

    private Instant now = MORNING;
    private final SimulatedIdentityService service = new SimulatedIdentityService(new Clock() {
        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @ParameterizedTest
    @CsvSource({
        "001, MATCH",
        "899, MATCH",
        "900, MISMATCH",
        "939, MISMATCH",
        "940, NOT_FOUND",
        "959, NOT_FOUND",
        "970, MATCH",
        "999, MATCH"
    })
    void answersByTheSequenceDigits(String sequence, IdentityService.Verdict verdict) {
        var ticket = service.ask(List.of(question(sequence)));
        now = MORNING.plus(Duration.ofHours(2));
        assertThat(service.answers(ticket)).contains(List.of(new IdentityService.Answer("q", verdict)));
    }

    @Test
    void takesItsTime() {
        var ticket = service.ask(List.of(question("001")));
        now = MORNING.plus(Duration.ofMinutes(19));
        assertThat(service.answers(ticket)).isEmpty();
        now = MORNING.plus(Duration.ofMinutes(120));
        assertThat(service.answers(ticket)).isPresent();
    }

    @Test
    void isAwayAtTheFirstTimeForSome() {
        assertThatExceptionOfType(IdentityService.Away.class).isThrownBy(() -> service.ask(List.of(question("960"))));
        assertThat(service.ask(List.of(question("960")))).isNotBlank();
    }

    @Test
    void knowsNothingOfATicketOfAnother() {
        assertThat(service.answers("x")).isEqualTo(Optional.of(List.of()));
    }

    private static IdentityService.Question question(String sequence) {
        return new IdentityService.Question("q", "张三", IdNumber.completed("99999920060315" + sequence));
    }
}
