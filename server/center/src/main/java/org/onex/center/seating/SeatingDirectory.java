package org.onex.center.seating;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What other modules may ask about seats; there is none before a site has been arranged. */
public interface SeatingDirectory {

    /** The seating of a site for a plan, if it has been arranged. */
    Optional<SiteSeating> arranged(String plan, UUID site);

    /** The same without the people: every seat of every room is taken. */
    default Optional<SiteRooms> rooms(String plan, UUID site) {
        return arranged(plan, site)
                .map(found -> new SiteRooms(found.version(), found.since(), found.slots(), found.openings()));
    }

    /** The sites that have been arranged for a plan, in one order. */
    List<UUID> arrangedSites(String plan);

    /** The present version of the seating of each site that has been arranged for a plan. */
    default Map<UUID, Integer> versions(String plan) {
        return arrangedSites(plan).stream()
                .flatMap(site -> rooms(plan, site).stream().map(rooms -> Map.entry(site, rooms.version())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The arranged sites at which people of a college sit for a plan, in one order. */
    List<UUID> sitesOf(String plan, String college);

    /** Where the holder of a ticket sits. */
    Optional<TicketPlace> byTicket(String ticket);

    /** Likewise of each of these, by ticket; whose seat was taken back is missing. */
    default Map<String, TicketPlace> byTickets(Collection<String> tickets) {
        return tickets.stream()
                .distinct()
                .flatMap(ticket -> byTicket(ticket).stream())
                .collect(Collectors.toMap(place -> place.seat().ticket(), place -> place));
    }

    /** The seating of the site where the holder of a ticket sits, with nobody else in it: no other seat is opened. */
    default Optional<SiteSeating> arrangedFor(String ticket) {
        return byTicket(ticket)
                .flatMap(place -> rooms(place.plan(), place.site())
                        .map(rooms -> new SiteSeating(
                                place.plan(),
                                place.site(),
                                rooms.version(),
                                rooms.since(),
                                rooms.slots(),
                                rooms.openings(),
                                List.of(place.seat()))));
    }

    /**
     * The rooms of a site whose seats were given for a plan.
     *
     * @param version  changes with every change of rooms or seats
     * @param since    when seats were last given or changed
     * @param slots    those in which somebody sits there
     * @param openings by slot and number
     */
    record SiteRooms(int version, Instant since, List<Slot> slots, List<RoomOpening> openings) {

        public SiteRooms {
            slots = List.copyOf(slots);
            openings = List.copyOf(openings);
        }
    }

    /**
     * Where a ticket leads.
     *
     * @param plan its code
     */
    record TicketPlace(String plan, UUID site, Seat seat) {}
}
