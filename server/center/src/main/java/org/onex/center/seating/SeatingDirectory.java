package org.onex.center.seating;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What other modules may ask about seats; there is none before a site has been arranged. */
public interface SeatingDirectory {

    /** The seating of a site for a plan, if it has been arranged. */
    Optional<SiteSeating> arranged(String plan, UUID site);

    /** The sites that have been arranged for a plan, in one order. */
    List<UUID> arrangedSites(String plan);

    /** The arranged sites at which people of a college sit for a plan, in one order. */
    List<UUID> sitesOf(String plan, String college);

    /** Where the holder of a ticket sits. */
    Optional<TicketPlace> byTicket(String ticket);

    /**
     * Where a ticket leads.
     *
     * @param plan its code
     */
    record TicketPlace(String plan, UUID site, Seat seat) {}
}
