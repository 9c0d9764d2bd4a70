package org.onex.node.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.node.sitting.ExpectedAttempt.CLOSES;
import static org.onex.node.sitting.ExpectedAttempt.FIRST;
import static org.onex.node.sitting.ExpectedAttempt.NOTHING_STORED;
import static org.onex.node.sitting.ExpectedAttempt.OPENS;
import static org.onex.node.sitting.ExpectedAttempt.assertRefused;
import static org.onex.node.sitting.ExpectedAttempt.at;
import static org.onex.node.sitting.ExpectedAttempt.entry;
import static org.onex.node.sitting.ExpectedAttempt.expected;
import static org.onex.node.sitting.ExpectedAttempt.writing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the time of an attempt is over. */
class AttemptDeadlineTests {

    private Attempt attempt = expected(0);

    private void beat(Attempt.Claim claim, Instant now, Entry... entries) {
        attempt.beat(claim, writing(entries), NOTHING_STORED, now);
    }

    @BeforeEach
    void enter() {
        attempt.enter("hash", "first", at(-10));
    }

    @Test
    void isTheFullTimeForWhoStartsOnTime() {
        attempt.start(FIRST, OPENS);
        assertThat(attempt.progress().deadline()).isEqualTo(at(60));
    }

    @Test
    void isTheEndOfTheWindowForALateStarter() {
        attempt.start(FIRST, at(45));
        assertThat(attempt.progress().deadline()).isEqualTo(CLOSES);
    }

    @Test
    void isLaterForWhoHasAnAccommodation() {
        attempt = expected(50);
        attempt.enter("hash", "first", at(-10));
        attempt.start(FIRST, at(45));
        // 90 minutes for this candidate, and the window is 30 minutes longer, too.
        assertThat(attempt.progress().deadline()).isEqualTo(CLOSES.plus(Duration.ofMinutes(30)));
    }

    @Test
    void doesNotMoveWhenTheStartIsRepeated() {
        attempt.start(FIRST, OPENS);
        attempt.start(FIRST, at(10));
        assertThat(attempt.remaining(at(10))).isEqualTo(Duration.ofMinutes(50));
    }

    @Test
    void movesByAnExtensionAndTheCandidateIsTold() {
        attempt.start(FIRST, OPENS);
        var told = new Instruction(new UUID(3, 3), Instruction.Kind.EXTENDED, null, 10);
        attempt.extend(10, told, at(30));
        assertThat(attempt.progress().deadline()).isEqualTo(at(70));
        assertThat(attempt.instructions()).containsExactly(told);
        attempt.beat(FIRST, new Attempt.Beat(List.of(), List.of(), Set.of(told.id())), NOTHING_STORED, at(31));
        assertThat(attempt.instructions()).isEmpty();
    }

    @Test
    void movesAlsoByAnExtensionThatWasGivenBeforeTheStart() {
        attempt.extend(10, new Instruction(new UUID(3, 3), Instruction.Kind.EXTENDED, null, 10), at(-1));
        attempt.start(FIRST, OPENS);
        assertThat(attempt.progress().deadline()).isEqualTo(at(70));
    }

    @Test
    void nobodyStartsAfterTheWindow() {
        assertRefused("too-late", () -> attempt.start(FIRST, CLOSES));
    }

    @Test
    void whatArrivesWithinTheGraceCountsAndThenTheNodeHandsIn() {
        attempt.start(FIRST, OPENS);
        beat(FIRST, at(60).plus(Attempt.GRACE).minusMillis(1), entry(1, "A"));
        assertThat(attempt.state()).isEqualTo(AttemptState.RUNNING);
        attempt.closeIfOver(at(60).plus(Attempt.GRACE));
        assertThat(attempt.state()).isEqualTo(AttemptState.HANDED_IN);
        assertThat(attempt.changes().revisions()).containsExactly(Receipt.Kind.DEADLINE);
        assertThat(attempt.remaining(at(61))).isZero();
    }
}
