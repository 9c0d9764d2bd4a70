package org.onex.foundation.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/**
 * Lets everything that waits share one transaction: a single writer takes what has gathered, commits it together and tells each that it is
 * on disk. There is no timer; the commit under way is the time in which the next batch gathers. So a flush to disk is paid once for
 * hundreds of requests when there are hundreds, and a lone request does not wait.
 *
 * @param <W> a piece of work
 * @param <R> what came of it
 */
public final class GroupCommit<W, R> implements AutoCloseable {

    private static final int LARGEST_BATCH = 500;
    private static final long LOOK_UP_MILLIS = 100;

    private record Waiting<W, R>(W work, CompletableFuture<R> answer) {}

    private final BlockingQueue<Waiting<W, R>> queue;
    private final Function<List<W>, List<R>> commit;
    private final Thread writer;
    private volatile boolean closed;

    /**
     * @param name     of the writer's thread
     * @param capacity how much may wait; more is refused at once
     * @param commit   does all of a batch in one transaction and returns one result per piece, in order; when it throws, nothing was done
     */
    public GroupCommit(String name, int capacity, Function<List<W>, List<R>> commit) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.commit = commit;
        this.writer = Thread.ofPlatform().name(name).start(this::write);
    }

    /**
     * Hands in a piece of work. The answer comes after the commit, never before; it fails with what {@code commit} threw for this piece
     * alone, or with {@link RejectedExecutionException} when too much waits or we are closed: then nothing was done.
     */
    public CompletableFuture<R> submit(W work) {
        var waiting = new Waiting<W, R>(work, new CompletableFuture<>());
        if (closed || !queue.offer(waiting)) {
            waiting.answer.completeExceptionally(new RejectedExecutionException("too much work waits"));
        } else if (closed && queue.remove(waiting)) {
            // The writer may have looked for the last time between our two questions.
            waiting.answer.completeExceptionally(new RejectedExecutionException("closed"));
        }
        return waiting.answer;
    }

    private void write() {
        var batch = new ArrayList<Waiting<W, R>>();
        while (!closed || !queue.isEmpty()) {
            var first = next();
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, LARGEST_BATCH - 1);
                commit(batch);
                batch.clear();
            }
        }
    }

    /** Looks up now and then, because closing does not interrupt: an interrupted connection would lose its batch. */
    private @Nullable Waiting<W, R> next() {
        try {
            return queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return null;
        }
    }

    private void commit(List<Waiting<W, R>> batch) {
        try {
            var results = commit.apply(batch.stream().map(Waiting::work).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer.complete(results.get(i));
            }
        } catch (DataAccessResourceFailureException | TransactionException e) {
            // The database is away: asking it again for each piece would only make everybody wait longer.
            batch.forEach(waiting -> waiting.answer.completeExceptionally(e));
        } catch (RuntimeException | Error e) {
            if (batch.size() == 1) {
                batch.getFirst().answer.completeExceptionally(e);
            } else {
                // One bad piece must fail alone.
                batch.forEach(waiting -> commit(List.of(waiting)));
            }
        }
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        closed = true;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
