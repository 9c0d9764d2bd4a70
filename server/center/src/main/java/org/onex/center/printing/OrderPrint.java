package org.onex.center.printing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.audit.AuditTrail;
import org.onex.center.job.StartJob;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.center.seating.SeatingDirectory;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.Venue;
import org.onex.center.staffing.StaffingDirectory;
import org.onex.foundation.ids.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody has papers printed: the site's college or the plan's awarding body everything for a site, a college the tickets of its own
 * people. Papers show ID numbers and photos, so who has them printed stands on the audit trail.
 */
@Service
class OrderPrint {

    private final Prints prints;
    private final PrintProgress progress;
    private final PlanDirectory plans;
    private final SiteDirectory sites;
    private final SeatingDirectory seating;
    private final StaffingDirectory staff;
    private final StartJob startJob;
    private final AuditTrail trail;
    private final Clock clock;

    OrderPrint(
            Prints prints,
            PrintProgress progress,
            PlanDirectory plans,
            SiteDirectory sites,
            SeatingDirectory seating,
            StaffingDirectory staff,
            StartJob startJob,
            AuditTrail trail,
            Clock clock) {
        this.prints = prints;
        this.progress = progress;
        this.plans = plans;
        this.sites = sites;
        this.seating = seating;
        this.staff = staff;
        this.startJob = startJob;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    Print order(String plan, @Nullable UUID site, List<PrintKind> kinds, Actor actor) {
        if (kinds.isEmpty()) {
            throw PrintingRefused.invalid("kinds");
        }
        var published = plans.published(plan).orElseThrow(() -> PrintingRefused.of(PrintingRefused.Code.PLAN_UNKNOWN));
        return site == null ? ofCollege(published, kinds, actor) : ofSite(published, site, kinds, actor);
    }

    private Print ofSite(PlanOutline plan, UUID site, List<PrintKind> kinds, Actor actor) {
        var venue = sites.venue(site)
                .filter(found -> actor.actsFor(OrganizationKind.COLLEGE, found.college())
                        || actor.actsFor(OrganizationKind.AWARDING_BODY, plan.awardingBody()))
                .orElseThrow(() -> PrintingRefused.of(PrintingRefused.Code.SITE_UNKNOWN));
        var rooms = seating.rooms(plan.code(), site)
                .orElseThrow(() -> PrintingRefused.of(PrintingRefused.Code.NOT_ARRANGED));
        requireNotOver(List.of(rooms));
        return answer(plan, new Scope(venue, venue.college(), List.of(source(plan.code(), site, rooms))), kinds, actor);
    }

    private Print ofCollege(PlanOutline plan, List<PrintKind> kinds, Actor actor) {
        var organization = actor.organization();
        if (organization.kind() != OrganizationKind.COLLEGE) {
            throw PrintingRefused.invalid("site");
        }
        // Sheets, labels and notices are of a whole room, which is its site's business.
        if (!kinds.stream().allMatch(kind -> kind == PrintKind.TICKET)) {
            throw PrintingRefused.invalid("kinds");
        }
        var seated = new LinkedHashMap<UUID, SeatingDirectory.SiteRooms>();
        for (var site : seating.sitesOf(plan.code(), organization.code())) {
            seating.rooms(plan.code(), site).ifPresent(rooms -> seated.put(site, rooms));
        }
        if (seated.isEmpty()) {
            throw PrintingRefused.of(PrintingRefused.Code.NOBODY_SEATED);
        }
        requireNotOver(seated.values());
        var sources = seated.entrySet().stream()
                .map(entry -> source(plan.code(), entry.getKey(), entry.getValue()))
                .toList();
        return answer(plan, new Scope(null, organization.code(), sources), kinds, actor);
    }

    /** Printing stays open until the exam ends (domain §2). */
    private void requireNotOver(Collection<SeatingDirectory.SiteRooms> seated) {
        var closes = seated.stream()
                .flatMap(rooms -> rooms.slots().stream())
                .map(slot -> slot.window().closes())
                .max(Instant::compareTo)
                .orElseThrow();
        if (!clock.instant().isBefore(closes)) {
            throw PrintingRefused.over(closes);
        }
    }

    private Print.Source source(String plan, UUID site, SeatingDirectory.SiteRooms rooms) {
        return new Print.Source(
                site, rooms.version(), staff.version(plan, site), rooms.since().truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * What is printed.
     *
     * @param venue null for the tickets of a college
     */
    private record Scope(@Nullable Venue venue, String college, List<Print.Source> sources) {

        Print.@Nullable Place place() {
            return venue == null ? null : new Print.Place(venue.id(), venue.name());
        }
    }

    /** What was asked for already and has not failed is answered again. */
    private Print answer(PlanOutline plan, Scope scope, List<PrintKind> wanted, Actor actor) {
        var kinds = wanted.stream().distinct().sorted().toList();
        var place = scope.place();
        return prints.alike(plan.code(), place == null ? null : place.id(), scope.college(), kinds, actor).stream()
                .filter(older -> older.isFrom(scope.sources()) && progress.of(older) != PrintView.State.FAILED)
                .findFirst()
                .orElseGet(() -> begin(plan, scope, kinds, actor));
    }

    private Print begin(PlanOutline plan, Scope scope, List<PrintKind> kinds, Actor actor) {
        var id = Ids.next();
        var place = scope.place();
        var print = new Print(
                id,
                plan.code(),
                plan.name(),
                plan.awardingBody(),
                place,
                scope.college(),
                kinds,
                scope.sources(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.name(),
                startJob.start(PrintPapers.KIND, id.toString(), actor),
                null,
                List.of());
        prints.add(print, actor);
        var facts = Map.of(
                "plan", plan.code(),
                "site", place == null ? "" : place.id().toString(),
                "kinds", PrintKind.text(print.kinds()));
        trail.record(actor, "printing.order-print", id.toString(), facts);
        return print;
    }
}
