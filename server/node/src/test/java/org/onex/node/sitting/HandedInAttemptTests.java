package org.onex.node.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.node.sitting.ExpectedAttempt.CLOSES;
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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What still happens to an attempt that the node or the invigilators handed in. */
class HandedInAttemptTests {

    private Attempt attempt = expected(0);

    private void beat(Attempt.Claim claim, Instant now, Entry... entries) {
        attempt.beat(claim, writing(entries), NOTHING_STORED, now);
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
}
