package org.onex.rehearsal.sitting;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Latencies;
import org.onex.rehearsal.outside.Spread;
import org.onex.rehearsal.outside.Unexpected;

/**
 * Measures how quickly the node saves: many machines at once, each sending one entry and waiting until it is durable, in turn with requests
 * to the same node that store nothing.
 */
final class BeatBench {

    private static final int MINUTES = 480;
    private static final List<String> MEASURED = List.of("GET /api/clock", "beat without entry", "beat with one entry");

    /**
     * How much and how long.
     *
     * @param length of one measurement
     */
    record Plan(int devices, Duration length, int rounds) {}

    /** One measurement. */
    private record Measured(double perSecond, Latencies times) {}

    private final TestedNode node;
    private final Plan plan;
    private final Findings<AnswerClaim> findings = new Findings<>(AnswerClaim.class);

    BeatBench(TestedNode node, Plan plan) {
        this.node = node;
        this.plan = plan;
    }

    /** The table; one round before the first one warms everything up and does not count. */
    List<String> run() {
        var wire = new Wire(node.address());
        var devices = devices(wire);
        var measured = MEASURED.stream().map(name -> new ArrayList<Measured>()).toList();
        for (var round = 0; round <= plan.rounds(); round++) {
            var results = List.of(
                    measure(number -> wire.send(Wire.Ask.get("/api/clock", ""), Pace.OF_PEOPLE.answer())
                            .answer()),
                    measure(number -> devices.get(number).device().beat()),
                    measure(number -> {
                        devices.get(number).type(1);
                        return devices.get(number).device().beat();
                    }));
            if (round > 0) {
                IntStream.range(0, results.size())
                        .forEach(row -> measured.get(row).add(results.get(row)));
            }
        }
        if (findings.anyBroken()) {
            throw new Unexpected("the node did not keep the protocol:\n" + String.join("\n", findings.lines()));
        }
        return table(measured);
    }

    private List<VirtualCandidate> devices(Wire wire) {
        var exam = MockExam.prepare(wire, node.technicianCode(), plan.devices(), MINUTES);
        var random = new Random(1);
        var invigilator = new Invigilator(wire, exam.invigilators(), Pace.OF_PEOPLE, random);
        var room = Room.of(wire, invigilator, Pace.OF_PEOPLE, new Tally(), findings);
        var candidates = exam.seats().stream()
                .map(seat -> new VirtualCandidate(room, seat, new Random(random.nextLong())))
                .toList();
        candidates.forEach(VirtualCandidate::sitDown);
        return candidates;
    }

    /** What one device does again and again. */
    private interface Work {
        Answer once(int device) throws IOException;
    }

    private Measured measure(Work work) {
        var begun = System.nanoTime();
        var end = begun + plan.length().toNanos();
        var times = IntStream.range(0, plan.devices())
                .mapToObj(device -> CompletableFuture.supplyAsync(
                        () -> repeat(work, device, end),
                        task -> Thread.ofVirtual().start(task)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .flatMap(List::stream)
                .toList();
        var seconds = (System.nanoTime() - begun) / 1e9;
        return new Measured(times.size() / seconds, new Latencies(times));
    }

    private static List<Duration> repeat(Work work, int device, long end) {
        var times = new ArrayList<Duration>();
        try {
            do {
                var begun = System.nanoTime();
                work.once(device).orFail();
                times.add(Duration.ofNanos(System.nanoTime() - begun));
            } while (System.nanoTime() < end);
        } catch (IOException e) {
            throw new Unexpected("the node did not answer: " + e, e);
        }
        return times;
    }

    private List<String> table(List<? extends List<Measured>> measured) {
        var lines = new ArrayList<String>();
        lines.add("%d devices at once, %d rounds of %d s each in turn, median (min–max)"
                .formatted(plan.devices(), plan.rounds(), plan.length().toSeconds()));
        lines.add("%-22s %26s %24s %24s %6s".formatted("", "per second", "p50 ms", "p99 ms", "ratio"));
        var reference = perSecond(measured.getFirst()).median();
        for (var row = 0; row < MEASURED.size(); row++) {
            var runs = measured.get(row);
            lines.add(String.format(
                    Locale.ROOT,
                    "%-22s %26s %24s %24s %6.2f",
                    MEASURED.get(row),
                    perSecond(runs).text(0),
                    percentile(runs, 50).text(2),
                    percentile(runs, 99).text(2),
                    perSecond(runs).median() / reference));
        }
        return lines;
    }

    private static Spread perSecond(List<Measured> runs) {
        return Spread.of(runs.stream().map(Measured::perSecond).toList());
    }

    private static Spread percentile(List<Measured> runs, int percent) {
        return Spread.of(runs.stream()
                .map(run -> {
                    var value = run.times().percentile(percent);
                    return value == null ? Double.NaN : value;
                })
                .toList());
    }
}
