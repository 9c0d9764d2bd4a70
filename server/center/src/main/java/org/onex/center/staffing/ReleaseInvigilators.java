package org.onex.center.staffing;

import org.onex.center.seating.SeatsWithdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives invigilators their hours back when the seats of a site are withdrawn, in the transaction that does it. */
@Component
class ReleaseInvigilators {

    private final StaffedSites sites;
    private final Assignments assignments;

    ReleaseInvigilators(StaffedSites sites, Assignments assignments) {
        this.sites = sites;
        this.assignments = assignments;
    }

    /** The site's staffing is held even if there was none yet: who draws meanwhile must find the seats withdrawn. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(SeatsWithdrawn withdrawn) {
        var site = sites.hold(withdrawn.plan(), withdrawn.site());
        assignments.clear(site);
        sites.change(site.emptied());
    }
}
