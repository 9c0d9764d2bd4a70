package org.onex.node.sitting;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.DomainError;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.postgres.GroupCommit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one writer of everything that happens to attempts. Whatever waits is applied to its attempts and committed together; nobody hears of
 * anything before it is on disk.
 */
@Component
class WriteAttempts implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WriteAttempts.class);
    /** Ten seconds' work at a site of 500; more than that is a fault somewhere, and the devices keep their entries. */
    private static final int CAPACITY = 5_000;

    private record Change(UUID attempt, Consumer<Attempt> act) {}

    /** The attempt as it is on disk, or why nothing was done. */
    private record Outcome(
            @Nullable Attempt attempt, @Nullable DomainError refused) {}

    private final Attempts attempts;
    private final Journal journal;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final GroupCommit<Change, Outcome> writer;

    WriteAttempts(Attempts attempts, Journal journal, BusinessClock clock, PlatformTransactionManager transactions) {
        this.attempts = attempts;
        this.journal = journal;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.writer = new GroupCommit<>("attempts", CAPACITY, this::commit);
    }

    /**
     * Changes an attempt and waits until that is on disk.
     *
     * @param act asks the attempt; may run again, on the attempt as it was, when a batch failed
     * @return the attempt as it is on disk
     * @throws DomainError if the attempt says no, there is none, or too much waits (then nothing was stored)
     */
    Attempt change(UUID id, Consumer<Attempt> act) {
        try {
            return attempt(submit(id, act).join());
        } catch (CompletionException e) {
            throw reason(e.getCause());
        }
    }

    /** Hands in for everybody whose time is over; how many. */
    int closeOverdue(int limit) {
        var now = clock.instant();
        var closing = attempts.overdue(now, limit).stream()
                .map(id -> submit(id, attempt -> attempt.closeIfOver(now)))
                .toList();
        closing.forEach(CompletableFuture::join);
        return closing.size();
    }

    private CompletableFuture<Outcome> submit(UUID id, Consumer<Attempt> act) {
        return writer.submit(new Change(id, act));
    }

    private static Attempt attempt(Outcome outcome) {
        if (outcome.refused() != null) {
            throw outcome.refused();
        }
        if (outcome.attempt() == null) {
            throw SittingRefused.of(SittingRefused.Code.ATTEMPT_UNKNOWN);
        }
        return outcome.attempt();
    }

    private static RuntimeException reason(@Nullable Throwable cause) {
        return switch (cause) {
            case RejectedExecutionException full -> SittingRefused.busy();
            case DataAccessResourceFailureException away -> databaseAway(away);
            case TransactionException away -> databaseAway(away);
            case RuntimeException other -> other;
            case null, default -> new IllegalStateException(cause);
        };
    }

    private static SittingRefused databaseAway(RuntimeException away) {
        log.warn("The database is away: {}", away.getMessage());
        return SittingRefused.busy();
    }

    private List<Outcome> commit(List<Change> batch) {
        return transaction.execute(status -> {
            var found = attempts.lock(batch.stream().map(Change::attempt).toList());
            var outcomes = batch.stream()
                    .map(change -> outcome(found.get(change.attempt()), change))
                    .toList();
            attempts.store(found.values(), clock.instant());
            journal.append(found.values());
            for (var kind : Receipt.Kind.values()) {
                prove(kind, found);
            }
            return outcomes;
        });
    }

    private static Outcome outcome(@Nullable Attempt attempt, Change change) {
        try {
            if (attempt != null) {
                change.act.accept(attempt);
            }
            return new Outcome(attempt, null);
        } catch (DomainError refused) {
            return new Outcome(attempt, refused);
        }
    }

    /** Makes the receipts that are due, from the journal as it is in this transaction. */
    private void prove(Receipt.Kind kind, Map<UUID, Attempt> found) {
        var due = found.values().stream()
                .filter(attempt -> attempt.changes().revisions().contains(kind))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        var folds = journal.fold(ids(due), EnumSet.copyOf(Attempt.standingsOf(kind)));
        for (var attempt : due) {
            var fold = Journal.foldOf(folds, attempt.id());
            var lastSeq = fold.lastSeq().getOrDefault(attempt.progress().epoch(), 0L);
            attempts.add(attempt.id(), attempt.prove(kind, lastSeq, fold.answers(), clock.instant()));
        }
    }

    private static List<UUID> ids(Collection<Attempt> attempts) {
        return attempts.stream().map(Attempt::id).toList();
    }

    @Override
    public void close() {
        writer.close();
    }
}
