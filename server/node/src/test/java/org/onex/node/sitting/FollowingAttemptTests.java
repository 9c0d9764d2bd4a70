package org.onex.node.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.node.sitting.ExpectedAttempt.CLOSES;
import static org.onex.node.sitting.ExpectedAttempt.FIRST;
import static org.onex.node.sitting.ExpectedAttempt.OPENS;
import static org.onex.node.sitting.ExpectedAttempt.assertRefused;
import static org.onex.node.sitting.ExpectedAttempt.at;
import static org.onex.node.sitting.ExpectedAttempt.expected;
import static org.onex.node.sitting.ExpectedAttempt.told;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A subject that follows another one at the same seat. */
class FollowingAttemptTests {

    private Attempt attempt = expected(0);

    private final Attempt next = expected(new UUID(6, 6), 0);

    @Test
    void isEnteredBeforeItsEntryOpensButDoesNotStart() {
        next.enter("hash", "first", at(-60));
        assertThat(next.state()).isEqualTo(AttemptState.ENTERED);
        assertRefused("not-open-yet", () -> next.start(FIRST, OPENS.minusMillis(1)));
    }

    @Test
    void knowsNoLateLimitButNoEndlessTimeEither() {
        next.enter("hash", "first", at(89));
        next.start(FIRST, at(89));
        assertThat(next.remaining(at(89))).isEqualTo(Duration.ofMinutes(1));
        var tooLate = expected(new UUID(6, 6), 0);
        assertRefused("too-late", () -> tooLate.enter("hash", "first", CLOSES));
    }

    @Test
    void isOpenWhenTheOneBeforeIsHandedIn() {
        attempt.enter("hash", "first", at(-10));
        attempt.start(FIRST, OPENS);
        assertRefused("not-handed-in", () -> attempt.requireDone(at(30)));
        attempt.handIn(FIRST, 0, at(30));
        attempt.requireDone(at(30));
    }

    @Test
    void isOpenToWhoEnteredTheOneBeforeButDidNotStartUntilItWasOver() {
        attempt.enter("hash", "first", at(-10));
        assertRefused("not-handed-in", () -> attempt.requireDone(CLOSES.minusMillis(1)));
        attempt.requireDone(CLOSES);
    }

    @Test
    void isClosedToWhoNeverCameToTheOneBefore() {
        assertRefused("not-handed-in", () -> attempt.requireDone(at(30).minusMillis(1)));
        assertRefused("too-late", () -> attempt.requireDone(at(30)));
        assertRefused("too-late", () -> attempt.requireDone(CLOSES));
    }

    @Test
    void waitsForMoreTimeThatWasGivenInTheOneBefore() {
        attempt.enter("hash", "first", at(-10));
        attempt.extend(15, told(), at(0));
        assertThat(attempt.isOver(attempt.lateUntil(), CLOSES)).isFalse();
        assertThat(attempt.isOver(attempt.lateUntil(), at(105))).isTrue();
    }
}
