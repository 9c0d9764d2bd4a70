package org.onex.center.staffing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.onex.center.seating.SeatingDirectory;
import org.springframework.stereotype.Component;

/** The rooms that have to be looked after: those of sites whose seats were given. */
@Component
class StaffedRooms {

    private final SeatingDirectory seating;

    StaffedRooms(SeatingDirectory seating) {
        this.seating = seating;
    }

    /** Those of a site for a plan, by slot and number; absent before its seats are given. */
    Optional<List<StaffedRoom>> of(String plan, UUID site) {
        return seating.rooms(plan, site).map(StaffedRooms::rooms);
    }

    private static List<StaffedRoom> rooms(SeatingDirectory.SiteRooms arranged) {
        return arranged.slots().stream()
                .flatMap(slot -> arranged.openings().stream()
                        .filter(opening -> opening.slot() == slot.number())
                        .map(opening -> new StaffedRoom(opening, slot.window(), opening.seats())))
                .toList();
    }
}
