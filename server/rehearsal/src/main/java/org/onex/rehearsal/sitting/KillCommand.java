package org.onex.rehearsal.sitting;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.CommandLine;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;

/** The command {@code ./rehearse kill}. */
public final class KillCommand {

    private static final Set<String> FLAGS = Set.of("--deadline");
    private static final Set<String> WITH_VALUE = Set.of("--seed", "--candidates", "--kills", "--report");
    private static final int CANDIDATES = 20;
    private static final int KILLS = 6;
    private static final int LATE_SEATS = 8;

    private final KillTest.Plan plan;
    private final boolean deadline;
    private final @Nullable Path report;
    private final PrintStream out;

    private KillCommand(CommandLine line, PrintStream out) {
        plan = new KillTest.Plan(
                line.number("--seed", 1), line.number("--candidates", CANDIDATES), line.number("--kills", KILLS));
        deadline = line.has("--deadline");
        report = line.fileToWrite("--report");
        this.out = out;
    }

    /**
     * @param run the program that starts a node
     * @return whether everything held
     */
    public static boolean run(Path run, PrintStream out, String... arguments) {
        var command = new KillCommand(CommandLine.of(FLAGS, WITH_VALUE, arguments), out);
        System.err.println("starting a node of our own (built first if that is needed) …");
        try (var node = OwnNode.start(run)) {
            return command.run(node, Pace.OF_PEOPLE);
        }
    }

    /** At a node that is running, with people who think and wait so long. */
    static boolean run(TestedNode node, Pace pace, PrintStream out, String... arguments) {
        return new KillCommand(CommandLine.of(FLAGS, WITH_VALUE, arguments), out).run(node, pace);
    }

    private boolean run(TestedNode node, Pace pace) {
        out.println(
                "kill test: seed %d, %d candidates, %d kills".formatted(plan.seed(), plan.candidates(), plan.kills()));
        var test = new KillTest(node, plan, pace);
        var failure = attempted(() -> {
            test.run(out::println);
            if (deadline) {
                new LateCase(node, pace, new Random(plan.seed()), test.findings()).run(LATE_SEATS);
            }
        });
        out.println(test.tally().all().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", ")));
        test.findings().lines().forEach(out::println);
        if (!failure.isEmpty()) {
            out.println("failed: " + failure);
        }
        var broken = broken(test.findings()) + (failure.isEmpty() ? 0 : 1);
        out.println("kill test: %d passed, %d failed".formatted(held(test.findings()), broken));
        write(test, failure);
        return broken == 0;
    }

    private static String attempted(Runnable test) {
        try {
            test.run();
            return "";
        } catch (Unexpected e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static long held(Findings<AnswerClaim> findings) {
        return findings.all().stream()
                .filter(finding -> finding.checked() > 0 && finding.broken() == 0)
                .count();
    }

    private static long broken(Findings<AnswerClaim> findings) {
        return findings.all().stream().filter(finding -> finding.broken() > 0).count();
    }

    private void write(KillTest test, String failure) {
        if (report == null) {
            return;
        }
        var json = Json.object().put("seed", plan.seed()).put("candidates", plan.candidates());
        var kills = json.putArray("kills");
        test.blows()
                .forEach(blown -> kills.addObject()
                        .put("what", blown.blow().toString())
                        .put("awayMs", blown.away().toMillis()));
        json.set("counts", Json.tree(test.tally().all()));
        json.set("invariants", test.findings().json());
        json.put("failure", failure.isEmpty() ? null : failure);
        try {
            Files.writeString(report, Json.pretty(json) + "\n");
        } catch (IOException e) {
            throw new Unexpected("cannot write " + report + ": " + e, e);
        }
    }
}
