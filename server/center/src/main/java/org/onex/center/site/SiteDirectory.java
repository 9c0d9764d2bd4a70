package org.onex.center.site;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What other modules may ask about exam sites; drafts are nobody's business but their college's. */
public interface SiteDirectory {

    /** The submitted sites that are called so, by their id or by their name exactly as written; several can be. */
    List<SiteOutline> submittedAs(String idOrName);

    /** The approved sites of a college. */
    List<SiteOutline> approvedOf(String college);

    /** Keeps these sites as they are until the transaction ends: nobody is registered at one that is being suspended. */
    void hold(Collection<UUID> ids);

    /** These sites, as far as they exist; in no order. */
    List<SiteOutline> outlines(Collection<UUID> ids);

    /** A submitted site as a place with rooms, if there is one with this id. */
    Optional<Venue> venue(UUID id);
}
