package org.onex.center.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.center.catalog.Level;
import org.onex.center.registration.Registered;

class SeatPlanTests {

    private static final String AS_ALWAYS = "90001乙4 90001甲2 90001乙2 90001甲4 90001甲1 90001乙3 90001甲5 90001乙1"
            + " 90002甲5 90001甲3 90002甲1 90002甲2 90002甲4 90002甲3";

    @Test
    void thereMustBeASeatForEachAndNoneLeftOver() {
        var guests = Crowd.guests(Crowd.classOf("90001", "电商1班", 10));
        assertThatIllegalArgumentException().isThrownBy(() -> SeatPlan.of(guests, List.of(Crowd.room(1, 9, 5)), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> SeatPlan.of(guests, List.of(Crowd.room(1, 11, 5)), 1));
    }

    @Test
    void twoClassesSitLikeAChessboard() {
        var people = new ArrayList<>(Crowd.classOf("90001", "电商1班", 15));
        people.addAll(Crowd.classOf("90001", "电商2班", 15));
        var places = SeatPlan.of(Crowd.guests(people), List.of(Crowd.room(1, 30, 6)), 1);
        assertThat(SeatPlan.quality(places).sameClass()).isLessThanOrEqualTo(2);
        assertThat(SeatPlan.quality(places).pairs()).isEqualTo(5 * 5 + 4 * 6);
    }

    @Test
    void manyClassesAreNeverNeighbours() {
        var people = new ArrayList<Registered>();
        for (int schoolclass = 1; schoolclass <= 4; schoolclass++) {
            people.addAll(Crowd.classOf("90001", "电商" + schoolclass + "班", 12));
        }
        var places = SeatPlan.of(Crowd.guests(people), List.of(Crowd.room(1, 24, 6), Crowd.room(2, 24, 6)), 5);
        assertThat(SeatPlan.quality(places).sameClass()).isZero();
    }

    @Test
    void aSingleClassSitsWhereItMust() {
        var places = SeatPlan.of(Crowd.guests(Crowd.classOf("90001", "电商1班", 9)), List.of(Crowd.room(1, 9, 3)), 1);
        assertThat(SeatPlan.quality(places)).isEqualTo(new SeatPlan.Quality(12, 12, 1));
    }

    @Test
    void classesOfOneNameAtTwoCollegesAreTwoClasses() {
        var people = new ArrayList<>(Crowd.classOf("90001", "电商1班", 5));
        people.addAll(Crowd.classOf("90002", "电商1班", 5));
        var places = SeatPlan.of(Crowd.guests(people), List.of(Crowd.room(1, 10, 5)), 1);
        assertThat(SeatPlan.quality(places).sameClass()).isZero();
    }

    @Test
    void aCollegeThatFitsStaysInOneRoom() {
        var people = new ArrayList<>(Crowd.classOf("90001", "电商1班", 20));
        people.addAll(Crowd.classOf("90002", "电商1班", 40));
        people.addAll(Crowd.classOf("90003", "电商1班", 20));
        var places = SeatPlan.of(Crowd.guests(people), List.of(Crowd.room(1, 40, 8), Crowd.room(2, 40, 8)), 1);
        assertThat(SeatPlan.quality(places).collegeRooms()).isEqualTo(3);
    }

    @Test
    void everyRoomGetsItsPartOfEachClass() {
        var people = new ArrayList<>(Crowd.classOf("90001", "电商1班", 30));
        people.addAll(Crowd.classOf("90001", "电商2班", 60));
        var places = SeatPlan.of(Crowd.guests(people), List.of(Crowd.room(1, 45, 9), Crowd.room(2, 45, 9)), 3);
        var firstClass = places.stream()
                .filter(place -> place.guest().who().className().equals("电商1班"))
                .collect(Collectors.groupingBy(place -> place.opening().number(), Collectors.counting()));
        assertThat(firstClass.values()).allSatisfy(size -> assertThat(size).isBetween(14L, 16L));
    }

    @Test
    void levelsAreSeatedOneAfterTheOther() {
        var people = new ArrayList<Registered>();
        for (int i = 0; i < 10; i++) {
            var level = i % 2 == 0 ? Level.ELEMENTARY : Level.ADVANCED;
            people.add(Crowd.registered("考生" + i, "90001", "电商1班", Crowd.SHOP, level));
        }
        var places = SeatPlan.of(Crowd.guests(people), List.of(Crowd.room(1, 5, 5), Crowd.room(2, 5, 5)), 1);
        assertThat(places.stream()
                        .filter(place -> place.opening().number() == 1)
                        .map(place -> place.guest().who().level())
                        .distinct())
                .containsExactly(Level.ELEMENTARY);
    }

    /** Whoever is handed an old list can still check it: neither a new algorithm nor a new JDK may seat the same people otherwise unnoticed. */
    @Test
    void theseFourteenPeopleSitAsTheyAlwaysDid() {
        var people = new ArrayList<>(Crowd.classOf("90001", "甲", 5));
        people.addAll(Crowd.classOf("90001", "乙", 4));
        people.addAll(Crowd.classOf("90002", "甲", 5));
        var places = SeatPlan.of(Crowd.guests(people), List.of(Crowd.room(1, 8, 4), Crowd.room(2, 6, 3)), 20240518);
        assertThat(places.stream()
                        .map(place ->
                                place.guest().who().name().replace("第", "").replace("人", ""))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(AS_ALWAYS);
    }

    @Test
    void anotherSeedIsAnotherPlan() {
        var guests = Crowd.guests(Crowd.classOf("90001", "电商1班", 40));
        var rooms = List.of(Crowd.room(1, 40, 8));
        assertThat(SeatPlan.of(guests, rooms, 1)).isNotEqualTo(SeatPlan.of(guests, rooms, 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everybodyHasOneSeatAndTheSameOneEachTime(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            var people = new ArrayList<Registered>();
            for (int schoolclass = 0; schoolclass <= random.nextInt(6); schoolclass++) {
                people.addAll(Crowd.classOf("9000" + random.nextInt(3), schoolclass + "班", random.nextInt(1, 30)));
            }
            var guests = Crowd.guests(people.stream().distinct().toList());
            var first = random.nextInt(1, guests.size() + 1);
            var rooms = new ArrayList<>(List.of(Crowd.room(1, first, random.nextInt(1, 10))));
            if (first < guests.size()) {
                rooms.add(Crowd.room(2, guests.size() - first, random.nextInt(1, 10)));
            }
            var places = SeatPlan.of(guests, rooms, seed);
            assertThat(places)
                    .as("seed %d", seed)
                    .extracting(SeatPlan.Place::guest)
                    .containsExactlyInAnyOrderElementsOf(guests);
            for (var room : rooms) {
                assertThat(places.stream().filter(place -> place.opening().equals(room)))
                        .as("seed %d", seed)
                        .extracting(SeatPlan.Place::seat)
                        .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, room.seats())
                                .boxed()
                                .toList());
            }
            assertThat(SeatPlan.of(guests, rooms, seed))
                    .as("seed %d, again", seed)
                    .isEqualTo(places);
        }
    }
}
