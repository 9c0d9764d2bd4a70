package org.onex.node.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.onex.contract.bundle.SiteBundle;

class AttemptTests {

    private static final Instant OPENS = Instant.parse("2024-05-18T06:00:00Z");
    private static final Instant CLOSES = OPENS.plus(Duration.ofMinutes(90));
    private static final UUID ID = new UUID(7, 7);
    private static final Attempt.Claim FIRST = new Attempt.Claim(1, "first");
    private static final Attempt.Claim SECOND = new Attempt.Claim(2, "second");
    private static final Attempt.StoredEntries NOTHING_STORED = (attempt, epoch, from, to) -> List.of();

    private static final SessionHours HOURS = new SessionHours(new SiteBundle.Hours(
            OPENS.minus(Duration.ofMinutes(30)), OPENS, OPENS.plus(Duration.ofMinutes(30)), CLOSES, 60, 20));

    private Attempt attempt = expected(0);

    private static Attempt expected(int extraPercent) {
        return expected(null, extraPercent);
    }

    private static Attempt expected(@Nullable UUID follows, int extraPercent) {
        var person = new Attempt.Person("9123", "模拟考生001", "9999**********0017", "hash", null);
        var seat = new Attempt.Seat(ID, new UUID(1, 1), follows, person, new Place("模拟考场", 1), "A", extraPercent);
        return new Attempt(seat, HOURS, new Attempt.Progress(0, null, 0, null, null, null));
    }

    private static Instant at(int minutes) {
        return OPENS.plus(Duration.ofMinutes(minutes));
    }

    private static Entry entry(long seq, String value) {
        return new Entry(seq, "S" + seq, value, OPENS);
    }

