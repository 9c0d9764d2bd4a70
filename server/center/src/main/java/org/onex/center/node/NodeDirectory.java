package org.onex.center.node;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What other modules may ask about exam servers. */
public interface NodeDirectory {

    /** Those of these sites that were not withdrawn, by site and in the order in which they were enrolled; none for a site without. */
    Map<UUID, List<EnrolledNode>> ofSites(Collection<UUID> sites);

    /** All that were ever enrolled for these sites, in that order. */
    List<Known> everOf(Collection<UUID> sites);

    /**
     * An exam server, also after it was withdrawn.
     *
     * @param name what the site calls the machine
     */
    record Known(UUID id, String name, boolean withdrawn) {}
}
