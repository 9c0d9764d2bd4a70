package org.onex.center.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.center.site.Venue;

class EvenSplitTests {

    @Test
    void ninetyPeopleAndTwoRoomsOfSeventyFiveAreTwiceFortyFive() {
        assertThat(split(90, room(1, 75, 0), room(2, 75, 0))).containsExactly(share(1, 45), share(2, 45));
    }

    @Test
    void theFirstRoomTakesWhoeverIsOver() {
        assertThat(split(91, room(1, 75, 0), room(2, 75, 0))).containsExactly(share(1, 46), share(2, 45));
    }

    @Test
    void aRoomThatIsNotNeededStaysShut() {
        assertThat(split(70, room(1, 30, 0), room(2, 75, 0))).containsExactly(share(2, 70));
    }

    @Test
    void aSmallRoomIsFilledAndTheOthersShareTheRest() {
        assertThat(split(100, room(1, 20, 0), room(2, 45, 0), room(3, 45, 0)))
                .containsExactly(share(1, 20), share(2, 40), share(3, 40));
    }

    @Test
    void spareMachinesAreKeptAsLongAsTheOthersSuffice() {
        assertThat(split(60, room(1, 40, 4), room(2, 40, 4))).containsExactly(share(1, 30), share(2, 30));
        assertThat(split(75, room(1, 40, 4), room(2, 40, 4)))
                .as("72 without the spare ones are too few")
                .containsExactly(share(1, 38), share(2, 37));
    }

    @Test
    void thereIsNoSplitIfNotEvenAllMachinesSuffice() {
        assertThat(split(81, room(1, 40, 4), room(2, 40, 4))).isEmpty();
        assertThat(split(1)).isEmpty();
    }

    @Test
    void nobodyNeedsNoRoom() {
        assertThat(split(0, room(1, 40, 4))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nobodyStandsAndNoRoomIsOverfull(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var rooms = new ArrayList<Venue.MachineRoom>();
            for (int i = 1; i <= random.nextInt(1, 8); i++) {
                var machines = random.nextInt(0, 80);
                rooms.add(room(i, machines, random.nextInt(machines / 10 + 1)));
            }
            var all = rooms.stream().mapToInt(Venue.MachineRoom::machines).sum();
            var people = random.nextInt(1, 300);
            var shares = EvenSplit.proposal(people, rooms);
            var what = "seed %d: %d people in %s are %s".formatted(seed, people, rooms, shares);
            if (people > all) {
                assertThat(shares).as(what).isEmpty();
                continue;
            }
            assertThat(shares.stream().mapToInt(EvenSplit.RoomShare::seats).sum())
                    .as(what)
                    .isEqualTo(people);
            assertThat(shares)
                    .as(what)
                    .allSatisfy(share -> assertThat(share.seats()).isBetween(1, machinesOf(share, rooms)));
            assertThat(differsWithoutNeed(shares, rooms)).as(what).isFalse();
        }
    }

    /** A room that is not full is not more than one behind any other. */
    private static boolean differsWithoutNeed(List<EvenSplit.RoomShare> shares, List<Venue.MachineRoom> rooms) {
        var most = shares.stream().mapToInt(EvenSplit.RoomShare::seats).max().orElse(0);
        return shares.stream()
                .filter(share -> share.seats() < usableOf(share, rooms))
                .anyMatch(share -> most - share.seats() > 1);
    }

    private static int machinesOf(EvenSplit.RoomShare share, List<Venue.MachineRoom> rooms) {
        return find(share, rooms).machines();
    }

    private static int usableOf(EvenSplit.RoomShare share, List<Venue.MachineRoom> rooms) {
        return find(share, rooms).usableMachines();
    }

    private static Venue.MachineRoom find(EvenSplit.RoomShare share, List<Venue.MachineRoom> rooms) {
        return rooms.stream()
                .filter(room -> room.id().equals(share.room()))
                .findFirst()
                .orElseThrow();
    }

    private static List<EvenSplit.RoomShare> split(int people, Venue.MachineRoom... rooms) {
        return EvenSplit.proposal(people, List.of(rooms));
    }

    private static Venue.MachineRoom room(int number, int machines, int spare) {
        return new Venue.MachineRoom(Crowd.id("room" + number), "30" + number, "实训楼", machines, spare);
    }

    private static EvenSplit.RoomShare share(int number, int seats) {
        return new EvenSplit.RoomShare(Crowd.id("room" + number), seats);
    }
}