    private void beat(Attempt.Claim claim, Instant now, Entry... entries) {
        attempt.beat(claim, new Attempt.Beat(List.of(entries), List.of(), Set.of()), NOTHING_STORED, now);
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(SittingRefused.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("sitting." + code));
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
    class TheDeadline {

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

    @Nested
    class AfterTheNodeHandedIn {

        @BeforeEach
        void writeAndLoseTheLine() {
            attempt.enter("hash", "first", at(-10));
            attempt.start(FIRST, OPENS);
            beat(FIRST, at(1), entry(1, "A"));
            attempt.closeIfOver(at(61));
        }

        @Test
        void whatComesLateMakesAnotherRevision() {
            beat(FIRST, at(70), entry(2, "B"));
            assertThat(attempt.changes().entries().getLast().standing()).isEqualTo(Entry.Standing.LATE);
            assertThat(attempt.changes().revisions()).containsExactly(Receipt.Kind.DEADLINE, Receipt.Kind.LATE_SYNC);
            assertThat(attempt.durableSeq(1)).isEqualTo(2);
        }

        @Test
        void whenTheDeviceSaysItWasWrittenIsKeptAndDecidesNothing() {
            beat(FIRST, at(70), new Entry(2, "S2", "B", at(65)));
            assertThat(attempt.changes().entries().getLast().standing()).isEqualTo(Entry.Standing.LATE);
            assertThat(attempt.changes().entries().getLast().entry().claimedAt())
                    .isEqualTo(at(65));
        }

        @Test
        void nothingComesInADayLater() {
            beat(FIRST, at(60).plus(Attempt.LATE_SYNC_FOR), entry(2, "B"));
            var tooLate = at(60).plus(Attempt.LATE_SYNC_FOR).plusMillis(1);
            assertRefused("handed-in", () -> beat(FIRST, tooLate, entry(3, "C")));
        }

        @Test
        void theFirstRevisionStandsAndTheNextIsNumberedAfterIt() {
            var first = attempt.prove(Receipt.Kind.DEADLINE, 1, Map.of("S1", "A"), at(61));
            var second = attempt.prove(Receipt.Kind.LATE_SYNC, 2, Map.of("S1", "A", "S2", "B"), at(70));
            assertThat(first.revision()).isEqualTo(1);
            assertThat(first.handedInAt()).isEqualTo(at(60));
            assertThat(second.revision()).isEqualTo(2);
            assertThat(second.hash()).isNotEqualTo(first.hash());
            assertThat(attempt.receipt()).isEqualTo(second);
        }

        @Test
        void aSecondMachineDoesNotGetIn() {
            assertRefused("handed-in", () -> attempt.enter("hash", "second", at(70)));
        }
    }

    @Nested
    class ADayAfterTheEnd {

        private final Instant last = at(60).plus(Attempt.LATE_SYNC_FOR);
        private final Instant tooLate = last.plusMillis(1);

        private void see(Attempt.Claim claim, Instant now) {
            var event = new Attempt.Event("ONLINE", now);
            attempt.beat(claim, new Attempt.Beat(List.of(), List.of(event), Set.of()), NOTHING_STORED, now);
        }

        @BeforeEach
        void writeOnTwoMachines() {
            attempt.enter("hash", "first", at(-10));
            attempt.start(FIRST, OPENS);
            attempt.unlock(at(2));
            attempt.enter("hash", "second", at(2));
        }

        @Test
        void theMachineThatWasTakenOverFromBringsNothingAnyMore() {
            beat(FIRST, last, entry(1, "A"));
            assertRefused("handed-in", () -> beat(FIRST, tooLate, entry(2, "B")));
            assertThat(attempt.durableSeq(1)).isEqualTo(1);
        }

        @Test
        void noMachineTellsWhatItHasSeen() {
            see(FIRST, last);
            see(SECOND, last);
            assertRefused("handed-in", () -> see(FIRST, tooLate));
            assertRefused("handed-in", () -> see(SECOND, tooLate));
            assertThat(attempt.changes().events()).hasSize(2);
        }

        @Test
        void whoBringsNothingStillHearsHowThingsStand() {
            beat(SECOND, tooLate);
            assertThat(attempt.state()).isEqualTo(AttemptState.HANDED_IN);
        }

        @Test
        void ofARunThatNobodyBeganItIsADayAfterItsWindow() {
            attempt = expected(0);
            attempt.enter("hash", "first", at(-10));
            see(FIRST, CLOSES.plus(Attempt.LATE_SYNC_FOR));
            assertRefused(
                    "handed-in",
                    () -> see(FIRST, CLOSES.plus(Attempt.LATE_SYNC_FOR).plusMillis(1)));
        }
    }

    @Nested
    class TheLimitOfTheJournal {

        private Attempt full(long entries, long bytes, int events) {
            var devices = List.of(new Device(1, "first", entries, bytes, events, OPENS), Device.of(2, "second", OPENS));
            var progress = new Attempt.Progress(2, null, 0, OPENS, at(60), null);
            return new Attempt(expected(0).seat(), HOURS, progress).with(devices, List.of(), null);
        }

        @Test
        void countsTheEntriesOfAllMachines() {
            attempt = full(BroughtEntries.MOST_ENTRIES - 2, 0, 0);
            assertRefused("journal-full", () -> beat(SECOND, at(1), entry(1, "A"), entry(2, "B"), entry(3, "C")));
            assertThat(attempt.changes().entries()).isEmpty();
            beat(SECOND, at(1), entry(1, "A"), entry(2, "B"));
            assertRefused("journal-full", () -> beat(SECOND, at(1), entry(3, "C")));
            assertThat(attempt.durableSeq(2)).isEqualTo(2);
            beat(SECOND, at(1), entry(2, "B"));
        }

        @Test
        void countsTheBytesOfAllValuesAndSaysWhatThereIs() {
            attempt = full(7, BroughtEntries.MOST_BYTES - 6, 0);
            assertThatExceptionOfType(SittingRefused.class)
                    .isThrownBy(() -> beat(SECOND, at(1), entry(1, "三个字")))
                    .satisfies(refused -> assertThat(refused.facts())
                            .isEqualTo(Map.of("entries", 7L, "bytes", BroughtEntries.MOST_BYTES - 6)));
            beat(SECOND, at(1), entry(1, "两字"));
            beat(SECOND, at(1), entry(2, ""));
            assertRefused("journal-full", () -> beat(SECOND, at(1), entry(3, "A")));
        }

        @Test
        void bindsWhatIsEvidenceAndWhatComesLateToo() {
            attempt = full(BroughtEntries.MOST_ENTRIES, 0, 0);
            var next = BroughtEntries.MOST_ENTRIES + 1;
            assertRefused("journal-full", () -> beat(FIRST, at(1), entry(next, "A")));
            assertRefused("journal-full", () -> beat(SECOND, at(70), entry(1, "A")));
        }

        @Test
        void keepsNobodyWhoHasSeenTooMuchFromWriting() {
            attempt = full(0, 0, Attempt.MOST_EVENTS - 1);
            var events = List.of(new Attempt.Event("OFFLINE", at(1)), new Attempt.Event("ONLINE", at(1)));
            attempt.beat(SECOND, new Attempt.Beat(List.of(entry(1, "A")), events, Set.of()), NOTHING_STORED, at(1));
            assertThat(attempt.changes().events()).hasSize(1);
            attempt.beat(SECOND, new Attempt.Beat(List.of(entry(2, "B")), events, Set.of()), NOTHING_STORED, at(1));
            assertThat(attempt.changes().events()).hasSize(1);
            assertThat(attempt.durableSeq(2)).isEqualTo(2);
        }
    }

    @Nested
    class HandedInByTheInvigilators {

        @BeforeEach
        void enter() {
            attempt.enter("hash", "first", at(-10));
        }

        private void forcedAfterOneEntry() {
            attempt.start(FIRST, OPENS);
            beat(FIRST, at(1), entry(1, "A"));
            attempt.force(at(5));
        }

        @Test
        void thereMustBeSomethingToHandIn() {
            assertRefused("not-started", () -> attempt.force(at(5)));
            assertThat(attempt.changes().revisions()).isEmpty();
        }

        @Test
        void theRuleForHandingInEarlyDoesNotBindThem() {
            attempt.start(FIRST, OPENS);
            assertRefused("hand-in-too-early", () -> attempt.handIn(FIRST, 0, at(5)));
            attempt.force(at(5));
            assertThat(attempt.state()).isEqualTo(AttemptState.HANDED_IN);
            assertThat(attempt.remaining(at(5))).isEqualTo(Duration.ZERO);
            assertThat(attempt.changes().revisions()).containsExactly(Receipt.Kind.FORCED);
        }

        @Test
        void theReceiptSaysWhenItHappenedAndNotWhenTheTimeWouldHaveBeenOver() {
            forcedAfterOneEntry();
            var receipt = attempt.prove(Receipt.Kind.FORCED, 1, Map.of("S1", "A"), at(5));
            assertThat(receipt.handedInAt()).isEqualTo(at(5));
            assertThat(receipt.revision()).isEqualTo(1);
        }

        @Test
        void whatWasStillOnItsWayMakesAnotherRevision() {
            forcedAfterOneEntry();
            beat(FIRST, at(6), entry(2, "B"));
            assertThat(attempt.changes().entries().getLast().standing()).isEqualTo(Entry.Standing.LATE);
            assertThat(attempt.changes().revisions()).containsExactly(Receipt.Kind.FORCED, Receipt.Kind.LATE_SYNC);
        }

        @Test
        void nobodyWritesOnOrHandsInAgain() {
            forcedAfterOneEntry();
            assertRefused("handed-in", () -> attempt.force(at(6)));
            assertRefused("handed-in", () -> attempt.start(FIRST, at(6)));
            assertRefused("handed-in", () -> attempt.extend(5, told(), at(6)));
            attempt.handIn(FIRST, 1, at(30));
            attempt.closeIfOver(at(61));
            assertThat(attempt.changes().revisions()).containsExactly(Receipt.Kind.FORCED);
        }

        @Test
        void afterTheDeadlineItIsTheNodeThatHasHandedIn() {
            attempt.start(FIRST, OPENS);
            assertRefused("handed-in", () -> attempt.force(at(60).plus(Attempt.GRACE)));
            assertThat(attempt.changes().revisions()).containsExactly(Receipt.Kind.DEADLINE);
        }
    }

    @Nested
    class ASubjectThatFollows {

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

    private static Instruction told() {
        return new Instruction(new UUID(3, 3), Instruction.Kind.MESSAGE, "请勿交谈", null);
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
