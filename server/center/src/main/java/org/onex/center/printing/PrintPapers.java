package org.onex.center.printing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.onex.center.file.FileStore;
import org.onex.center.job.JobRun;
import org.onex.center.job.JobWork;
import org.onex.center.seating.Seat;
import org.onex.center.seating.SeatingDirectory;
import org.onex.center.seating.SiteSeating;
import org.onex.center.staffing.StaffingDirectory;
import org.onex.center.typesetting.TypeCases;
import org.springframework.stereotype.Component;

/** Draws the files of a print one after another; after a restart it goes on with those that are not drawn yet. */
@Component
class PrintPapers implements JobWork {

    static final String KIND = "printing.print";

    private final Prints prints;
    private final SeatingDirectory seating;
    private final StaffingDirectory staff;
    private final SeatedRooms rooms;
    private final TypeCases types;
    private final FileStore files;
    private final Clock clock;

    PrintPapers(
            Prints prints,
            SeatingDirectory seating,
            StaffingDirectory staff,
            SeatedRooms rooms,
            TypeCases types,
            FileStore files,
            Clock clock) {
        this.prints = prints;
        this.seating = seating;
        this.staff = staff;
        this.rooms = rooms;
        this.types = types;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        var print = prints.find(UUID.fromString(run.subject())).orElseThrow();
        if (print.ready() == null) {
            var order = order(print);
            var unprintable = types.lend(fonts -> Unprintable.in(order.rooms(), fonts));
            draw(print.id(), order.items(), run);
            prints.finish(print.id(), unprintable, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        var drawn = prints.files(print.id());
        return Map.of(
                "files", drawn.size(),
                "pages", drawn.stream().mapToInt(PrintFile::pages).sum());
    }

    private PrintOrder order(Print print) {
        var order = new PrintOrder();
        for (var source : print.sources()) {
            var arranged = unchanged(print, source);
            if (print.site() == null) {
                Predicate<Seat> own = seat -> seat.college().equals(print.college());
                order.addSite(rooms.rooms(arranged, own), print.kinds());
            } else {
                order.add(rooms.rooms(arranged, seat -> true), print.kinds());
            }
        }
        return order;
    }

    /** Half of the papers from other seats than the rest would be worse than none. */
    private SiteSeating unchanged(Print print, Print.Source source) {
        if (print.namesInvigilators() && staff.version(print.plan(), source.site()) != source.staffing()) {
            throw PrintingRefused.of(PrintingRefused.Code.STAFFING_CHANGED);
        }
        return seating.arranged(print.plan(), source.site())
                .filter(arranged -> arranged.version() == source.version())
                .orElseThrow(() -> PrintingRefused.of(PrintingRefused.Code.SEATING_CHANGED));
    }

    private void draw(UUID print, List<PrintOrder.Item> items, JobRun run) {
        var before = prints.files(print).stream().map(PrintFile::name).collect(Collectors.toSet());
        for (int i = 0; i < items.size(); i++) {
            run.progress(i, items.size());
            var item = items.get(i);
            if (!before.contains(item.name())) {
                prints.add(print, drawn(item));
            }
        }
        run.progress(items.size(), items.size());
    }

    private PrintFile drawn(PrintOrder.Item item) {
        var copy = types.lend(fonts -> new Press(fonts).print(item.form(), item.room()));
        var content = copy.content();
        return new PrintFile(
                item.name(),
                item.kind(),
                item.opening(),
                item.room().slot(),
                copy.pages(),
                content.length,
                files.keep(content));
    }
}
