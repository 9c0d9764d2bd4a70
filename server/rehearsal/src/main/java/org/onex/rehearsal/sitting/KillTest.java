package org.onex.rehearsal.sitting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import tools.jackson.core.JacksonException;

/** The kill test (断电测试): a room full of candidates answers while the node is killed again and again; then everything is compared. */
final class KillTest {

    private static final int MINUTES = 60;
    private static final int FEWEST_BEATS = 20;
    private static final int MOST_BEATS_EACH = 15;
    private static final Duration A_WHILE = Duration.ofMillis(100);
    private static final Duration BUSY = Duration.ofSeconds(6);
    private static final Duration LOOK = Duration.ofSeconds(60);

    /**
     * What to do.
     *
     * @param seed  the same one does the same again, as far as processes let it
     * @param kills how often the node is killed
     */
    record Plan(long seed, int candidates, int kills) {}

    /** One blow and how long the node was away. */
    record Blown(TestedNode.Blow blow, Duration away) {}

    private final TestedNode node;
    private final Plan plan;
    private final Pace pace;
    private final Findings<AnswerClaim> findings = new Findings<>(AnswerClaim.class);
    private final Tally tally = new Tally();
    private final List<Blown> blows = new ArrayList<>();
    private final List<TestedNode.Blow> toCome = new ArrayList<>();
    private final Random random;

    KillTest(TestedNode node, Plan plan, Pace pace) {
        this.node = node;
        this.plan = plan;
        this.pace = pace;
        random = new Random(plan.seed());
    }

    Findings<AnswerClaim> findings() {
        return findings;
    }

    Tally tally() {
        return tally;
    }

    List<Blown> blows() {
        return List.copyOf(blows);
    }

    /**
     * @param told what happens, line by line
     */
    void run(Consumer<String> told) {
        var wire = new Wire(node.address());
        var exam = MockExam.prepare(wire, node.technicianCode(), plan.candidates(), MINUTES);
        var invigilator = new Invigilator(wire, exam.invigilators(), pace, new Random(random.nextLong()));
        var room = Room.of(wire, invigilator, pace, tally, findings);
        var bell = new Bell(exam.seats().size());
        var sitters = IntStream.range(0, exam.seats().size())
                .mapToObj(number -> new Sitter(
                        new VirtualCandidate(room, exam.seats().get(number), new Random(random.nextLong())),
                        bell,
                        number))
                .toList();
        var sittings = sitters.stream().map(KillTest::sits).toList();
        try {
            IntStream.range(0, plan.kills()).forEach(number -> kill(bell, told));
        } finally {
            bell.ringEnd();
            sittings.forEach(CompletableFuture::join);
        }
        checkSeats(exam, invigilator);
        checkLogs(exam);
    }

    private static CompletableFuture<Void> sits(Sitter sitter) {
        var done = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> {
            sitter.sit();
            done.complete(null);
        });
        return done;
    }

    /** Strikes at a busy moment, starts the node again and lets everybody look. */
    private void kill(Bell bell, Consumer<String> told) {
        awaitBusyMoment(bell);
        if (bell.isDeserted()) {
            told.accept("nobody is left in the room");
            return;
        }
        var blow = nextBlow();
        var begun = System.nanoTime();
        node.strike(blow);
        node.startAgain();
        var blown = new Blown(blow, Duration.ofNanos(System.nanoTime() - begun));
        blows.add(blown);
        bell.ringRestart();
        if (!bell.awaitLooks(LOOK)) {
            throw new Unexpected(
                    "not everybody got an answer within " + LOOK.toSeconds() + " s after the node came back");
        }
        told.accept("killed %s, away for %.1f s, %d beats acknowledged so far"
                .formatted(blow, blown.away().toMillis() / 1000.0, tally.of(Tally.BEATS)));
    }

    private void awaitBusyMoment(Bell bell) {
        var beats = tally.of(Tally.BEATS) + FEWEST_BEATS + random.nextInt(MOST_BEATS_EACH * plan.candidates());
        var end = System.nanoTime() + BUSY.toNanos();
        while (!bell.isDeserted() && !tally.await(Tally.BEATS, beats, A_WHILE) && System.nanoTime() < end) {
            // Answers come slowly, or nobody is there any more.
        }
    }

    /** Each kind once, in random order, before any comes again. */
    private TestedNode.Blow nextBlow() {
        if (toCome.isEmpty()) {
            toCome.addAll(List.of(TestedNode.Blow.values()));
            Collections.shuffle(toCome, random);
        }
        return toCome.removeLast();
    }

    private void checkSeats(MockExam exam, Invigilator invigilator) {
        try {
            var seats = invigilator.seats();
            for (var seat : exam.seats()) {
                var rows = seats.stream()
                        .filter(row -> Json.text(row, "ticket").equals(seat.ticket()))
                        .toList();
                findings.check(
                        AnswerClaim.ONE_ATTEMPT,
                        rows.size() == 1 && Json.text(rows.getFirst(), "state").equals("HANDED_IN"),
                        () -> seat.name() + " is on the invigilator's board as " + rows);
            }
        } catch (Unexpected | JacksonException e) {
            findings.check(AnswerClaim.EVERYBODY_FINISHED, false, () -> "the invigilator's board: " + e.getMessage());
        }
    }

    private void checkLogs(MockExam exam) {
        for (var log : node.logs()) {
            try {
                var text = Files.readString(log, StandardCharsets.UTF_8);
                var found = exam.seats().stream()
                        .filter(seat -> text.contains(seat.idNumber()))
                        .count();
                findings.check(
                        AnswerClaim.NO_NUMBERS_IN_LOGS,
                        found == 0,
                        () -> log.getFileName() + " has " + found + " of them");
            } catch (IOException e) {
                throw new Unexpected("cannot read " + log + ": " + e, e);
            }
        }
    }
}
