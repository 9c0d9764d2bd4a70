package org.onex.node.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onex.contract.bundle.SiteBundle;

/** One ticket: theory in the morning (0–60), practice that follows it (0–90), and another exam (120–210) by the clock. */
class TicketRunsTests {

    private static final Instant OPENS = Instant.parse("2024-05-18T06:00:00Z");
    private static final UUID THEORY = new UUID(1, 1);
    private static final UUID PRACTICE = new UUID(1, 2);
    private static final UUID OTHER = new UUID(1, 3);
    private static final Attempt.Progress EXPECTED = new Attempt.Progress(0, null, 0, null, null, null);

    private static Instant at(int minutes) {
        return OPENS.plus(Duration.ofMinutes(minutes));
    }

    private static Attempt.Progress writing(int until) {
        return new Attempt.Progress(1, null, 0, at(0), at(until), null);
    }

    private static Attempt.Progress handedIn(int deadline) {
        return new Attempt.Progress(1, null, 0, at(0), at(deadline), Receipt.Kind.CANDIDATE);
    }

    private static Attempt.Progress given(int minutes) {
        return new Attempt.Progress(0, null, minutes, null, null, null);
    }

    private static TicketRuns.Run run(
            UUID id,
            @Nullable UUID follows,
            int from,
            int to,
            Attempt.Progress progress,
            @Nullable Instant handedInAt) {
        var person = new Attempt.Person("9123", "模拟考生001", "9999**********0017", "hash", null);
        var seat = new Attempt.Seat(id, new UUID(2, 2), follows, person, new Place("模拟考场", 1), "A", 0);
        var hours = new SiteBundle.Hours(at(from - 30), at(from), at(from + 30), at(to), to - from, 10);
        return new TicketRuns.Run(new Attempt(seat, new SessionHours(hours), progress), handedInAt);
    }

    private static TicketRuns.Due due(int now, TicketRuns.Run... runs) {
        return new TicketRuns(List.of(runs)).at(at(now)).orElseThrow();
    }

    private static TicketRuns.Run theory(Attempt.Progress progress) {
        return run(THEORY, null, 0, 60, progress, null);
    }

    private static TicketRuns.Run practice() {
        return run(PRACTICE, THEORY, 0, 90, EXPECTED, null);
    }

    private static TicketRuns.Run other() {
        return run(OTHER, null, 120, 210, EXPECTED, null);
    }

    @Test
    void aRunThatWasForgottenIsUnknownAndNobodyFailsOverIt() {
        var none = new TicketRuns(List.of());
        assertThatExceptionOfType(SittingRefused.class)
                .isThrownBy(() -> none.awaitedUntil(THEORY, at(0)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("sitting.attempt-unknown"));
    }

    @Test
    void whatWasNeverEnteredIsOverFromItsLateLimitOnAndSoIsWhatFollowsIt() {
        assertThat(due(29, theory(EXPECTED), practice(), other()).attempt().id())
                .isEqualTo(THEORY);
        var soon = run(OTHER, null, 70, 160, EXPECTED, null);
        assertThat(due(40, theory(EXPECTED), practice(), soon).attempt().id()).isEqualTo(OTHER);
    }

    @Test
    void whoIsTooLateHearsSoUntilTheNextExamOpensForEntry() {
        assertThat(due(50, theory(EXPECTED), practice(), other()).attempt().id())
                .isEqualTo(THEORY);
        assertThat(due(90, theory(EXPECTED), practice(), other()).attempt().id())
                .isEqualTo(OTHER);
    }

    @Test
    void whoWasGivenTimeBeforeTheyCameMayComeThatMuchLater() {
        var due = due(44, theory(given(15)), practice());
        assertThat(due.attempt().id()).isEqualTo(THEORY);
        due.attempt().enter("hash", "device", due.lateUntil(), at(44));
        assertThat(due.attempt().state()).isEqualTo(AttemptState.ENTERED);
    }

    @Test
    void whoMissedTheFirstSubjectDoesNotSitTheOneThatFollows() {
        var due = due(45, theory(given(15)), practice());
        assertThatExceptionOfType(SittingRefused.class)
                .isThrownBy(() -> theory(given(15)).attempt().requireDone(at(45)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("sitting.too-late"));
        assertThat(due.attempt().id()).isEqualTo(PRACTICE);
    }

    @Test
    void whoIsKeptByAnotherExamBeyondTheLateLimitIsAwaited() {
        var kept = run(THEORY, null, 0, 60, handedIn(165), at(160));
        var due = due(189, kept, other());
        assertThat(due.lateUntil()).isEqualTo(at(190));
        due.attempt().enter("hash", "device", due.lateUntil(), at(189));
        assertThat(due.attempt().state()).isEqualTo(AttemptState.ENTERED);
        assertThat(due(165, theory(writing(165)), other()).attempt().id()).isEqualTo(THEORY);
    }

    @Test
    void nobodyElseIsAwaitedAndNobodyForEver() {
        var punctual = run(THEORY, null, 0, 60, handedIn(150), at(140));
        assertThat(due(130, punctual, other()).lateUntil()).isEqualTo(at(150));
        var kept = run(THEORY, null, 0, 60, handedIn(165), at(160));
        var due = due(190, kept, other());
        assertThatExceptionOfType(SittingRefused.class)
                .isThrownBy(() -> due.attempt().enter("hash", "device", due.lateUntil(), at(190)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("sitting.too-late"));
    }

    private static Optional<Instant> awaited(int now, UUID run, TicketRuns.Run... runs) {
        return new TicketRuns(List.of(runs)).awaitedUntil(run, at(now));
    }

    @Test
    void whoHasNotComeIsAwaitedUntilTheLateLimitWithWhatWasGiven() {
        assertThat(awaited(0, THEORY, theory(EXPECTED), practice())).contains(at(30));
        assertThat(awaited(30, THEORY, theory(EXPECTED), practice())).isEmpty();
        assertThat(awaited(30, THEORY, theory(given(15)), practice())).contains(at(45));
        assertThat(awaited(0, THEORY, theory(writing(60)), practice())).isEmpty();
    }

    @Test
    void nobodyIsAwaitedWhenItIsTooLateToStart() {
        var kept = run(THEORY, null, 0, 60, handedIn(205), at(200));
        assertThat(awaited(209, OTHER, kept, other())).contains(at(210));
        assertThat(awaited(210, OTHER, kept, other())).isEmpty();
    }

    @Test
    void whoMayStillComeToTheFirstSubjectMayStillComeToTheNext() {
        assertThat(awaited(29, PRACTICE, theory(EXPECTED), practice())).contains(at(30));
        assertThat(awaited(30, PRACTICE, theory(EXPECTED), practice())).isEmpty();
    }

    @Test
    void whoCameToTheFirstSubjectIsAwaitedAtTheNextUntilItsWindowCloses() {
        assertThat(awaited(89, PRACTICE, theory(handedIn(60)), practice())).contains(at(90));
        assertThat(awaited(90, PRACTICE, theory(handedIn(60)), practice())).isEmpty();
    }

    @Test
    void whoIsKeptByAnotherExamIsNotAbsentYet() {
        var kept = run(THEORY, null, 0, 60, handedIn(165), at(160));
        assertThat(awaited(189, OTHER, kept, other())).contains(at(190));
        assertThat(awaited(190, OTHER, kept, other())).isEmpty();
    }
}
