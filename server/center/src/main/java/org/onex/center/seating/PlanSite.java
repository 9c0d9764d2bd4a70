package org.onex.center.seating;

import java.util.UUID;

/**
 * A site at which people sit for a plan: what is arranged at once.
 *
 * @param plan its code
 */
record PlanSite(String plan, UUID site) {

    @Override
    public String toString() {
        return plan + "/" + site;
    }
}
