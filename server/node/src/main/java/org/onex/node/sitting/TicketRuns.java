package org.onex.node.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a candidate sits with one ticket at this node (一证多科): which run is due, and until when they may come to it.
 *
 * @param runs in the order in which they are sat
 */
record TicketRuns(List<Run> runs) {

    /** Whoever was kept by another exam must be able to get to the next one. */
    static final Duration WAY = Duration.ofMinutes(30);

    /**
     * One of them.
     *
     * @param handedInAt null as long as it was not
     */
    record Run(Attempt attempt, @Nullable Instant handedInAt) {}

    /**
     * The run to sign in to.
     *
     * @param lateUntil until when its candidate may come for the first time
     */
    record Due(Attempt attempt, Instant lateUntil) {}

    /**
     * The first one that is not over, or the last one if all are. Who is too late for one that the others are writing hears so until they
     * may come to the next. Empty if there are none.
     */
    Optional<Due> at(Instant now) {
        var dues =
                runs.stream().map(run -> new Due(run.attempt(), lateUntil(run))).toList();
        var missed = new HashSet<UUID>();
        @Nullable Due late = null;
        for (var due : dues) {
            var attempt = due.attempt();
            if (!attempt.isOver(due.lateUntil(), now)
                    && !missed.contains(attempt.seat().follows())) {
                return Optional.of(late != null && attempt.isTooEarly(now) ? late : due);
            }
            if (attempt.progress().epoch() == 0) {
                // Who never came to it cannot come to what follows it either.
                missed.add(attempt.id());
                late = late == null && !attempt.isOver(Instant.MAX, now) ? due : late;
            }
        }
        return dues.isEmpty() ? Optional.empty() : Optional.of(dues.getLast());
    }

    /**
     * Until when the candidate may still come to this run (可入场时限); empty once they are there, or it is too late. Who never came to a run
     * cannot come to what follows it either.
     *
     * @throws SittingRefused if it is none of these runs: its bundle was forgotten
     */
    Optional<Instant> awaitedUntil(UUID attempt, Instant now) {
        var run = find(attempt).orElseThrow(() -> SittingRefused.of(SittingRefused.Code.ATTEMPT_UNKNOWN));
        var before = run.attempt().seat().follows();
        if (run.attempt().progress().epoch() > 0) {
            return Optional.empty();
        }
        var limit = Optional.of(run.attempt().startUntil());
        if (before == null) {
            limit = Optional.of(earlier(limit.get(), lateUntil(run)));
        } else if (isExpected(before)) {
            limit = awaitedUntil(before, now)
                    .map(until -> earlier(until, run.attempt().startUntil()));
        }
        return limit.filter(now::isBefore);
    }

    private Optional<Run> find(UUID attempt) {
        return runs.stream().filter(run -> run.attempt().id().equals(attempt)).findFirst();
    }

    private boolean isExpected(UUID attempt) {
        return find(attempt)
                .filter(run -> run.attempt().progress().epoch() == 0)
                .isPresent();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Time that was given elsewhere must not cost this exam: whoever writes there beyond the late limit here is awaited. */
    private Instant lateUntil(Run run) {
        var limit = run.attempt().lateUntil();
        return runs.subList(0, runs.indexOf(run)).stream()
                .filter(before -> keepsBeyond(before, limit))
                .map(before -> endOf(before).plus(WAY))
                .reduce(limit, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static boolean keepsBeyond(Run before, Instant limit) {
        var deadline = before.attempt().progress().deadline();
        return deadline != null && deadline.isAfter(limit);
    }

    private static Instant endOf(Run before) {
        var handedInAt = before.handedInAt();
        var deadline = before.attempt().progress().deadline();
        if (handedInAt != null) {
            return handedInAt;
        }
        return deadline == null ? Instant.MIN : deadline;
    }
}
