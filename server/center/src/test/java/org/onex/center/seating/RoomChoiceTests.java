package org.onex.center.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.onex.center.seating.Crowd.SATURDAY;
import static org.onex.center.seating.Crowd.on;
import static org.onex.center.seating.SeatingDesk.SITE;
import static org.onex.center.seating.SeatingDesk.SPRING;
import static org.onex.center.seating.SeatingDesk.assertRefused;
import static org.onex.center.seating.SeatingDesk.roomOf;
import static org.onex.center.seating.SeatingDesk.wanted;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onex.center.site.Venue;

class RoomChoiceTests {

    private final RoomChoice choice = new RoomChoice(SITE, Slot.of(SPRING));

    private List<RoomOpening> openings(OpenRooms.Wanted... wanted) {
        return choice.openings(List.of(wanted), List.of());
    }

    @Test
    void aRoomHasTheSameNumberInAllSlotsInTheOrderOfTheSite() {
        assertThat(openings(wanted(2, SITE, 2, 5), wanted(1, SITE, 2, 5), wanted(2, SITE, 0, 5)))
                .extracting(room -> room.slot() + "/" + room.number() + " " + room.name())
                .containsExactly("1/2 实训楼 303", "2/1 实训楼 301", "2/2 实训楼 303");
    }

    @Test
    void spareMachinesMayBeUsedButNoneThatDoesNotExist() {
        assertThat(openings(wanted(1, SITE, 2, 20))).hasSize(1);
        assertRefused(
                "too-many-seats",
                Map.of("room", "实训楼 303", "seats", 21, "machines", 20),
                () -> openings(wanted(1, SITE, 2, 21)));
    }

    @Test
    void aRoomIsOpenedOnceForASlotThatThereIsAndForSomebody() {
        assertRefused("invalid", Map.of("field", "room"), () -> openings(wanted(1, SITE, 0, 5), wanted(1, SITE, 0, 6)));
        assertRefused("invalid", Map.of("field", "slot"), () -> openings(wanted(3, SITE, 0, 5)));
        assertRefused("invalid", Map.of("field", "slot"), () -> openings(wanted(0, SITE, 0, 5)));
        assertRefused("invalid", Map.of("field", "seats"), () -> openings(wanted(1, SITE, 0, 0)));
        var nowhere = new OpenRooms.Wanted(1, roomOf(SITE, 0), 5, 0);
        assertRefused("invalid", Map.of("field", "columns"), () -> openings(nowhere));
    }

    @Test
    void aRoomThatStaysOpenIsTheSameOpeningWithOtherSeats() {
        var before = openings(wanted(1, SITE, 0, 5), wanted(2, SITE, 1, 5));
        var after =
                choice.openings(List.of(new OpenRooms.Wanted(1, roomOf(SITE, 0), 7, 8), wanted(1, SITE, 1, 5)), before);
        assertThat(after.getFirst().id()).isEqualTo(before.getFirst().id());
        assertThat(after.getFirst().seats()).isEqualTo(7);
        assertThat(after.getFirst().columns()).isEqualTo(8);
        assertThat(after.getLast().id())
                .as("another slot is another opening")
                .isNotEqualTo(before.getLast().id());
    }

    @Test
    void whoeverSaysNothingOfColumnsKeepsThoseOfTheRoomInThatSlot() {
        var before = openings(new OpenRooms.Wanted(1, roomOf(SITE, 0), 5, 9));
        assertThat(choice.openings(List.of(wanted(1, SITE, 0, 7), wanted(2, SITE, 0, 7)), before))
                .extracting(RoomOpening::columns)
                .containsExactly(9, 6);
    }

    @Test
    void aRoomIsSomebodyElsesWhenItsNameAndTheHoursAreTheSame() {
        var open = openings(wanted(1, SITE, 0, 5));
        var until = on(SATURDAY, "06:00", "08:30");
        assertThatNoException()
                .as("who ends when the others begin is in nobody's way")
                .isThrownBy(() -> choice.requireFree(open, List.of(new RoomOpenings.Taken("实训楼301", until))));
        var into = new RoomOpenings.Taken("实训楼301", on(SATURDAY, "06:00", "08:31"));
        assertRefused(
                "room-taken",
                Map.of("room", "实训楼 301", "opens", "2024-05-18 06:00", "closes", "2024-05-18 08:31"),
                () -> choice.requireFree(open, List.of(into)));
        assertThat(choice.free(Slot.of(SPRING).getFirst(), List.of(into)))
                .extracting(Venue.MachineRoom::name)
                .containsExactly("302", "303");
    }
}
