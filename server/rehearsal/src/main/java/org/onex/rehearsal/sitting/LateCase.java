package org.onex.rehearsal.sitting;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;

/**
 * The deadline with half of the lines down (截止后补传): the node hands in for everybody; what the others typed before and send afterwards is a
 * further revision and leaves the first one as it is.
 */
final class LateCase {

    private static final int MINUTES = 1;
    private static final Duration AT_MOST = Duration.ofMinutes(3);

    private final TestedNode node;
    private final Pace pace;
    private final Random random;
    private final Findings<AnswerClaim> findings;

    LateCase(TestedNode node, Pace pace, Random random, Findings<AnswerClaim> findings) {
        this.node = node;
        this.pace = pace;
        this.random = random;
        this.findings = findings;
    }

    /**
     * @param seats of which every second loses its line
     */
    void run(int seats) {
        var wire = new Wire(node.address());
        var exam = MockExam.prepare(wire, node.technicianCode(), seats, MINUTES);
        var invigilator = new Invigilator(wire, exam.invigilators(), pace, random);
        var room = Room.of(wire, invigilator, pace, new Tally(), findings);
        var candidates = exam.seats().stream()
                .map(seat -> VirtualCandidate.withRightClock(room, seat, new Random(random.nextLong())))
                .toList();
        candidates.forEach(candidate -> {
            candidate.sitDown();
            new Mischief(candidate).saves();
            candidate.type(3);
        });
        var online = candidates.stream()
                .filter(candidate -> candidates.indexOf(candidate) % 2 == 0)
                .toList();
        online.forEach(VirtualCandidate::flush);
        awaitDeadline(online);
        IntStream.range(0, seats)
                .filter(number -> number % 2 == 1)
                .mapToObj(candidates::get)
                .forEach(this::comeBack);
        candidates.forEach(candidate -> new Mischief(candidate).repeatsHandIn());
    }

    private void awaitDeadline(List<VirtualCandidate> online) {
        for (var candidate : online) {
            untilHandedIn(candidate, () -> candidate.right(candidate.device()::beat));
        }
    }

    /** Looks first: the node must have handed in by itself. */
    private void comeBack(VirtualCandidate candidate) {
        untilHandedIn(candidate, candidate::look);
        candidate.flush();
        check(candidate, 2, "LATE_SYNC");
    }

    private void untilHandedIn(VirtualCandidate candidate, Runnable look) {
        var end = System.nanoTime() + AT_MOST.toNanos();
        look.run();
        while (candidate.examined().receipts().revisions() == 0) {
            if (System.nanoTime() > end) {
                throw new Unexpected(
                        "the node did not hand in for " + candidate.seat().name());
            }
            pace.beforeRetry(random);
            look.run();
        }
        check(candidate, 1, "DEADLINE");
    }

    private static void check(VirtualCandidate candidate, int revision, String kind) {
        var receipt = candidate.examined().receipts().revision(revision);
        candidate.check(
                AnswerClaim.LATE_IS_FLAGGED,
                Json.text(receipt, "kind").equals(kind),
                "revision " + revision + " should be " + kind + ", is " + receipt);
    }
}
