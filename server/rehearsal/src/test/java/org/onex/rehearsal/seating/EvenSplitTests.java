package org.onex.rehearsal.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.seating.EvenSplit.Machines;

class EvenSplitTests {

    private static final long SEED = 45;

    @Test
    void ninetyPeopleInTwoRoomsOf75Are45And45() {
        var rooms = List.of(new Machines(75, 0), new Machines(75, 0));
        assertThat(EvenSplit.of(90, rooms)).containsExactly(45, 45);
        assertThat(EvenSplit.of(91, rooms)).containsExactly(46, 45);
    }

    @Test
    void noMoreRoomsAreOpenedThanAreNeeded() {
        var rooms = List.of(new Machines(40, 2), new Machines(60, 3), new Machines(60, 3));
        assertThat(EvenSplit.of(57, rooms)).containsExactly(57);
        assertThat(EvenSplit.of(58, rooms)).containsExactly(29, 29);
        assertThat(EvenSplit.of(115, rooms)).containsExactly(39, 38, 38);
    }

    @Test
    void aSmallRoomIsFilledAndTheOthersShareTheRest() {
        assertThat(EvenSplit.of(130, List.of(new Machines(60, 0), new Machines(60, 0), new Machines(20, 0))))
                .containsExactly(55, 55, 20);
    }

    @Test
    void spareMachinesAreUsedBeforeSomebodyStands() {
        assertThat(EvenSplit.of(59, List.of(new Machines(60, 3)))).containsExactly(59);
        assertThat(EvenSplit.of(61, List.of(new Machines(60, 3)))).isEmpty();
    }

    @Test
    void everySplitHoldsEverybodyAndIsAsEvenAsTheRoomsAllow() {
        var chance = new Random(SEED);
        for (var i = 0; i < 200; i++) {
            var people = 1 + chance.nextInt(200);
            var rooms = chance.ints(1 + chance.nextInt(5), 10, 80)
                    .mapToObj(working -> new Machines(working, working / 20))
                    .toList();
            var sizes = EvenSplit.of(people, rooms);
            var what = people + " people in " + rooms + " of seed " + SEED;
            if (sizes.isEmpty()) {
                assertThat(rooms.stream().mapToInt(Machines::working).sum())
                        .as(what)
                        .isLessThan(people);
            } else {
                assertThat(sizes.stream().mapToInt(Integer::intValue).sum())
                        .as(what)
                        .isEqualTo(people);
                assertEvenUnlessFull(what, sizes, rooms);
            }
        }
    }

    /** A room with fewer people than the fullest has no machine left. */
    private static void assertEvenUnlessFull(String what, List<Integer> sizes, List<Machines> rooms) {
        var usable =
                rooms.stream().mapToInt(room -> room.working() - room.spare()).sum();
        var people = sizes.stream().mapToInt(Integer::intValue).sum();
        var capacities = rooms.stream()
                .map(room -> people <= usable ? room.working() - room.spare() : room.working())
                .sorted(Comparator.reverseOrder())
                .toList();
        assertThat(capacities.subList(0, sizes.size() - 1).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .as(what + ", one room fewer")
                .isLessThan(people);
        for (var room = 0; room < sizes.size(); room++) {
            if (sizes.get(room) < sizes.getFirst() - 1) {
                assertThat(sizes.get(room)).as(what).isEqualTo(capacities.get(room));
            }
        }
    }
}
