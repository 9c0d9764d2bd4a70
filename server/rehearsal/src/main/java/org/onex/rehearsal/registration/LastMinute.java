package org.onex.rehearsal.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;

/** The minute before the deadline: every college registers, withdraws and sends files at once, while the operator moves the clock. */
final class LastMinute {

    private static final int ENOUGH = 4;
    private static final long LONGEST_MS = 15_000;

    private final Scene scene;
    private final DeadlineCheck deadline;
    private final Book book;
    private final Progress progress = new Progress();

    LastMinute(Scene scene, DeadlineCheck deadline, Book book) {
        this.scene = scene;
        this.deadline = deadline;
        this.book = book;
    }

    /** What all who are at work know of each other. */
    static final class Progress {

        private final AtomicInteger accepted = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private volatile boolean isOver;

        /** The clock has answered: nothing that is asked from now on may be accepted. */
        boolean isOver() {
            return isOver;
        }

        void end() {
            isOver = true;
        }

        void accept() {
            accepted.incrementAndGet();
        }

        void refuse() {
            refused.incrementAndGet();
        }

        int accepted() {
            return accepted.get();
        }

        int refused() {
            return refused.get();
        }
    }

    Progress progress() {
        return progress;
    }

    /**
     * @param atTheDeadline what is looked at when the clock has answered and everybody is still at it
     */
    void play(List<Crew> crews, Runnable atTheDeadline) {
        var works = works(crews, crews.getFirst().setting().offers().chosen());
        deadline.approach();
        try (var crowd = Executors.newCachedThreadPool()) {
            var results = new ArrayList<Future<Void>>();
            works.forEach(work -> results.add(crowd.submit(work)));
            try {
                awaitProgress(results.size());
                deadline.pass(progress::end);
                atTheDeadline.run();
            } finally {
                progress.end();
            }
            results.forEach(LastMinute::await);
        }
        scene.check(
                Claim.NOBODY_AFTER_DEADLINE,
                progress.accepted() > 0 && progress.refused() > 0,
                () -> "at the deadline " + progress.accepted() + " acts were accepted and " + progress.refused()
                        + " refused, so it was not seen under load");
    }

    /** Half of the people one by one, the others in files. */
    private List<Callable<Void>> works(List<Crew> crews, List<Offer> offers) {
        var works = new ArrayList<Callable<Void>>();
        for (var crew : crews) {
            var people = crew.lastMinute();
            if (crew.maySend() && !people.isEmpty()) {
                var half = Math.ceilDiv(people.size(), 2);
                var single = new SingleEntries(scene, crew.desk(), people.subList(0, half), offers.getFirst());
                works.add(() -> {
                    single.play(progress, book);
                    return null;
                });
                var files = FileEntries.prepare(scene, crew, people.subList(half, people.size()), offers.getLast());
                works.add(() -> {
                    files.play(progress, book);
                    return null;
                });
            }
        }
        return works;
    }

    private void awaitProgress(int works) {
        var give = System.nanoTime() + LONGEST_MS * 1_000_000;
        while (progress.accepted() < works * ENOUGH && System.nanoTime() < give) {
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }

    private static void await(Future<Void> result) {
        try {
            result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        } catch (ExecutionException e) {
            throw new Unexpected("in the last minute: " + e.getCause(), e);
        }
    }
}
