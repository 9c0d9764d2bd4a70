package org.onex.rehearsal;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.CommandLine;
import org.onex.rehearsal.outside.Misuse;
import org.onex.rehearsal.scene.Stage;

/**
 * What the caller asked for.
 *
 * @param notice   the digits that its file name begins with
 * @param plan     its position in the notice, from 1
 * @param colleges null for all of the demonstration
 * @param until    the last stage to play; null for the whole exam
 * @param report   where the report goes; null for none
 * @param center   a running centre; null to start a product of our own
 * @param code     where the enrolment code of the demonstration's site goes; null for nowhere
 */
record Options(
        Command command,
        boolean json,
        String notice,
        int plan,
        @Nullable Integer colleges,
        int candidates,
        Stage.@Nullable Step until,
        @Nullable Path report,
        @Nullable URI center,
        @Nullable Path code) {

    private static final String CODE = "--enrolment-code";

    /** What can be asked for. */
    enum Command {
        REHEARSE,
        LIST,
        DEMO,
        HELP
    }

    /** Where nothing else is asked for. */
    static final String NOTICE = "003";

    static final String HELP = """
            rehearse: a whole exam through the public HTTP APIs, as the real roles would

            ./rehearse [options]               rehearse an exam; starts a product of its own and stops it at the end
            ./rehearse --list [--json]         what the product reads in the notices, nothing published
            ./rehearse demo --center URL [--enrolment-code FILE]
                                               load the demonstration into a running centre, publish its notices, and leave a
                                               code in FILE with which a node is enrolled at the demonstration's site
            ./rehearse kill [options]          let candidates answer at a node of our own, kill it again and again, and compare
                                               what it acknowledged with what it has; it is thrown away afterwards
            ./rehearse mock --node URL --code-file FILE --save FILE
                                               prepare a mock exam at a running node; who may sit it stands in the file then
            ./rehearse audit --center URL [--login operator] [--password-file FILE]
                                               have a running centre recompute its audit trail; exit code 1 if it is broken
            ./rehearse bench beat [options]    measure how quickly a node of our own saves answers
            ./rehearse bench import [options]  measure how quickly a centre of our own takes rosters in

              --notice 003        the notice whose file in demo/notices begins so (default 003)
              --plan 1            its plan, counted from 1 (default 1)
              --colleges 6        how many colleges of demo/organizations.yaml take part (default all)
              --candidates 300    how many candidates (default 300)
              --until STAGE       stop after this stage: organisations, plan, site, candidates, photos, real-name,
                                  registration, fee, seating, staffing, printing, paper, dispatch, exam, return,
                                  marking, result, certificate
              --report FILE.json  write what happened and what was checked
              --center URL        use a running centre instead; its clock is moved
              --help              this text

            kill:
              --seed 1            the same one breaks the same things again
              --candidates 20     how many answer at once
              --kills 6           how often the node, its database or both are killed
              --deadline          then also a deadline with half of the lines down (a minute longer)
              --report FILE.json  write what happened and what was checked
            bench beat:
              --candidates 64     how many devices send at once
              --seconds 5         how long one measurement takes
              --rounds 3          how many there are of each
            bench import:
              --rows 10000        how many people a roster has
              --rounds 3          how many rosters are measured

            Exit code: 0 everything asked for was played and held; 1 something that must hold is broken; 2 wrong options;
            3 the run came to a stage that is not built yet.
            """;

    private static final Set<String> WITH_VALUE =
            Set.of("--notice", "--plan", "--colleges", "--candidates", "--until", "--report", "--center", CODE);

    private static final Set<String> FLAGS = Set.of("--list", "--json", "--help", "-h", "demo");

    /**
     * @throws Misuse saying which word is wrong
     */
    static Options of(String... arguments) {
        var words = CommandLine.of(FLAGS, WITH_VALUE, arguments);
        var until = words.values().get("--until");
        var options = new Options(
                command(words),
                words.flags().contains("--json"),
                words.values().getOrDefault("--notice", NOTICE),
                words.number("--plan", 1),
                words.number("--colleges"),
                words.number("--candidates", 300),
                until == null ? null : Stage.Step.of(until),
                words.fileToWrite("--report"),
                center(words.values().get("--center")),
                words.fileToWrite(CODE));
        options.requireSense(words);
        return options;
    }

    private static Command command(CommandLine words) {
        if (words.flags().contains("--help") || words.flags().contains("-h")) {
            return Command.HELP;
        }
        if (words.flags().contains("demo")) {
            return Command.DEMO;
        }
        return words.flags().contains("--list") ? Command.LIST : Command.REHEARSE;
    }

    private void requireSense(CommandLine words) {
        if (command == Command.HELP) {
            return;
        }
        if (words.flags().containsAll(Set.of("demo", "--list"))) {
            throw new Misuse("demo and --list are two commands; give one of them");
        }
        if (command == Command.DEMO && center == null) {
            throw new Misuse("demo needs --center URL");
        }
        if (json && command != Command.LIST) {
            throw new Misuse("--json belongs to --list; a rehearsal writes JSON with --report FILE");
        }
        if (code != null && command != Command.DEMO) {
            throw new Misuse(CODE + " belongs to demo");
        }
        if (command != Command.REHEARSE) {
            words.values().keySet().stream()
                    .filter(option -> !Set.of("--center", CODE).contains(option))
                    .findFirst()
                    .ifPresent(option -> {
                        throw new Misuse(option + " belongs to a rehearsal, not to --list or demo");
                    });
        }
    }

    static @Nullable URI center(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var address = URI.create(text.replaceAll("/+$", ""));
            if (Set.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new Misuse("--center " + text + ": " + e.getMessage());
        }
        throw new Misuse("--center " + text + ": must look like http://host:8080");
    }
}
