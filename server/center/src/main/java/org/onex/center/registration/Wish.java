package org.onex.center.registration;

import java.util.UUID;
import org.onex.center.candidate.EnrolmentOutline;
import org.onex.center.plan.PlanOutline;
import org.onex.center.site.SiteOutline;

/**
 * Somebody whom a college wants to register, for something that a plan offers, at a site; all of them are there, whether it is possible is
 * another question.
 */
record Wish(EnrolmentOutline who, PlanOutline plan, PlanOutline.Offered offered, SiteOutline site) {

    OfferingKey what() {
        return new OfferingKey(plan.code(), offered.qualification().code(), offered.level());
    }

    UUID candidate() {
        return who.key().candidate();
    }

    Commitment commitment() {
        return new Commitment(what(), who.college(), offered.spans());
    }
}
