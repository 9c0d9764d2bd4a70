package org.onex.center.seating;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.registration.RegistrationKey;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.Venue;
import org.onex.foundation.vault.Digests;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives everybody at a site a session, a seat and a ticket number (编排), all of them or nobody. The same people, rooms and seed give the same
 * seats, and a ticket number, once given, stays.
 */
@Service
class ArrangeSeats {

    private static final long DEFAULT_SEED = 1;
    private static final int MOST_NAMES = 10;

    private final Arrangements arrangements;
    private final RoomOpenings openings;
    private final Seats seats;
    private final GivenSessions given;
    private final Tickets tickets;
    private final ChooseSessions sessions;
    private final RegistrationDirectory registrations;
    private final PlanDirectory plans;
    private final SiteDirectory sites;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;

    ArrangeSeats(
            Arrangements arrangements,
            RoomOpenings openings,
            Seats seats,
            GivenSessions given,
            Tickets tickets,
            ChooseSessions sessions,
            RegistrationDirectory registrations,
            PlanDirectory plans,
            SiteDirectory sites,
            Clock clock,
            ApplicationEventPublisher events,
            AuditTrail trail) {
        this.arrangements = arrangements;
        this.openings = openings;
        this.seats = seats;
        this.given = given;
        this.tickets = tickets;
        this.sessions = sessions;
        this.registrations = registrations;
        this.plans = plans;
        this.sites = sites;
        this.clock = clock;
        this.events = events;
        this.trail = trail;
    }

    static long seedOr(@Nullable Long wished) {
        return wished == null ? DEFAULT_SEED : wished;
    }

    @Transactional
    void arrange(PlanSite where, int version, long seed, Actor actor) {
        arrangements.visible(where, actor).requireArrangeable(version, actor, clock.instant());
        var slots = Slot.of(plans.published(where.plan()).orElseThrow());
        // Who is registered is final, so it is the same before and after the locks.
        var people = registrations.registered(where.plan(), where.site());
        sessions.hold(people, slots);
        sites.hold(Set.of(where.site()));
        if (!sites.venue(where.site()).map(Venue::approved).orElse(false)) {
            throw SeatingRefused.of(SeatingRefused.Code.SITE_NOT_APPROVED);
        }
        var arrangement = arrangements.hold(where);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        arrangement.requireArrangeable(version, actor, now);
        var chosen = chosen(people, slots);
        var places = places(where, people, chosen, slots, seed);
        var manifest = give(where, places);
        given.add(where, people, chosen);
        arrangements.change(
                arrangement.arranged(new Arrangement.Seated(now, actor.name(), seed, now, SeatPlan.quality(places))));
        // Whoever hears it may lock rows of their own; the trail is locked to the end.
        events.publishEvent(new SeatsArranged(where.plan(), where.site()));
        trail.record(
                actor,
                "seating.arrange-seats",
                where.toString(),
                Map.of(
                        "seed",
                        seed,
                        "people",
                        places.size(),
                        "rooms",
                        arrangement.rooms().openings(),
                        "manifest",
                        manifest));
    }

    private Map<RegistrationKey, Integer> chosen(List<Registered> people, List<Slot> slots) {
        var choice = sessions.choose(people, slots);
        if (!choice.impossible().isEmpty()) {
            throw SeatingRefused.of(
                    SeatingRefused.Code.NO_SESSION_FREE,
                    Map.of(
                            "people",
                            choice.impossible().size(),
                            "names",
                            choice.impossible().stream()
                                    .map(Registered::name)
                                    .limit(MOST_NAMES)
                                    .toList()));
        }
        return choice.sessions();
    }

    private List<SeatPlan.Place> places(
            PlanSite where,
            List<Registered> people,
            Map<RegistrationKey, Integer> chosen,
            List<Slot> slots,
            long seed) {
        var opened = openings.of(where);
        var places = new ArrayList<SeatPlan.Place>();
        for (var slot : slots) {
            var rooms = opened.stream()
                    .filter(opening -> opening.slot() == slot.number())
                    .toList();
            var guests = people.stream()
                    .map(who -> new SeatPlan.Guest(who, chosen.getOrDefault(who.key(), 0)))
                    .filter(guest -> slot.session(
                                    guest.who().qualification(), guest.who().level(), guest.session())
                            .isPresent())
                    .toList();
            requireAsMany(slot, guests.size(), rooms);
            places.addAll(SeatPlan.of(guests, rooms, seed));
        }
        return places;
    }

    /**
     * @return the hash of who sits where, so that whoever has the list can prove that it is this one
     */
    private String give(PlanSite where, List<SeatPlan.Place> places) {
        var numbers = tickets.of(
                where, places.stream().map(place -> place.guest().who().key()).toList());
        var placed = new ArrayList<Seats.Placed>();
        for (var place : places) {
            var ticket = Objects.requireNonNull(numbers.get(place.guest().who().key()));
            placed.add(new Seats.Placed(place.opening(), Seat.given(place, ticket)));
        }
        seats.add(where, placed);
        return manifest(placed);
    }

    private static String manifest(List<Seats.Placed> placed) {
        var lines = placed.stream()
                .map(Seats.Placed::seat)
                .map(seat -> String.join(
                        " ",
                        seat.opening().toString(),
                        String.valueOf(seat.number()),
                        seat.form(),
                        seat.ticket(),
                        String.valueOf(seat.session())))
                .collect(Collectors.joining("\n"));
        return Digests.sha256(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static void requireAsMany(Slot slot, int people, List<RoomOpening> rooms) {
        var seats = rooms.stream().mapToInt(RoomOpening::seats).sum();
        if (seats != people) {
            throw SeatingRefused.of(
                    SeatingRefused.Code.SEATS_DIFFER, Map.of("slot", slot.number(), "people", people, "seats", seats));
        }
    }
}
