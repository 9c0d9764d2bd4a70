package org.onex.center.seating;

import java.util.List;
import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springframework.stereotype.Component;

/** Turns stored seating into what people read. */
@Component
class SeatingViews {

    Page<SiteSeatingSummary> sites(ArrangementList.Filter filter, PageRequest page, Actor actor) {
        return new Page<>(List.of(), null, Page.Total.of(0));
    }

    SiteSeatingView view(PlanSite where, Actor actor) {
        throw SeatingRefused.of(SeatingRefused.Code.UNKNOWN);
    }

    OpeningView opening(PlanSite where, UUID opening, Actor actor) {
        throw SeatingRefused.of(SeatingRefused.Code.UNKNOWN);
    }

    Page<SeatPlaceView> seats(SeatList.Filter filter, PageRequest page, Actor actor) {
        return new Page<>(List.of(), null, Page.Total.of(0));
    }
}
