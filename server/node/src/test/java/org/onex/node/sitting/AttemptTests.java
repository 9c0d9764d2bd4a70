package org.onex.node.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.node.sitting.ExpectedAttempt.FIRST;
import static org.onex.node.sitting.ExpectedAttempt.NOTHING_STORED;
import static org.onex.node.sitting.ExpectedAttempt.OPENS;
import static org.onex.node.sitting.ExpectedAttempt.SECOND;
import static org.onex.node.sitting.ExpectedAttempt.assertRefused;
import static org.onex.node.sitting.ExpectedAttempt.at;
import static org.onex.node.sitting.ExpectedAttempt.entry;
import static org.onex.node.sitting.ExpectedAttempt.expected;
import static org.onex.node.sitting.ExpectedAttempt.told;
import static org.onex.node.sitting.ExpectedAttempt.writing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who gets in, at which machine, and what is taken of what they write. */
class AttemptTests {

    private Attempt attempt = expected(0);

    private void beat(Attempt.Claim claim, Instant now, Entry... entries) {
        attempt.beat(claim, writing(entries), NOTHING_STORED, now);
    }

    @Nested
    class BeforeTheStart {

        @Test
        void nobodyEntersBeforeEntryOpens() {
            assertRefused("entry-not-open", () -> attempt.enter("hash", "first", at(-30).minusMillis(1)));
            attempt.enter("hash", "first", at(-30));
            assertThat(attempt.state()).isEqualTo(AttemptState.ENTERED);
        }

        @Test
        void nobodyEntersForTheFirstTimeFromTheLateLimitOn() {
            assertRefused("too-late", () -> attempt.enter("hash", "first", at(30)));
            attempt.enter("hash", "first", at(30).minusMillis(1));
            assertThat(attempt.state()).isEqualTo(AttemptState.ENTERED);
        }

        @Test
        void whoEnteredInTimeMayChangeTheMachineAfterTheLateLimit() {
            attempt.enter("hash", "first", at(0));
            attempt.unlock(at(40));
            attempt.enter("hash", "second", at(40));
            assertThat(attempt.progress().epoch()).isEqualTo(2);
        }

        @Test
        void anotherPersonsIdNumberDoesNotOpenIt() {
            assertRefused("sign-in-wrong", () -> attempt.enter("other", "first", at(0)));
        }

        @Test
        void unlockingBeforeAnybodyCameLetsNobodyTakeOverLater() {
            attempt.unlock(at(-20));
            attempt.enter("hash", "first", at(-10));
            assertRefused("device-active", () -> attempt.enter("hash", "second", at(-9)));
        }

        @Test
        void nothingIsSavedAndNothingStartsBeforeTheHour() {
            attempt.enter("hash", "first", at(-10));
            assertRefused("not-started", () -> beat(FIRST, at(-5), entry(1, "A")));
            assertRefused("not-open-yet", () -> attempt.start(FIRST, OPENS.minusMillis(1)));
            assertRefused("not-started", () -> attempt.handIn(FIRST, 0, at(-1)));
            beat(FIRST, at(-5));
        }
    }

    @Nested
    class Writing {

        @BeforeEach
        void start() {
            attempt.enter("hash", "first", at(-10));
            attempt.start(FIRST, OPENS);
        }

        @Test
        void entriesAreTakenInOrderWithoutAGap() {
            beat(FIRST, at(1), entry(1, "A"), entry(2, "B"));
            assertRefused("entries-missing", () -> beat(FIRST, at(2), entry(4, "D")));
            assertRefused("entries-missing", () -> beat(FIRST, at(2), entry(3, "C"), entry(5, "E")));
            assertRefused("entries-missing", () -> beat(FIRST, at(2), entry(3, "C"), entry(3, "C")));
            assertThat(attempt.durableSeq(1)).isEqualTo(2);
            assertThat(attempt.changes().entries()).hasSize(2);
        }

        @Test
        void aRepetitionInTheSameCommitIsComparedToo() {
            beat(FIRST, at(1), entry(1, "A"));
            beat(FIRST, at(1), entry(1, "A"), entry(2, "B"));
            assertThat(attempt.durableSeq(1)).isEqualTo(2);
            assertRefused("entry-differs", () -> beat(FIRST, at(1), entry(1, "X")));
        }

        @Test
        void aDeviceWithoutTheTokenIsUnknownAndOneWithAnotherEpochToo() {
            assertRefused("attempt-unknown", () -> beat(new Attempt.Claim(1, "guess"), at(1), entry(1, "A")));
            assertRefused("epoch-unknown", () -> beat(new Attempt.Claim(2, "first"), at(1), entry(1, "A")));
        }

