package org.onex.node.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskAgainTests {

    private static final UUID SESSION = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2024-05-18T05:49:50Z");

    private final AskAgain again = new AskAgain(Duration.ofSeconds(15), new Random(7));

    /** In how many seconds it is asked again; the chance of a second is left out. */
    private long seconds(@Nullable String releasesAt) {
        again.later(SESSION, NOW, releasesAt);
        long second = 0;
        while (!again.isTimeFor(SESSION, NOW.plusSeconds(second + 1))) {
            second++;
        }
        return second;
    }

    @Test
    void whatNobodyRefusedIsAskedForNow() {
        assertThat(again.isTimeFor(SESSION, NOW)).isTrue();
    }

    @Test
    void aRefusalIsFollowedByFifteenSecondsOfSilence() {
        assertThat(seconds(null)).isEqualTo(15);
        assertThat(seconds("")).isEqualTo(15);
        assertThat(seconds("soon")).isEqualTo(15);
        assertThat(again.isTimeFor(new UUID(0, 2), NOW))
                .as("of another session")
                .isTrue();
    }

    @Test
    void aTimeThatTheCentreNamesIsKeptUnlessItIsFarAwayOrPast() {
        assertThat(seconds("2024-05-18T13:49:55+08:00")).isEqualTo(5);
        assertThat(seconds("2024-05-18T14:49:55+08:00")).isEqualTo(15);
        assertThat(seconds("2024-05-18T13:00:00+08:00")).isEqualTo(15);
    }

    @Test
    void notAllNodesAskAtTheSameMoment() {
        var moments = new Random(7)
                .ints(20)
                .mapToObj(seed -> {
                    var one = new AskAgain(Duration.ofSeconds(15), new Random(seed));
                    one.later(SESSION, NOW, null);
                    int ms = 15_000;
                    while (!one.isTimeFor(SESSION, NOW.plusMillis(ms))) {
                        ms++;
                    }
                    return ms;
                })
                .distinct();
        assertThat(moments).hasSizeGreaterThan(10);
    }

    @Test
    void inARehearsalItIsAskedForWheneverOneLooks() {
        var eager = new AskAgain(Duration.ZERO, new Random(7));
        eager.later(SESSION, NOW, null);
        assertThat(eager.isTimeFor(SESSION, NOW)).isTrue();
    }
}
