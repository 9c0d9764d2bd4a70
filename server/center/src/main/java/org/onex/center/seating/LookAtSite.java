package org.onex.center.seating;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.Venue;
import org.onex.contract.kernel.ErrorCode;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Component;

/** Shows the rooms and seats of a site for a plan: what is open, what is missing, and which rooms would do. */
@Component
class LookAtSite {

    private final Arrangements arrangements;
    private final RoomOpenings openings;
    private final Seats seats;
    private final ChooseSessions sessions;
    private final SeatingViews views;
    private final PlanDirectory plans;
    private final SiteDirectory sites;

    LookAtSite(
            Arrangements arrangements,
            RoomOpenings openings,
            Seats seats,
            ChooseSessions sessions,
            SeatingViews views,
            PlanDirectory plans,
            SiteDirectory sites) {
        this.arrangements = arrangements;
        this.openings = openings;
        this.seats = seats;
        this.sessions = sessions;
        this.views = views;
        this.plans = plans;
        this.sites = sites;
    }

    /** What is known of a site when it is shown. */
    private record Sight(
            Arrangement arrangement,
            Venue venue,
            List<Slot> slots,
            List<RoomOpening> openings,
            Map<UUID, Integer> taken,
            Demand demand,
            List<RoomOpenings.Taken> elsewhere) {}

    /**
     * @throws SeatingRefused if nobody is registered to sit there, or if it is not this actor's to see
     */
    SiteSeatingView site(PlanSite where, Actor actor) {
        var arrangement = arrangements.visible(where, actor);
        var venue = sites.venue(where.site()).orElseThrow(() -> SeatingRefused.of(SeatingRefused.Code.UNKNOWN));
        var slots = Slot.of(plans.published(where.plan()).orElseThrow());
        var demand = arrangement.seated() == null
                ? sessions.foresee(where, slots, arrangement.isFrozen())
                : Demand.seated(seats.of(where), slots);
        return view(new Sight(
                arrangement,
                venue,
                slots,
                openings.of(where),
                openings.taken(where),
                demand,
                openings.takenBeside(where, venue.college())));
    }

    /**
     * @throws SeatingRefused if there is no such room, or if it is not this actor's to see
     */
    OpeningView room(PlanSite where, UUID id, Actor actor) {
        arrangements.visible(where, actor);
        var opening =
                openings.find(where, id).orElseThrow(() -> SeatingRefused.of(SeatingRefused.Code.OPENING_UNKNOWN));
        var slot = Slot.of(plans.published(where.plan()).orElseThrow()).get(opening.slot() - 1);
        var people = views.people(seats.of(where, id));
        return new OpeningView(
                view(opening, people.size()),
                new OpeningView.SlotHours(
                        slot.number(),
                        Window.inBeijing(slot.window().opens()),
                        Window.inBeijing(slot.window().closes())),
                people);
    }

    private SiteSeatingView view(Sight sight) {
        var arrangement = sight.arrangement();
        var venue = sight.venue();
        var seated = arrangement.seated();
        return new SiteSeatingView(
                new SiteSeatingView.SeatedPlan(
                        arrangement.where().plan(), arrangement.names().plan()),
                new SiteSeatingView.VenueView(venue.id(), venue.name(), venue.address()),
                views.college(venue.college()),
                arrangement.version(),
                arrangement.state(),
                arrangement.isFrozen(),
                Window.inBeijing(arrangement.calendar().closesAt()),
                seated == null ? null : Window.inBeijing(seated.at()),
                seated == null ? null : seated.by(),
                seated == null ? null : seated.seed(),
                sight.slots().stream().map(slot -> slot(slot, sight)).toList(),
                venue.rooms().stream().map(LookAtSite::room).toList(),
                sight.openings().stream()
                        .map(opening -> view(opening, sight.taken().getOrDefault(opening.id(), 0)))
                        .toList(),
                seated == null
                        ? null
                        : fairness(seated.quality(), sight.openings().size()));
    }

    private static SiteSeatingView.SlotView slot(Slot slot, Sight sight) {
        var people = sight.demand().of(slot);
        var seats = Demand.seatsBySlot(sight.openings()).getOrDefault(slot.number(), 0);
        var free = new RoomChoice(sight.venue(), sight.slots()).free(slot, sight.elsewhere());
        return new SiteSeatingView.SlotView(
                slot.number(),
                Window.inBeijing(slot.window().opens()),
                Window.inBeijing(slot.window().closes()),
                slot.sessions().stream().map(session -> session(session, sight)).toList(),
                people,
                seats,
                sight.venue().rooms().stream()
                        .mapToInt(Venue.MachineRoom::machines)
                        .sum(),
                problem(sight, people, seats),
                EvenSplit.proposal(people, free).stream()
                        .map(share -> new SiteSeatingView.RoomProposal(share.room(), share.seats()))
                        .toList());
    }

    /** Before it is final who comes only that a site may not be used at all is a problem. */
    private static @Nullable String problem(Sight sight, int people, int seats) {
        if (sight.arrangement().seated() != null) {
            return null;
        }
        if (!sight.venue().approved()) {
            return SeatingRefused.Code.SITE_NOT_APPROVED.code();
        }
        if (!sight.arrangement().isFrozen()) {
            return null;
        }
        ErrorCode code = sight.demand().impossible() > 0
                ? SeatingRefused.Code.NO_SESSION_FREE
                : sight.openings().isEmpty() && people > 0
                        ? SeatingRefused.Code.NO_OPENINGS
                        : people == seats ? null : SeatingRefused.Code.SEATS_DIFFER;
        return code == null ? null : code.code();
    }

    private static SiteSeatingView.SlotSession session(Slot.Session session, Sight sight) {
        var isSettled = sight.arrangement().isFrozen() || !hasAlternatives(session, sight.slots());
        return new SiteSeatingView.SlotSession(
                session.qualification(),
                session.level(),
                session.number(),
                Window.inBeijing(session.window().opens()),
                Window.inBeijing(session.window().closes()),
                session.subjects().stream()
                        .map(hours -> new SiteSeatingView.SlotSubjects(
                                hours.subjects(),
                                Window.inBeijing(hours.window().opens()),
                                Window.inBeijing(hours.window().closes()),
                                hours.minutes()))
                        .toList(),
                isSettled ? sight.demand().of(session) : null);
    }

    private static boolean hasAlternatives(Slot.Session session, List<Slot> slots) {
        return slots.stream()
                .flatMap(slot -> slot.sessions().stream())
                .anyMatch(other -> other.number() != session.number()
                        && other.isOf(session.qualification().code(), session.level()));
    }

    private static SiteSeatingView.RoomOpeningView view(RoomOpening opening, int taken) {
        return new SiteSeatingView.RoomOpeningView(
                opening.id(),
                opening.slot(),
                opening.room(),
                opening.number(),
                opening.name(),
                opening.seats(),
                opening.columns(),
                taken);
    }

    private static SiteSeatingView.MachineRoomView room(Venue.MachineRoom room) {
        return new SiteSeatingView.MachineRoomView(
                room.id(), room.name(), room.building(), room.machines(), room.spareMachines());
    }

    private static SiteSeatingView.Fairness fairness(SeatPlan.Quality quality, int rooms) {
        return new SiteSeatingView.Fairness(quality.pairs(), quality.sameClass(), rooms, quality.collegeRooms());
    }
}
