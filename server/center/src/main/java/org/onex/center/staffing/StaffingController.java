package org.onex.center.staffing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.contract.kernel.Window;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who looks after the rooms of a site: assigned by its college and the plan's awarding body, PINs for the college alone. */
@RestController
@RequestMapping("/api/staffing/plans/{plan}/sites/{site}")
class StaffingController {

    private static final long USUAL_SEED = 1;

    private final StaffingPlaces places;
    private final AssignInvigilators assign;
    private final IssuePins pins;
    private final SiteStaffingViews views;

    StaffingController(StaffingPlaces places, AssignInvigilators assign, IssuePins pins, SiteStaffingViews views) {
        this.places = places;
        this.assign = assign;
        this.pins = pins;
        this.views = views;
    }

    /**
     * @param seed the same gives the same draw; null for the usual one
     */
    record DrawRequest(int version, @Nullable Long seed) {}

    /**
     * @param invigilators ids of all who are to be in the room; who is not named leaves it
     */
    record RoomStaffingRequest(int version, List<UUID> invigilators) {}

    record PinsRequest(int version) {}

    /** The PINs, shown once. */
    record IssuedPins(List<IssuedPin> pins) {}

    /**
     * @param rooms where they are needed
     */
    record IssuedPin(String number, String name, String pin, List<PinRoom> rooms) {

        static IssuedPin of(IssuePins.Issued issued) {
            return new IssuedPin(
                    issued.number(),
                    issued.name(),
                    issued.pin().value(),
                    issued.rooms().stream().map(PinRoom::of).toList());
        }

        /** Never the PIN: records end up in logs. */
        @Override
        public String toString() {
            return "IssuedPin[" + number + "]";
        }
    }

    record PinRoom(int slot, int number, String name, OffsetDateTime opens, OffsetDateTime closes) {

        static PinRoom of(StaffedRoom room) {
            return new PinRoom(
                    room.opening().slot(),
                    room.opening().number(),
                    room.opening().name(),
                    Window.inBeijing(room.hours().opens()),
                    Window.inBeijing(room.hours().closes()));
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('staffing.read')")
    SiteStaffing get(@PathVariable String plan, @PathVariable UUID site, Actor actor) {
        return views.of(places.visible(plan, site, actor));
    }

    @PostMapping("/draw")
    @PreAuthorize("hasAuthority('staffing.assign')")
    SiteStaffing draw(
            @PathVariable String plan, @PathVariable UUID site, @RequestBody DrawRequest request, Actor actor) {
        var place = places.visible(plan, site, actor);
        var seed = request.seed();
        assign.draw(place, request.version(), seed == null ? USUAL_SEED : seed, actor);
        return views.of(place);
    }

    @PutMapping("/rooms/{opening}")
    @PreAuthorize("hasAuthority('staffing.assign')")
    SiteStaffing assign(
            @PathVariable String plan,
            @PathVariable UUID site,
            @PathVariable UUID opening,
            @RequestBody RoomStaffingRequest request,
            Actor actor) {
        var place = places.visible(plan, site, actor);
        assign.assign(place, opening, request.version(), request.invigilators(), actor);
        return views.of(place);
    }

    @PostMapping("/pins")
    @PreAuthorize("hasAuthority('staffing.assign')")
    IssuedPins issuePins(
            @PathVariable String plan, @PathVariable UUID site, @RequestBody PinsRequest request, Actor actor) {
        var place = places.visible(plan, site, actor);
        return new IssuedPins(pins.issue(place, request.version(), actor).stream()
                .map(IssuedPin::of)
                .toList());
    }
}
