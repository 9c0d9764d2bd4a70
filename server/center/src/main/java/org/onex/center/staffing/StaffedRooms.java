package org.onex.center.staffing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.seating.Seat;
import org.onex.center.seating.SeatingDirectory;
import org.onex.center.seating.SiteSeating;
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
        return seating.arranged(plan, site).map(StaffedRooms::rooms);
    }

    private static List<StaffedRoom> rooms(SiteSeating arranged) {
        var people = arranged.seats().stream().collect(Collectors.groupingBy(Seat::opening, Collectors.counting()));
        return arranged.slots().stream()
                .flatMap(slot -> arranged.openings().stream()
                        .filter(opening -> opening.slot() == slot.number())
                        .map(opening -> new StaffedRoom(
                                opening,
                                slot.window(),
                                people.getOrDefault(opening.id(), 0L).intValue())))
                .toList();
    }
}
