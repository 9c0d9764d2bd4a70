package org.onex.center.seating;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.registration.RegistrationDirectory.SiteCount;
import org.onex.center.registration.RegistrationsChanged;
import org.onex.center.registration.RegistrationsFrozen;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.SiteOutline;
import org.onex.contract.kernel.Window;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins the arrangement of a site as soon as somebody is registered to sit there, and tells it how many they are once that is final; both
 * in the transaction of the change. Its rows are locked before bills are, so it listens first.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FollowRegistrations {

    private final Arrangements arrangements;
    private final RoomOpenings openings;
    private final RegistrationDirectory registrations;
    private final PlanDirectory plans;
    private final SiteDirectory sites;

    FollowRegistrations(
            Arrangements arrangements,
            RoomOpenings openings,
            RegistrationDirectory registrations,
            PlanDirectory plans,
            SiteDirectory sites) {
        this.arrangements = arrangements;
        this.openings = openings;
        this.registrations = registrations;
        this.plans = plans;
        this.sites = sites;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(RegistrationsChanged changed) {
        begin(changed.plan(), registrations.sitesOf(changed.plan(), changed.college()));
    }

    /** Nobody registers any more, so one count is true for all sites. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(RegistrationsFrozen frozen) {
        var counts = registrations.siteCounts(frozen.plan()).stream().collect(Collectors.groupingBy(SiteCount::site));
        begin(frozen.plan(), counts.keySet());
        var slots = plans.published(frozen.plan()).map(Slot::of).orElseThrow();
        for (var site : arrangements.sitesOf(frozen.plan())) {
            complete(new PlanSite(frozen.plan(), site), counts.getOrDefault(site, List.of()), slots, frozen);
        }
    }

    private void complete(PlanSite where, List<SiteCount> counts, List<Slot> slots, RegistrationsFrozen frozen) {
        var people = counts.stream().mapToInt(SiteCount::people).sum();
        var arrangement = arrangements.hold(where);
        if (people == 0) {
            // Whoever had opened rooms for people who withdrew does not keep them from others.
            openings.remove(where);
        }
        var open = openings.of(where);
        var isBalanced = people > 0 && Demand.spread(counts, slots).isMetBy(open, slots);
        arrangements.change(arrangement.frozen(people, Arrangement.Rooms.of(open, isBalanced), frozen.frozenAt()));
    }

    /** In one order, so that of two that begin the same ones nobody waits for the other in a circle. */
    private void begin(String code, Set<UUID> where) {
        var missing = new TreeSet<>(where);
        missing.removeAll(new HashSet<>(arrangements.sitesOf(code)));
        if (missing.isEmpty()) {
            return;
        }
        var plan = plans.published(code).orElseThrow();
        var name = plans.names(List.of(code)).getOrDefault(code, plan.name());
        Map<UUID, SiteOutline> outlines = new HashMap<>();
        sites.outlines(missing).forEach(site -> outlines.put(site.id(), site));
        for (var id : missing) {
            var site = outlines.get(id);
            if (site != null) {
                arrangements.add(begun(plan, name, site));
            }
        }
    }

    private static Arrangement begun(PlanOutline plan, String planName, SiteOutline site) {
        var slots = Slot.of(plan);
        return Arrangement.begun(
                new PlanSite(plan.code(), site.id()),
                new Arrangement.Names(planName, site.name(), site.college(), plan.awardingBody()),
                new Arrangement.Calendar(
                        plan.closesAt(),
                        new Window(
                                slots.getFirst().window().opens(),
                                slots.getLast().window().closes())));
    }
}
