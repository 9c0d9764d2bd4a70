package org.onex.rehearsal;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Misuse;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.paper.DemoPapers;
import org.onex.rehearsal.people.DemoPeople;
import org.onex.rehearsal.people.RosterBench;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.ExamBooks;
import org.onex.rehearsal.scene.NoticeFile;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.SiteNodes;
import org.onex.rehearsal.scene.Traffic;
import org.onex.rehearsal.sitting.BenchCommand;
import org.onex.rehearsal.sitting.KillCommand;
import org.onex.rehearsal.sitting.MockCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The command {@code ./rehearse}. */
final class Rehearse {

    private static final OffsetDateTime LISTING_CLOCK = OffsetDateTime.parse("2024-04-22T09:00:00+08:00");

    /** At the site of the demonstration. */
    private static final int DEMO_SEATS = 57;

    private final Options options;
    private final Home home;
    private final PrintStream out;

    private Rehearse(Options options, Home home, PrintStream out) {
        this.options = options;
        this.home = home;
        this.out = out;
    }

    public static void main(String... arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(out, arguments));
    }

    /** The exit code; what is wrong with the options or the product goes to the standard error. */
    static int run(PrintStream out, String... arguments) {
        try {
            var home = Home.ofThisProcess();
            var wantsHelp = List.of(arguments).contains("--help");
            return switch (arguments.length == 0 || wantsHelp ? "" : arguments[0]) {
                case "kill" ->
                    KillCommand.run(home.run(System.getenv("ONEX_RUN")), out, behindFirst(arguments))
                            ? Report.FINE
                            : Report.BROKEN;
                case "audit" -> AuditCommand.run(out, behindFirst(arguments)) ? Report.FINE : Report.BROKEN;
                case "mock" -> {
                    MockCommand.run(out, behindFirst(arguments));
                    yield Report.FINE;
                }
                case "bench" -> {
                    bench(home, out, behindFirst(arguments));
                    yield Report.FINE;
                }
                default -> new Rehearse(Options.of(wantsHelp ? new String[] {"--help"} : arguments), home, out).run();
            };
        } catch (Misuse e) {
            System.err.println("rehearse: " + e.getMessage());
            return Report.MISUSED;
        } catch (Unexpected e) {
            System.err.println("rehearse: " + e.getMessage());
            return Report.BROKEN;
        }
    }

    /**
     * @throws Misuse unless it is one of the benchmarks there are
     */
    private static void bench(Home home, PrintStream out, String... arguments) {
        var run = home.run(System.getenv("ONEX_RUN"));
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "beat" -> BenchCommand.run(run, out, behindFirst(arguments));
            case "import" -> {
                var plan = RosterBench.Plan.of(behindFirst(arguments));
                System.err.println("starting a product of our own (built first if that is needed) …");
                try (var product = OwnProduct.start(run, LISTING_CLOCK)) {
                    var center = center(product.address());
                    var data = DemoData.read(home.demo());
                    new LoadOrganizations(center, data, line -> {}).load();
                    new RosterBench(center, data, plan).run().forEach(out::println);
                }
            }
            default -> throw new Misuse("bench needs the name of a benchmark: beat or import");
        }
    }

    private static String[] behindFirst(String... arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }

    private int run() {
        return switch (options.command()) {
            case HELP -> help();
            case LIST -> atCenter(LISTING_CLOCK, place -> list(place.center()));
            case DEMO -> atCenter(LISTING_CLOCK, place -> demo(place.center()));
            case REHEARSE -> rehearse();
        };
    }

    /**
     * Where a rehearsal takes place.
     *
     * @param disk of a product of our own
     */
    private record Place(Center center, @Nullable Path disk) {}

    private int help() {
        out.print(Options.HELP);
        return Report.FINE;
    }

    /** At the centre that was named, or at one of our own that is stopped afterwards. */
    private int atCenter(OffsetDateTime clock, ToIntFunction<Place> work) {
        var named = options.center();
        if (named != null) {
            return work.applyAsInt(new Place(center(named), null));
        }
        System.err.println("starting a product of our own (built first if that is needed) …");
        try (var product = OwnProduct.start(home.run(System.getenv("ONEX_RUN")), clock)) {
            return work.applyAsInt(new Place(center(product.address()), product.disk()));
        }
    }

    private static Center center(URI address) {
        return new Center(address, new Traffic());
    }

    private int list(Center center) {
        var data = DemoData.read(home.demo());
        new LoadOrganizations(center, data, line -> {}).load();
        var notices = new LoadNotices(center, data);
        List<JsonNode> loaded = data.notices().stream().map(notices::loaded).toList();
        var listing = new PlanListing(loaded).json();
        if (options.json()) {
            out.println(Json.pretty(listing));
        } else {
            new PlanTable(listing).lines().forEach(out::println);
        }
        return Report.FINE;
    }

    private int demo(Center center) {
        var data = DemoData.read(home.demo());
        new LoadOrganizations(center, data, out::println).load();
        var notices = new LoadNotices(center, data);
        var plans = 0;
        for (var file : data.notices()) {
            plans += notices.published(file, notices.loaded(file)).path("plans").size();
        }
        out.println("notices: " + data.notices().size());
        new DemoPeople(center, data, out::println).load();
        var notice = data.notice(Options.NOTICE);
        var scene = new Scene(
                data,
                notice,
                notice.plan(1),
                DEMO_SEATS,
                center,
                new Findings<>(Claim.class),
                home.api(),
                null,
                nodes(),
                new ExamBooks());
        var registrations = new DemoRegistrations(scene, out::println);
        registrations.load();
        new DemoPapers(scene, out::println).load();
        var code = options.code();
        if (code != null) {
            write(code, registrations.enrolmentCode());
        }
        out.println(
                "demo loaded: %d awarding bodies, %d colleges, %d accounts, %d qualifications, %d notices with %d plans"
                        .formatted(
                                data.bodies().size(),
                                data.colleges().size(),
                                data.accounts().size(),
                                data.qualifications().size(),
                                data.notices().size(),
                                plans));
        return Report.FINE;
    }

    private int rehearse() {
        var all = DemoData.read(home.demo());
        var colleges = options.colleges();
        var data = colleges == null ? all : all.withColleges(colleges);
        var notice = data.notice(options.notice());
        var plan = notice.plan(options.plan());
        return atCenter(plan.opening(), place -> rehearse(data, notice, plan, place));
    }

    private int rehearse(DemoData data, NoticeFile notice, NoticeFile.Outline plan, Place place) {
        var center = place.center();
        var findings = new Findings<>(Claim.class);
        var report = new Report(choice(data, plan, center), findings);
        out.println("rehearsing %s of %s at %s".formatted(plan.code(), notice.file(), center.address()));
        List<String> tour;
        try (var nodes = nodes()) {
            var scene = new Scene(
                    data,
                    notice,
                    plan,
                    options.candidates(),
                    center,
                    findings,
                    home.api(),
                    place.disk(),
                    nodes,
                    new ExamBooks());
            Rehearsal.ofToday(out).play(scene, options.until(), report);
            report.issued(scene.books().certificates());
            tour = new Tour(scene).lines();
        }
        report.lines().forEach(out::println);
        if (options.center() != null) {
            tour.forEach(out::println);
        }
        write(report);
        return report.exitCode();
    }

    private SiteNodes nodes() {
        return new SiteNodes(() -> home.run(System.getenv("ONEX_RUN")));
    }

    private ObjectNode choice(DemoData data, NoticeFile.Outline plan, Center center) {
        var until = options.until();
        return Json.object()
                .put("notice", options.notice())
                .put("plan", options.plan())
                .put("planCode", plan.code())
                .put("colleges", data.colleges().size())
                .put("candidates", options.candidates())
                .put("until", until == null ? null : until.toString())
                .put("center", center.address().toString());
    }

    private void write(Report report) {
        var file = options.report();
        if (file != null) {
            write(file, Json.pretty(report.json()));
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text + "\n");
        } catch (IOException e) {
            throw new Unexpected("cannot write " + file + ": " + e, e);
        }
    }
}
