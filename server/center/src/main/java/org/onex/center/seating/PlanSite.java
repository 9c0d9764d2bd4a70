package org.onex.center.seating;

import java.util.Map;
import java.util.UUID;

/**
 * A site at which people sit for a plan: what is arranged at once.
 *
 * @param plan its code
 */
record PlanSite(String plan, UUID site) {

    /** As statements name them. */
    Map<String, Object> parameters() {
        return Map.of("plan", plan, "site", site);
    }

    @Override
    public String toString() {
        return plan + "/" + site;
    }
}
