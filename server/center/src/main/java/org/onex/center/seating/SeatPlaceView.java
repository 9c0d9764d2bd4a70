package org.onex.center.seating;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;

/**
 * Where somebody sits, and when; as {@link OpeningView.SeatView} with the way there.
 *
 * @param opens when the first of those who sit then begin; likewise {@code closes}
 */
record SeatPlaceView(
        SiteSeatingView.SeatedPlan plan,
        SiteSeatingView.SeatedSite site,
        int slot,
        OffsetDateTime opens,
        OffsetDateTime closes,
        OpeningName opening,
        int seat,
        int row,
        int column,
        String form,
        String ticket,
        UUID candidate,
        UUID registration,
        String name,
        String number,
        SiteSeatingView.SeatedCollege college,
        String className,
        QualificationName qualification,
        Level level,
        int session) {

    /**
     * @param number 考场号
     */
    record OpeningName(UUID id, int number, String name) {}
}