        @Test
        void whatTheOldMachineSendsAfterATakeOverIsEvidence() {
            beat(FIRST, at(1), entry(1, "A"));
            attempt.unlock(at(2));
            attempt.enter("hash", "second", at(2));
            beat(FIRST, at(3), entry(2, "B"));
            beat(SECOND, at(3), entry(1, "C"));
            assertThat(attempt.changes().entries())
                    .extracting(Entry.Journaled::standing)
                    .containsExactly(Entry.Standing.COUNTS, Entry.Standing.EVIDENCE, Entry.Standing.COUNTS);
            assertThat(attempt.durableSeq(1)).isEqualTo(2);
            assertRefused("taken-over", () -> attempt.handIn(FIRST, 2, at(30)));
            assertRefused("taken-over", () -> attempt.start(FIRST, at(30)));
        }

        @Test
        void anUnlockIsUsedUpByOneSignIn() {
            attempt.unlock(at(2));
            attempt.enter("hash", "second", at(2));
            assertRefused("device-active", () -> attempt.enter("hash", "third", at(3)));
        }

        @Test
        void anUnlockThatNobodyUsesEnds() {
            attempt.unlock(at(2));
            var ended = at(2).plus(Attempt.UNLOCKED_FOR);
            assertRefused("device-active", () -> attempt.enter("hash", "second", ended));
            attempt.enter("hash", "second", ended.minusMillis(1));
        }

        @Test
        void theSameSignInAgainIsTheSameDevice() {
            attempt.enter("hash", "first", at(3));
            assertThat(attempt.progress().epoch()).isEqualTo(1);
        }

        @Test
        void aMachineThatWasTakenOverFromConfirmsNothingForTheNewOne() {
            attempt.unlock(at(2));
            attempt.enter("hash", "second", at(2));
            var told = new Instruction(new UUID(3, 3), Instruction.Kind.MESSAGE, "请勿交谈", null);
            attempt.instruct(told, at(2));
            var confirmed = new Attempt.Beat(List.of(), List.of(), Set.of(told.id()));
            attempt.beat(FIRST, confirmed, NOTHING_STORED, at(3));
            assertThat(attempt.instructions()).containsExactly(told);
            attempt.beat(SECOND, confirmed, NOTHING_STORED, at(3));
            assertThat(attempt.instructions()).isEmpty();
        }

        @Test
        void handingInNeedsEverythingToBeDurableAndItsTimeToHaveCome() {
            beat(FIRST, at(1), entry(1, "A"));
            assertRefused("entries-missing", () -> attempt.handIn(FIRST, 2, at(30)));
            assertRefused("hand-in-too-early", () -> attempt.handIn(FIRST, 1, at(20).minusMillis(1)));
            attempt.handIn(FIRST, 1, at(20));
            assertThat(attempt.state()).isEqualTo(AttemptState.HANDED_IN);
        }

        @Test
        void aScriptThatTheCandidateHandedInIsClosed() {
            beat(FIRST, at(1), entry(1, "A"));
            attempt.handIn(FIRST, 1, at(30));
            assertRefused("handed-in", () -> beat(FIRST, at(31), entry(2, "B")));
            assertRefused("handed-in", () -> attempt.enter("hash", "second", at(31)));
            assertRefused("handed-in", () -> attempt.unlock(at(31)));
            attempt.handIn(FIRST, 1, at(32));
            assertThat(attempt.changes().revisions()).containsExactly(Receipt.Kind.CANDIDATE);
        }
    }

    @Test
    void aMachineThatWasTakenOverFromDoesNotComeBackWithItsOldToken() {
        attempt.enter("hash", "first", at(-10));
        attempt.unlock(at(-9));
        attempt.enter("hash", "second", at(-8));
        attempt.unlock(at(-7));
        assertRefused("taken-over", () -> attempt.enter("hash", "first", at(-6)));
    }

    @Test
    void nothingHappensToAnAttemptBeforeEntryOpens() {
        var early = at(-30).minusMillis(1);
        assertRefused("entry-not-open", () -> attempt.unlock(early));
        assertRefused("entry-not-open", () -> attempt.extend(5, told(), early));
        assertRefused("entry-not-open", () -> attempt.instruct(told(), early));
        assertRefused("entry-not-open", () -> attempt.force(early));
        assertRefused("entry-not-open", () -> attempt.requireEntryOpen(early));
        attempt.extend(5, told(), at(-30));
    }
}
