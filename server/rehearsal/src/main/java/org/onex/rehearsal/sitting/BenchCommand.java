package org.onex.rehearsal.sitting;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.onex.rehearsal.outside.CommandLine;
import org.onex.rehearsal.outside.Misuse;

/** The command {@code ./rehearse bench beat}. */
public final class BenchCommand {

    private static final Set<String> WITH_VALUE = Set.of("--candidates", "--seconds", "--rounds");
    private static final int DEVICES = 64;
    private static final int SECONDS = 5;
    private static final int ROUNDS = 3;

    private BenchCommand() {}

    /**
     * @param run the program that starts a node
     */
    public static void run(Path run, PrintStream out, String... arguments) {
        var plan = plan(arguments);
        System.err.println("starting a node of our own (built first if that is needed) …");
        try (var node = OwnNode.start(run)) {
            new BeatBench(node, plan).run().forEach(out::println);
        }
    }

    /**
     * @throws Misuse saying which word is wrong
     */
    static BeatBench.Plan plan(String... arguments) {
        var line = CommandLine.of(Set.of(), WITH_VALUE, arguments);
        return new BeatBench.Plan(
                line.number("--candidates", DEVICES),
                Duration.ofSeconds(line.number("--seconds", SECONDS)),
                line.number("--rounds", ROUNDS));
    }
}
