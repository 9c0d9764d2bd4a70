package org.onex.center.seating;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of sites that have people of a plan.
 *
 * @param people   registered; final once registration is frozen
 * @param seats    opened in all slots
 * @param openings how many
 * @param blocked  registration is frozen, but the seats are not as many as the people, so nobody can be seated
 * @param deadline the first moment at which registration is closed
 */
record SiteSeatingSummary(
        SiteSeatingView.SeatedPlan plan,
        SiteSeatingView.SeatedSite site,
        SiteSeatingView.SeatedCollege college,
        Arrangement.State state,
        int people,
        int seats,
        int openings,
        boolean blocked,
        @Nullable OffsetDateTime arrangedAt,
        OffsetDateTime deadline,
        boolean frozen) {}
