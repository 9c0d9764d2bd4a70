package org.onex.center.seating;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rooms and seats: opened by the site's college, arranged by the plan's awarding body. */
@RestController
@RequestMapping("/api/seating")
class SeatingController {

    private static final String SITE = "/plans/{plan}/sites/{site}";

    private final SeatingViews views;
    private final LookAtSite look;
    private final OpenRooms open;
    private final ArrangeSeats arrange;
    private final ChangeSeats change;
    private final ArrangeSites arrangeSites;

    SeatingController(
            SeatingViews views,
            LookAtSite look,
            OpenRooms open,
            ArrangeSeats arrange,
            ChangeSeats change,
            ArrangeSites arrangeSites) {
        this.views = views;
        this.look = look;
        this.open = open;
        this.arrange = arrange;
        this.change = change;
        this.arrangeSites = arrangeSites;
    }

    /**
     * All rooms that are to be open; what is not in it is closed.
     *
     * @param version the one that was read; if somebody changed the site's seating since, it is refused
     */
    record OpeningsRequest(int version, List<OpenRooms.Wanted> openings) {}

    /**
     * @param seed absent for 1; the same again gives the same seats
     */
    record ArrangementRequest(int version, @Nullable Long seed) {}

    record SeatsWithdrawalRequest(int version, String reason) {}

    record SwapRequest(int version, String reason, ChangeSeats.SeatReference first, ChangeSeats.SeatReference second) {}

    /**
     * @param plan its code
     */
    record ArrangementsRequest(String plan, @Nullable Long seed) {}

    /** The job that arranges the sites. */
    record ArrangementJob(UUID job) {}

    @GetMapping("/sites")
    @PreAuthorize("hasAuthority('seating.read')")
    Page<SiteSeatingView.SiteSeatingSummary> list(
            @ParameterObject ArrangementList.Filter filter, @ParameterObject PageRequest page, Actor actor) {
        return views.sites(filter, page, actor);
    }

    @GetMapping(SITE)
    @PreAuthorize("hasAuthority('seating.read')")
    SiteSeatingView get(@PathVariable String plan, @PathVariable UUID site, Actor actor) {
        return look.site(new PlanSite(plan, site), actor);
    }

    @PutMapping(SITE + "/openings")
    @PreAuthorize("hasAuthority('seating.open')")
    SiteSeatingView open(
            @PathVariable String plan, @PathVariable UUID site, @RequestBody OpeningsRequest request, Actor actor) {
        var where = new PlanSite(plan, site);
        open.open(where, request.version(), request.openings(), actor);
        return look.site(where, actor);
    }

    @PostMapping(SITE + "/arrangement")
    @PreAuthorize("hasAuthority('seating.arrange')")
    SiteSeatingView arrange(
            @PathVariable String plan, @PathVariable UUID site, @RequestBody ArrangementRequest request, Actor actor) {
        var where = new PlanSite(plan, site);
        arrange.arrange(where, request.version(), ArrangeSeats.seedOr(request.seed()), actor);
        return look.site(where, actor);
    }

    @PostMapping(SITE + "/arrangement/withdrawal")
    @PreAuthorize("hasAuthority('seating.arrange')")
    SiteSeatingView withdraw(
            @PathVariable String plan,
            @PathVariable UUID site,
            @RequestBody SeatsWithdrawalRequest request,
            Actor actor) {
        var where = new PlanSite(plan, site);
        change.withdraw(where, request.version(), request.reason(), actor);
        return look.site(where, actor);
    }

    @PostMapping(SITE + "/swaps")
    @PreAuthorize("hasAuthority('seating.arrange')")
    SiteSeatingView swap(
            @PathVariable String plan, @PathVariable UUID site, @RequestBody SwapRequest request, Actor actor) {
        var where = new PlanSite(plan, site);
        var wanted = new ChangeSeats.Swap(request.version(), request.reason(), request.first(), request.second());
        change.swap(where, wanted, actor);
        return look.site(where, actor);
    }

    @GetMapping(SITE + "/openings/{opening}")
    @PreAuthorize("hasAuthority('seating.read')")
    OpeningView opening(@PathVariable String plan, @PathVariable UUID site, @PathVariable UUID opening, Actor actor) {
        return look.room(new PlanSite(plan, site), opening, actor);
    }

    /** Arranges all sites of a plan that are ready for it, in the background. */
    @PostMapping("/arrangements")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('seating.arrange')")
    ArrangementJob arrangeAll(@RequestBody ArrangementsRequest request, Actor actor) {
        return new ArrangementJob(arrangeSites.start(request.plan(), ArrangeSeats.seedOr(request.seed()), actor));
    }

    @GetMapping("/seats")
    @PreAuthorize("hasAuthority('seating.read')")
    Page<SeatPlaceView> seats(@ParameterObject SeatList.Filter filter, @ParameterObject PageRequest page, Actor actor) {
        return views.seats(filter, page, actor);
    }
}
