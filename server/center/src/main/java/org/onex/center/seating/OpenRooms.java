package org.onex.center.seating;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.site.SiteDirectory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a site's machine rooms for the slots of a plan, each with as many seats as people will sit there (设置考场; 004 §四). Its college may do
 * that before it is final who comes: then seats need not be as many as people yet.
 */
@Service
class OpenRooms {

    private final Arrangements arrangements;
    private final RoomOpenings openings;
    private final ChooseSessions sessions;
    private final PlanDirectory plans;
    private final SiteDirectory sites;
    private final Clock clock;
    private final AuditTrail trail;

    OpenRooms(
            Arrangements arrangements,
            RoomOpenings openings,
            ChooseSessions sessions,
            PlanDirectory plans,
            SiteDirectory sites,
            Clock clock,
            AuditTrail trail) {
        this.arrangements = arrangements;
        this.openings = openings;
        this.sessions = sessions;
        this.plans = plans;
        this.sites = sites;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * A room that is to be open.
     *
     * @param columns seats in a row; absent if nobody cares
     */
    record Wanted(int slot, UUID room, int seats, @Nullable Integer columns) {}

    /** Opens these and closes all others. */
    @Transactional
    void open(PlanSite where, int version, List<Wanted> wanted, Actor actor) {
        var seen = arrangements.visible(where, actor);
        seen.requireOpenable(version, actor, clock.instant());
        var slots = Slot.of(plans.published(where.plan()).orElseThrow());
        sites.hold(Set.of(where.site()));
        var venue = sites.venue(where.site()).orElseThrow();
        if (!venue.approved()) {
            throw SeatingRefused.of(SeatingRefused.Code.SITE_NOT_APPROVED);
        }
        openings.holdPremises(venue.college());
        var arrangement = arrangements.hold(where);
        arrangement.requireOpenable(version, actor, clock.instant());
        var choice = new RoomChoice(venue, slots);
        var chosen = choice.openings(wanted, openings.of(where));
        choice.requireFree(chosen, openings.takenBeside(where, venue.college()));
        openings.replace(arrangement, chosen, slots);
        var isBalanced =
                arrangement.isFrozen() && sessions.foresee(where, slots, true).isMetBy(chosen, slots);
        arrangements.change(arrangement.opened(Arrangement.Rooms.of(chosen, isBalanced)));
        trail.record(
                actor,
                "seating.open-rooms",
                where.toString(),
                Map.of(
                        "openings",
                        chosen.stream()
                                .map(one -> one.slot() + " " + one.name() + " " + one.seats())
                                .toList()));
    }
}
