package org.onex.foundation.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

class GroupCommitTests {

    private final List<List<Integer>> committed = new ArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch inFirst = new CountDownLatch(1);

    /** Holds the first batch until the gate opens, so that the rest gathers. */
    private List<String> commit(List<Integer> batch) {
        inFirst.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (batch.contains(13)) {
            throw new IllegalArgumentException("13");
        }
        committed.add(batch);
        return batch.stream().map(String::valueOf).toList();
    }

    private List<CompletableFuture<String>> submitted(GroupCommit<Integer, String> writer, int from, int to)
            throws InterruptedException {
        var answers = new ArrayList<CompletableFuture<String>>();
        answers.add(writer.submit(from));
        inFirst.await();
        IntStream.range(from + 1, to).forEach(i -> answers.add(writer.submit(i)));
        return answers;
    }

    @Test
    void whatGathersDuringACommitIsOneCommitAndInOrder() throws InterruptedException {
        try (var writer = new GroupCommit<>("test", 100, this::commit)) {
            var answers = submitted(writer, 20, 60);
            assertThat(answers).noneMatch(CompletableFuture::isDone);
            gate.countDown();
            assertThat(answers.stream().map(CompletableFuture::join))
                    .containsExactlyElementsOf(
                            IntStream.range(20, 60).mapToObj(String::valueOf).toList());
        }
        assertThat(committed).hasSize(2);
        assertThat(committed.getLast())
                .containsExactlyElementsOf(IntStream.range(21, 60).boxed().toList());
    }

    @Test
    void oneBadPieceFailsAlone() throws InterruptedException {
        try (var writer = new GroupCommit<>("test", 100, this::commit)) {
            var answers = submitted(writer, 10, 16);
            gate.countDown();
            assertThatThrownBy(answers.get(3)::join)
                    .isInstanceOf(CompletionException.class)
                    .hasRootCauseMessage("13");
            answers.remove(3);
            assertThat(answers.stream().map(CompletableFuture::join)).containsExactly("10", "11", "12", "14", "15");
        }
    }

    @Test
    void moreThanMayWaitIsRefusedAtOnce() throws InterruptedException {
        try (var writer = new GroupCommit<>("test", 3, this::commit)) {
            var answers = submitted(writer, 20, 25);
            assertThat(answers.getLast()).isCompletedExceptionally();
            assertThatThrownBy(answers.getLast()::join).hasCauseInstanceOf(RejectedExecutionException.class);
            gate.countDown();
        }
        assertThat(committed.stream().flatMap(List::stream)).containsExactly(20, 21, 22, 23);
    }

    @Test
    void aMissingDatabaseIsAskedOncePerBatch() throws InterruptedException {
        var asked = new ArrayList<List<Integer>>();
        try (var writer = new GroupCommit<Integer, String>("test", 100, batch -> {
            commit(List.of());
            asked.add(batch);
            throw new CannotCreateTransactionException("away");
        })) {
            var answers = submitted(writer, 20, 30);
            gate.countDown();
            assertThat(answers)
                    .allSatisfy(answer -> assertThatThrownBy(answer::join)
                            .hasCauseInstanceOf(CannotCreateTransactionException.class));
        }
        assertThat(asked).hasSize(2);
    }

    @Test
    void closingWritesWhatWaits() throws InterruptedException {
        var writer = new GroupCommit<>("test", 100, this::commit);
        var answers = submitted(writer, 20, 30);
        gate.countDown();
        writer.close();
        assertThat(answers).allMatch(CompletableFuture::isDone).noneMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(writer.submit(31)).isCompletedExceptionally();
    }
}
