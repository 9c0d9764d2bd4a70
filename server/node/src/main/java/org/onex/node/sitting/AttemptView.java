package org.onex.node.sitting;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.Window;

/** How an attempt, its session and its receipt look on the wire; {@code docs/answer-protocol.md}. */
record AttemptView(
        UUID attempt,
        int epoch,
        AttemptState state,
        Candidate candidate,
        SessionView session,
        ExamSessions.SealedPaper paper,
        OffsetDateTime now,
        long opensInMs,
        @Nullable Long remainingMs,
        @Nullable Long handInInMs,
        long durableSeq,
        Map<String, String> answers,
        List<Told> instructions,
        @Nullable HandedIn receipt,
        @Nullable Next next) {

    /**
     * @param photo whether there is one
     */
    record Candidate(String name, String idNumber, String ticket, String room, int seat, boolean photo) {}

    /** The subject that follows for this candidate. */
    record Next(UUID attempt, AttemptState state, SessionView session, long opensInMs) {

        static Next of(Attempt attempt, ExamSession session, Instant now) {
            return new Next(
                    attempt.id(),
                    attempt.state(),
                    SessionView.of(session),
                    attempt.untilOpen(now).toMillis());
        }
    }

    /** What belongs to an attempt and is stored elsewhere. */
    record Around(
            ExamSession session,
            ExamSessions.SealedPaper paper,
            Map<String, String> answers,
            @Nullable Next next) {}

    record Told(
            UUID id,
            Instruction.Kind kind,
            @Nullable String text,
            @Nullable Long extraMs) {

        static List<Told> of(Attempt attempt) {
            return attempt.instructions().stream()
                    .map(told -> {
                        var minutes = told.extraMinutes();
                        return new Told(
                                told.id(), told.kind(), told.text(), minutes == null ? null : minutes * 60_000L);
                    })
                    .toList();
        }
    }

    record HandedIn(
            int revision,
            Receipt.Kind kind,
            OffsetDateTime handedInAt,
            int epoch,
            long lastSeq,
            int answered,
            String hash,
            String shortCode) {

        static HandedIn of(Receipt receipt) {
            return new HandedIn(
                    receipt.revision(),
                    receipt.kind(),
                    Window.inBeijing(receipt.handedInAt()),
                    receipt.epoch(),
                    receipt.lastSeq(),
                    receipt.answered(),
                    receipt.hash(),
                    receipt.shortCode());
        }

        static @Nullable HandedIn ofLatest(Attempt attempt) {
            var receipt = attempt.receipt();
            return receipt == null ? null : of(receipt);
        }
    }

    static AttemptView of(Attempt attempt, Around around, Instant now) {
        var seat = attempt.seat();
        var person = seat.person();
        var epoch = attempt.progress().epoch();
        return new AttemptView(
                attempt.id(),
                epoch,
                attempt.state(),
                new Candidate(
                        person.name(),
                        person.maskedId(),
                        Objects.requireNonNull(person.ticket()),
                        seat.place().room(),
                        seat.place().seat(),
                        person.photo() != null),
                SessionView.of(around.session()),
                around.paper(),
                Window.inBeijing(now),
                attempt.untilOpen(now).toMillis(),
                millis(attempt.remaining(now)),
                millis(attempt.untilHandIn(now)),
                attempt.durableSeq(epoch),
                around.answers(),
                Told.of(attempt),
                HandedIn.ofLatest(attempt),
                around.next());
    }

    static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }
}
