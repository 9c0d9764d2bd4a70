package org.onex.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TriesTests {

    private final Tries tries = new Tries(5, Duration.ofMinutes(5));

    private void take(String name, int times) {
        assertThat(IntStream.range(0, times).mapToObj(i -> tries.take(name))).allMatch(wait -> wait.isEmpty());
    }

    @Test
    void afterSoManyOnesOneHasToWaitForTheNext() {
        take("a", 5);
        assertThat(tries.take("a").orElseThrow()).isBetween(1L, 61L);
    }

    @Test
    void anotherNameIsNotConcerned() {
        take("a", 5);
        take("b", 5);
    }

    @Test
    void whatWasGivenBackMayBeTakenAgain() {
        take("a", 5);
        tries.giveBack("a");
        take("a", 1);
        assertThat(tries.take("a")).isPresent();
    }

    @Test
    void nobodyGetsMoreThanThereAreByGivingBack() {
        tries.giveBack("a");
        tries.giveBack("a");
        take("a", 5);
        assertThat(tries.take("a")).isPresent();
    }

    @Test
    void ofAHundredAtOnceOnlyTheFirstFewAreMade() {
        assertThat(IntStream.range(0, 100)
                        .parallel()
                        .mapToObj(i -> tries.take("a"))
                        .filter(wait -> wait.isEmpty()))
                .hasSize(5);
    }
}
