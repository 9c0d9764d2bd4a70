package org.onex.center.staffing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives rooms their invigilators, by a draw or by hand. Persons are held before the site, and everything is read after that: of two who
 * assign the same person at once the later one finds them busy, and who assigns while the seats are withdrawn finds no rooms.
 */
@Service
@Transactional
class AssignInvigilators {

    private static final int MOST_IN_A_ROOM = 20;

    private final StaffedSites sites;
    private final StaffedRooms rooms;
    private final Assignments assignments;
    private final Invigilators invigilators;
    private final PeopleByPhone people;
    private final Clock clock;
    private final AuditTrail trail;

    AssignInvigilators(
            StaffedSites sites,
            StaffedRooms rooms,
            Assignments assignments,
            Invigilators invigilators,
            PeopleByPhone people,
            Clock clock,
            AuditTrail trail) {
        this.sites = sites;
        this.rooms = rooms;
        this.assignments = assignments;
        this.invigilators = invigilators;
        this.people = people;
        this.clock = clock;
        this.trail = trail;
    }

    /** Fills what is missing; who is assigned stays. */
    void draw(StaffingPlace place, int version, long seed, Actor actor) {
        var held = hold(invigilators.approved(place.between()));
        var site = sites.hold(place.plan().code(), place.venue().id());
        site.requireVersion(version);
        var toCome = rooms(site).stream().filter(room -> !isOver(room)).toList();
        var approved = invigilators.approved(place.between()).stream()
                .filter(one -> held.contains(one.id()))
                .toList();
        var drawn = InvigilatorDraw.filling(toCome, counted(site), available(site, approved), seed);
        assignments.add(site, drawn);
        sites.change(site.changed());
        trail.record(actor, "staffing.draw", site.site().toString(), facts(site, "seed", seed, "drawn", drawn.size()));
    }

    /** These and nobody else look after a room from now on; who is there already is not asked anything. */
    void assign(StaffingPlace place, UUID opening, int version, Collection<UUID> wanted, Actor actor) {
        StaffingRefused.require(wanted.size() <= MOST_IN_A_ROOM, "invigilators");
        var chosen = new LinkedHashSet<>(wanted);
        hold(invigilators.find(chosen));
        var site = sites.hold(place.plan().code(), place.venue().id());
        site.requireVersion(version);
        var room = rooms(site).stream()
                .filter(one -> one.opening().id().equals(opening))
                .findFirst()
                .orElseThrow(() -> StaffingRefused.of(StaffingRefused.Code.ROOM_UNKNOWN));
        if (isOver(room)) {
            throw StaffingRefused.of(
                    StaffingRefused.Code.OVER,
                    "closes",
                    Window.inBeijing(room.hours().closes()).toString());
        }
        var present = present(site, opening);
        var added = new LinkedHashSet<>(chosen);
        added.removeAll(present);
        requireAssignable(added, room, place, actor);
        var gone = new LinkedHashSet<>(present);
        gone.removeAll(chosen);
        requireRemovable(gone, actor);
        assignments.remove(site, opening, gone);
        assignments.add(
                site,
                added.stream()
                        .map(id -> new Assignment(opening, id, room.hours()))
                        .toList());
        sites.change(site.changed());
        trail.record(
                actor,
                "staffing.assign",
                site.site().toString(),
                facts(site, "opening", opening, "invigilators", List.copyOf(chosen)));
    }

    /** The body may send people of other colleges; the site's college does not send them away again. */
    private void requireRemovable(Set<UUID> gone, Actor actor) {
        if (!invigilators.find(gone).stream().allMatch(one -> one.isVisibleTo(actor))) {
            throw StaffingRefused.of(StaffingRefused.Code.NOT_YOURS);
        }
    }

    private void requireAssignable(Set<UUID> added, StaffedRoom room, StaffingPlace place, Actor actor) {
        var known = invigilators.find(added).stream()
                .filter(one -> one.isVisibleTo(actor))
                .filter(one -> one.between().awardingBody().equals(place.plan().awardingBody()))
                .collect(Collectors.toMap(Invigilator::id, Function.identity()));
        var engagements = assignments.engagements(added);
        for (var id : added) {
            var one = known.get(id);
            if (one == null) {
                throw StaffingRefused.of(StaffingRefused.Code.INVIGILATOR_UNKNOWN);
            }
            var name = one.particulars().name();
            if (!one.isApproved()) {
                throw StaffingRefused.of(StaffingRefused.Code.NOT_APPROVED, "name", name);
            }
            engagements.getOrDefault(id, List.of()).stream()
                    .map(engagement -> engagement.assignment().hours())
                    .filter(room.hours()::overlaps)
                    .findFirst()
                    .ifPresent(elsewhere -> {
                        throw StaffingRefused.busy(name, elsewhere);
                    });
        }
    }

    /** Who is held from now on. */
    private Set<UUID> hold(List<Invigilator> those) {
        people.hold(those.stream()
                .map(one -> people.hash(one.particulars().phone()))
                .toList());
        return those.stream().map(Invigilator::id).collect(Collectors.toSet());
    }

    private List<StaffedRoom> rooms(StaffedSite site) {
        return rooms.of(site.plan(), site.site())
                .orElseThrow(() -> StaffingRefused.of(StaffingRefused.Code.NOT_ARRANGED));
    }

    private boolean isOver(StaffedRoom room) {
        return !clock.instant().isBefore(room.hours().closes());
    }

    private Set<UUID> present(StaffedSite site, UUID opening) {
        return assignments.of(site.plan(), site.site()).stream()
                .map(Assignments.Placed::assignment)
                .filter(assignment -> assignment.opening().equals(opening))
                .map(Assignment::invigilator)
                .collect(Collectors.toSet());
    }

    private Map<UUID, Integer> counted(StaffedSite site) {
        return assignments.of(site.plan(), site.site()).stream()
                .collect(Collectors.toMap(placed -> placed.assignment().opening(), placed -> 1, Integer::sum));
    }

    private List<InvigilatorDraw.Available> available(StaffedSite site, List<Invigilator> approved) {
        var engagements =
                assignments.engagements(approved.stream().map(Invigilator::id).toList());
        var available = new ArrayList<InvigilatorDraw.Available>();
        for (var one : approved) {
            var theirs = engagements.getOrDefault(one.id(), List.of());
            available.add(new InvigilatorDraw.Available(
                    one.id(),
                    String.valueOf(one.number()),
                    one.particulars().teachesQualification(),
                    (int) theirs.stream()
                            .filter(engagement -> engagement.plan().equals(site.plan()))
                            .count(),
                    theirs.stream()
                            .map(engagement -> engagement.assignment().hours())
                            .toList()));
        }
        return available;
    }

    private static Map<String, Object> facts(
            StaffedSite site, String first, Object itsValue, String second, Object otherValue) {
        return Map.of("plan", site.plan(), "version", site.version() + 1, first, itsValue, second, otherValue);
    }
}
