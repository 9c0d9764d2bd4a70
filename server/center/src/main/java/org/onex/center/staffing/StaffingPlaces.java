package org.onex.center.staffing;

import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.site.SiteDirectory;
import org.springframework.stereotype.Component;

/** Finds the sites that somebody may staff. */
@Component
class StaffingPlaces {

    private final PlanDirectory plans;
    private final SiteDirectory sites;

    StaffingPlaces(PlanDirectory plans, SiteDirectory sites) {
        this.plans = plans;
        this.sites = sites;
    }

    /**
     * @throws StaffingRefused if there is none, or not for this asker
     */
    StaffingPlace visible(String plan, UUID site, Actor actor) {
        return plans.published(plan)
                .flatMap(outline -> sites.venue(site).map(venue -> new StaffingPlace(outline, venue)))
                .filter(place -> place.isVisibleTo(actor))
                .orElseThrow(() -> StaffingRefused.of(StaffingRefused.Code.SITE_UNKNOWN));
    }
}
