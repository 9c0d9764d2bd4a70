package org.onex.center.staffing;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives everybody assigned at a site a new PIN, which is shown once; the older ones stop counting. */
@Service
@Transactional
class IssuePins {

    private static final RandomGenerator CHANCE = new SecureRandom();

    private final StaffedSites sites;
    private final StaffedRooms rooms;
    private final Assignments assignments;
    private final Pins pins;
    private final Clock clock;
    private final AuditTrail trail;

    IssuePins(
            StaffedSites sites, StaffedRooms rooms, Assignments assignments, Pins pins, Clock clock, AuditTrail trail) {
        this.sites = sites;
        this.rooms = rooms;
        this.assignments = assignments;
        this.pins = pins;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * A PIN for whom it was made.
     *
     * @param rooms where they are needed, by slot and number
     */
    record Issued(String number, String name, Pin pin, List<StaffedRoom> rooms) {}

    /** Ordered by number. */
    List<Issued> issue(StaffingPlace place, int version, Actor actor) {
        if (!place.isOf(actor)) {
            throw StaffingRefused.of(StaffingRefused.Code.NOT_YOURS);
        }
        var site = sites.hold(place.plan().code(), place.venue().id());
        site.requireVersion(version);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var open = rooms
                .of(site.plan(), site.site())
                .orElseThrow(() -> StaffingRefused.of(StaffingRefused.Code.NOT_ARRANGED))
                .stream()
                .filter(room -> now.isBefore(room.hours().closes()))
                .collect(Collectors.toMap(
                        room -> room.opening().id(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
        var issued = issued(site, open);
        if (issued.isEmpty()) {
            throw StaffingRefused.of(StaffingRefused.Code.NOBODY_ASSIGNED);
        }
        pins.replace(
                site,
                issued.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().pin())));
        sites.change(site.pinsIssued(now));
        trail.record(
                actor,
                "staffing.issue-pins",
                site.site().toString(),
                Map.of("plan", site.plan(), "issued", issued.size(), "version", site.version() + 1));
        return issued.values().stream()
                .sorted((a, b) -> a.number().compareTo(b.number()))
                .toList();
    }

    private Map<UUID, Issued> issued(StaffedSite site, Map<UUID, StaffedRoom> open) {
        var theirs = assignments.of(site.plan(), site.site()).stream()
                .filter(placed -> open.containsKey(placed.assignment().opening()))
                .collect(Collectors.groupingBy(placed -> placed.assignment().invigilator()));
        var issued = new LinkedHashMap<UUID, Issued>();
        theirs.forEach((invigilator, placed) -> {
            var openings =
                    placed.stream().map(one -> one.assignment().opening()).collect(Collectors.toSet());
            var first = placed.getFirst();
            issued.put(
                    invigilator,
                    new Issued(
                            first.number(),
                            first.name(),
                            Pin.drawn(CHANCE),
                            open.values().stream()
                                    .filter(room ->
                                            openings.contains(room.opening().id()))
                                    .toList()));
        });
        return issued;
    }
}
