package org.onex.center.staffing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.seating.Seat;
import org.onex.center.seating.SeatingDirectory;
import org.onex.center.seating.SiteSeating;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The rooms that have to be looked after: those of sites whose seats were given. */
@Component
class StaffedRooms {

    private final ObjectProvider<SeatingDirectory> seating;

    StaffedRooms(ObjectProvider<SeatingDirectory> seating) {
        this.seating = seating;
    }

    /** Those of a site for a plan, by slot and number; absent before its seats are given. */
    Optional<List<StaffedRoom>> of(String plan, UUID site) {
        return seating.stream()
                .flatMap(directory -> directory.arranged(plan, site).stream())
                .findFirst()
                .map(StaffedRooms::rooms);
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
