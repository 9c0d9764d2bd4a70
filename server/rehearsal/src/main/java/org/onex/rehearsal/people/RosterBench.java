package org.onex.rehearsal.people;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.onex.rehearsal.outside.CommandLine;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Misuse;
import org.onex.rehearsal.outside.Spread;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.DemoData;
import tools.jackson.databind.JsonNode;

/**
 * Measures how long a roster takes from the upload to the preview, and from there until everybody is entered, in turn with the bare library
 * that only reads the cells of the same file.
 */
public final class RosterBench {

    private static final Set<String> WITH_VALUE = Set.of("--rows", "--rounds");
    private static final int ROWS = 10_000;
    private static final int ROUNDS = 3;

    private final Center center;
    private final DemoData data;
    private final Plan plan;

    public RosterBench(Center center, DemoData data, Plan plan) {
        this.center = center;
        this.data = data;
        this.plan = plan;
    }

    /** How many people a roster has, and how often one is sent. */
    public record Plan(int rows, int rounds) {

        /**
         * @throws Misuse saying which word is wrong
         */
        public static Plan of(String... arguments) {
            var line = CommandLine.of(Set.of(), WITH_VALUE, arguments);
            return new Plan(line.number("--rows", ROWS), line.number("--rounds", ROUNDS));
        }
    }

    /** The table; one round before the first one warms everything up and does not count. */
    public List<String> run() {
        var bare = new ArrayList<Double>();
        var read = new ArrayList<Double>();
        var entered = new ArrayList<Double>();
        for (var round = 0; round <= plan.rounds(); round++) {
            // Everybody is new in each round, at a college that has nobody yet or many already.
            var desk = desk(round);
            var template = Template.read(desk.browser().download(TemplateCheck.PATH));
            var people = Crowd.ofOneCollege(plan.rows(), center.clock().now().getYear(), 7_000L + round);
            var rows = people.stream().map(RosterRow::right).toList();
            var file = new RosterFile(new Roster(RosterForm.TEMPLATE, rows), template).bytes();
            var begun = System.nanoTime();
            readBare(file);
            var opened = System.nanoTime();
            var preview = desk.send(CollegeDesk.ROSTERS, RosterForm.TEMPLATE.fileName(), file);
            var previewed = System.nanoTime();
            requireAllEntered(desk.enter(preview));
            var done = System.nanoTime();
            if (round > 0) {
                bare.add((opened - begun) / 1e9);
                read.add((previewed - opened) / 1e9);
                entered.add((done - previewed) / 1e9);
            }
        }
        return table(Spread.of(bare), Spread.of(read), Spread.of(entered));
    }

    private CollegeDesk desk(int round) {
        var colleges = data.colleges();
        return CollegeDesk.of(
                center, data, colleges.get(round % colleges.size()), new MaskCheck(new Findings<>(Claim.class)));
    }

    private void requireAllEntered(JsonNode roster) {
        var added = roster.path("counts").path("added").asInt(-1);
        if (added != plan.rows()) {
            throw new Unexpected(added + " of " + plan.rows() + " people were entered: " + roster.path("counts"));
        }
    }

    private static void readBare(byte[] file) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var cells = 0L;
            for (var row : book.getFirstSheet().read()) {
                cells += row.getCellCount();
            }
            if (cells == 0) {
                throw new Unexpected("the roster is empty");
            }
        } catch (IOException e) {
            throw new Unexpected("the roster cannot be opened: " + e, e);
        }
    }

    private List<String> table(Spread bare, Spread read, Spread entered) {
        return List.of(
                "rosters of %d new people as .xlsx, %d in turn, median (min–max)".formatted(plan.rows(), plan.rounds()),
                "%-42s %22s %12s %8s".formatted("", "seconds", "rows/s", "ratio"),
                line("bare library reads all cells", bare, bare),
                line("upload, read, judge, keep for the preview", read, bare),
                line("enter everybody, with audit", entered, bare));
    }

    private String line(String name, Spread measured, Spread reference) {
        return String.format(
                Locale.ROOT,
                "%-42s %22s %12.0f %8.2f",
                name,
                measured.text(2),
                plan.rows() / measured.median(),
                measured.median() / reference.median());
    }
}
