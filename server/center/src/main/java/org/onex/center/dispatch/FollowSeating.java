package org.onex.center.dispatch;

import java.util.Objects;
import java.util.UUID;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.center.seating.RoomOpening;
import org.onex.center.seating.SeatingDirectory;
import org.onex.center.seating.SeatsArranged;
import org.onex.center.seating.SeatsWithdrawn;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.Venue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Knows what there is to pack as soon as seats are given, and what there is not any more when they are taken back. */
@Component
class FollowSeating {

    private final Bundles bundles;
    private final SeatingDirectory seating;
    private final PlanDirectory plans;
    private final SiteDirectory sites;
    private final ApplicationEventPublisher events;

    FollowSeating(
            Bundles bundles,
            SeatingDirectory seating,
            PlanDirectory plans,
            SiteDirectory sites,
            ApplicationEventPublisher events) {
        this.bundles = bundles;
        this.seating = seating;
        this.plans = plans;
        this.sites = sites;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(SeatsArranged arranged) {
        var plan = plans.published(arranged.plan()).orElseThrow();
        var venue = sites.venue(arranged.site()).orElseThrow();
        seating.rooms(arranged.plan(), arranged.site()).ifPresent(rooms -> expect(plan, venue, rooms));
    }

    private void expect(PlanOutline plan, Venue venue, SeatingDirectory.SiteRooms rooms) {
        var names = new Bundle.Names(venue.name(), venue.college(), plan.awardingBody());
        for (var slot : rooms.slots()) {
            // Every seat of every room is taken.
            var people = rooms.openings().stream()
                    .filter(opening -> opening.slot() == slot.number())
                    .mapToInt(RoomOpening::seats)
                    .sum();
            bundles.expect(
                    place(plan.code(), venue.id(), slot.number()), names, slot.window(), people, rooms.version());
        }
    }

    private static BundlePlace place(String plan, UUID site, int slot) {
        return new BundlePlace(site, plan, slot);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(SeatsWithdrawn withdrawn) {
        var recalled = bundles.ofSite(withdrawn.plan(), withdrawn.site());
        bundles.withdraw(withdrawn.plan(), withdrawn.site());
        recalled.stream()
                .map(Bundle::packed)
                .filter(Objects::nonNull)
                .forEach(packed ->
                        events.publishEvent(new BundleRecalled(withdrawn.site(), withdrawn.plan(), packed.id())));
    }
}
