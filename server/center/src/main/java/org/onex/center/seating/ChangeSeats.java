package org.onex.center.seating;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationDirectory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes seats after they were given: takes all of a site back, so that rooms can be changed and seats be given anew, or lets two people
 * change places (换座). Ticket numbers stay with people, and paper forms with places, so that neighbours still have different ones.
 */
@Service
class ChangeSeats {

    private final Arrangements arrangements;
    private final RoomOpenings openings;
    private final Seats seats;
    private final GivenSessions given;
    private final RegistrationDirectory registrations;
    private final PlanDirectory plans;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;

    ChangeSeats(
            Arrangements arrangements,
            RoomOpenings openings,
            Seats seats,
            GivenSessions given,
            RegistrationDirectory registrations,
            PlanDirectory plans,
            Clock clock,
            ApplicationEventPublisher events,
            AuditTrail trail) {
        this.arrangements = arrangements;
        this.openings = openings;
        this.seats = seats;
        this.given = given;
        this.registrations = registrations;
        this.plans = plans;
        this.clock = clock;
        this.events = events;
        this.trail = trail;
    }

    record SeatReference(UUID opening, int seat) {}

    /**
     * @param version of the seating that whoever asks has seen
     */
    record Swap(int version, String reason, SeatReference first, SeatReference second) {}

    @Transactional
    void withdraw(PlanSite where, int version, String reason, Actor actor) {
        arrangements.visible(where, actor);
        var arrangement = arrangements.hold(where);
        var withdrawn = arrangement.withdrawn(version, actor, clock.instant());
        var why = Arrangement.reasonOf(reason);
        seats.remove(where);
        given.remove(where);
        arrangements.change(withdrawn);
        // Whoever hears it may lock rows of their own; the trail is locked to the end.
        events.publishEvent(new SeatsWithdrawn(where.plan(), where.site()));
        trail.record(
                actor,
                "seating.withdraw-seats",
                where.toString(),
                Map.of("people", arrangement.people(), "reason", why));
    }

    @Transactional
    void swap(PlanSite where, Swap swap, Actor actor) {
        arrangements.visible(where, actor);
        var arrangement = arrangements.hold(where);
        arrangement.requireSeated(swap.version(), actor);
        var why = Arrangement.reasonOf(swap.reason());
        SeatingRefused.require(!swap.first().equals(swap.second()), "second");
        var first = placed(where, swap.first());
        var second = placed(where, swap.second());
        if (first.opening().slot() != second.opening().slot()) {
            throw SeatingRefused.of(SeatingRefused.Code.OTHER_SLOT);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Arrangement.requireNotBegun(beginOf(where, first.opening()), now);
        seats.remove(where, first.seat());
        seats.remove(where, second.seat());
        seats.add(
                where,
                List.of(
                        new Seats.Placed(first.opening(), first.seat().takenBy(second.seat())),
                        new Seats.Placed(second.opening(), second.seat().takenBy(first.seat()))));
        arrangements.change(arrangement.reseated(quality(where), now));
        trail.record(
                actor,
                "seating.swap-seats",
                where.toString(),
                Map.of("first", told(first), "second", told(second), "reason", why));
    }

    private Seats.Placed placed(PlanSite where, SeatReference reference) {
        return openings.find(where, reference.opening())
                .flatMap(opening -> seats.of(where, opening.id()).stream()
                        .filter(seat -> seat.number() == reference.seat())
                        .findFirst()
                        .map(seat -> new Seats.Placed(opening, seat)))
                .orElseThrow(() -> SeatingRefused.of(
                        SeatingRefused.Code.SEAT_UNKNOWN,
                        Map.of("opening", reference.opening().toString(), "seat", reference.seat())));
    }

    private Instant beginOf(PlanSite where, RoomOpening opening) {
        return Slot.of(plans.published(where.plan()).orElseThrow())
                .get(opening.slot() - 1)
                .window()
                .opens();
    }

    private SeatPlan.Quality quality(PlanSite where) {
        var rooms = openings.of(where).stream().collect(Collectors.toMap(RoomOpening::id, Function.identity()));
        var people = registrations.registered(where.plan(), where.site()).stream()
                .collect(Collectors.toMap(Registered::key, Function.identity()));
        return SeatPlan.quality(seats.of(where).stream()
                .map(seat -> new SeatPlan.Place(
                        Objects.requireNonNull(rooms.get(seat.opening())),
                        seat.number(),
                        new SeatPlan.Guest(Objects.requireNonNull(people.get(seat.registration())), seat.session())))
                .toList());
    }

    /** Who sat where; not by name. */
    private static String told(Seats.Placed placed) {
        return placed.opening().slot() + "/" + placed.opening().number() + "/"
                + placed.seat().number() + " " + placed.seat().ticket();
    }
}
