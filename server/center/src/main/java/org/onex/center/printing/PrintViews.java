package org.onex.center.printing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.seating.SeatingDirectory;
import org.onex.center.staffing.StaffingDirectory;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Component;

/** Makes views of prints, with what other modules know of them now. */
@Component
class PrintViews {

    private static final int NONE = -1;

    private final Prints prints;
    private final SeatingDirectory seating;
    private final StaffingDirectory staff;
    private final PrintProgress progress;

    PrintViews(Prints prints, SeatingDirectory seating, StaffingDirectory staff, PrintProgress progress) {
        this.prints = prints;
        this.seating = seating;
        this.staff = staff;
        this.progress = progress;
    }

    PrintView of(Print print) {
        return of(List.of(print)).getFirst();
    }

    List<PrintView> of(List<Print> some) {
        var present = new Present();
        var files = prints.files(some.stream().map(Print::id).toList());
        return some.stream()
                .map(print -> view(print, files.getOrDefault(print.id(), List.of()), present))
                .toList();
    }

    private PrintView view(Print print, List<PrintFile> files, Present present) {
        var site = print.site();
        return new PrintView(
                print.id(),
                new PrintView.PrintPlan(print.plan(), print.planName()),
                site == null ? null : new PrintView.PrintSite(site.id(), site.name()),
                print.kinds(),
                progress.of(print),
                Window.inBeijing(print.at()),
                print.by(),
                print.job(),
                present.isStale(print),
                files,
                print.unprintable());
    }

    /** What counts now, asked once for all prints of a list. */
    private final class Present {

        private final Map<String, Integer> versions = new HashMap<>();
        private final Map<String, Integer> staffings = new HashMap<>();
        private final Map<String, Set<UUID>> sites = new HashMap<>();

        boolean isStale(Print print) {
            return print.sources().stream().anyMatch(source -> hasChanged(print, source))
                    || (print.site() == null && !sites(print).equals(sourceSites(print)));
        }

        private boolean hasChanged(Print print, Print.Source source) {
            return version(print.plan(), source.site()) != source.version()
                    || (print.namesInvigilators() && staffing(print.plan(), source.site()) != source.staffing());
        }

        private int staffing(String plan, UUID site) {
            return staffings.computeIfAbsent(plan + " " + site, key -> staff.version(plan, site));
        }

        private int version(String plan, UUID site) {
            return versions.computeIfAbsent(
                    plan + " " + site,
                    key -> seating.rooms(plan, site)
                            .map(SeatingDirectory.SiteRooms::version)
                            .orElse(NONE));
        }

        private Set<UUID> sites(Print print) {
            return sites.computeIfAbsent(
                    print.plan() + " " + print.college(),
                    key -> new HashSet<>(seating.sitesOf(print.plan(), print.college())));
        }

        private static Set<UUID> sourceSites(Print print) {
            return print.sources().stream().map(Print.Source::site).collect(Collectors.toSet());
        }
    }
}
