package org.onex.center.staffing;

import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanOutline;
import org.onex.center.site.Venue;

/** A site at which a plan may be sat: its college and the plan's awarding body staff it together, nobody else sees it. */
record StaffingPlace(PlanOutline plan, Venue venue) {

    /** Whose invigilators its rooms are filled with. */
    Invigilator.Between between() {
        return new Invigilator.Between(venue.college(), plan.awardingBody());
    }

    boolean isVisibleTo(Actor actor) {
        return venue.awardingBody().equals(plan.awardingBody()) && between().concerns(actor);
    }

    boolean isOf(Actor actor) {
        return actor.actsFor(OrganizationKind.COLLEGE, venue.college());
    }
}
