package org.onex.center.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IssuedCodeTests {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final UUID NODE = new UUID(1, 1);

    @Test
    void isGoodForSevenDaysAndNotAtTheirEnd() {
        var code = code(0, null, false);
        assertThat(code.isListenedTo(NOW)).isTrue();
        assertThat(code.isListenedTo(NOW.plus(Duration.ofDays(7)).minusMillis(1)))
                .isTrue();
        assertThat(code.isListenedTo(NOW.plus(Duration.ofDays(7)))).isFalse();
    }

    @Test
    void tenMistakesEndIt() {
        assertThat(code(9, null, false).isListenedTo(NOW)).isTrue();
        assertThat(code(10, null, false).isListenedTo(NOW)).isFalse();
        assertThat(code(10, NODE, false).isListenedTo(NOW)).isFalse();
    }

    @Test
    void aNewerOneEndsItUnlessItWasUsed() {
        assertThat(code(0, null, true).isListenedTo(NOW)).isFalse();
        assertThat(code(0, NODE, true).isListenedTo(NOW)).isTrue();
    }

    private static IssuedCode code(int wrongProofs, @Nullable UUID usedBy, boolean superseded) {
        return new IssuedCode(
                new EnrolmentCode("4F7QK2M9XDAAAAAZZZZZ"),
                new UUID(2, 2),
                NOW,
                "college01",
                wrongProofs,
                usedBy,
                superseded);
    }
}
