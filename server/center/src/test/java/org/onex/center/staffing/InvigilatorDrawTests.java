package org.onex.center.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.staffing.StaffingFixtures.AFTERNOON;
import static org.onex.center.staffing.StaffingFixtures.MORNING;
import static org.onex.center.staffing.StaffingFixtures.room;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.center.staffing.InvigilatorDraw.Available;
import org.onex.contract.kernel.Window;

/** The draw: enough for each room, fair, never one person in two rooms at once. */
class InvigilatorDrawTests {

    @ParameterizedTest(name = "{0} people need {1}")
    @CsvSource({"0, 0", "1, 2", "20, 2", "40, 2", "41, 3", "60, 3", "61, 4", "100, 5", "101, 6"})
    void aRoomNeedsTwoAndMoreThanFortyPeopleOneForEveryTwenty(int people, int required) {
        assertThat(room(1, 1, MORNING, people).required()).isEqualTo(required);
    }

    @Test
    void everyRoomGetsWhatItNeeds() {
        var rooms = List.of(room(1, 1, MORNING, 45), room(1, 2, MORNING, 30), room(2, 1, AFTERNOON, 61));
        var drawn = InvigilatorDraw.filling(rooms, Map.of(), people(5, 0), 1);
        assertThat(perRoom(rooms, drawn)).containsExactly(3, 2, 4);
    }

    @Test
    void theSameSeedDrawsTheSameAndAnotherOneDoesNot() {
        var rooms = List.of(room(1, 1, MORNING, 40), room(1, 2, MORNING, 40));
        var people = people(12, 0);
        var shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, new Random(5));
        var first = InvigilatorDraw.filling(rooms, Map.of(), people, 1);
        assertThat(InvigilatorDraw.filling(rooms, Map.of(), shuffled, 1)).isEqualTo(first);
        var others = IntStream.range(2, 30)
                .mapToObj(seed -> InvigilatorDraw.filling(rooms, Map.of(), people, seed))
                .distinct()
                .count();
        assertThat(others).isGreaterThan(10);
    }

    @Test
    void whoTeachesTheSubjectIsDrawnOnlyWhenNobodyElseIsFree() {
        var rooms = List.of(room(1, 1, MORNING, 40), room(1, 2, MORNING, 40), room(2, 1, AFTERNOON, 40));
        var people = people(3, 3);
        var teachers =
                people.stream().filter(Available::teaches).map(Available::id).collect(Collectors.toSet());
        for (long seed = 1; seed <= 50; seed++) {
            var drawn = InvigilatorDraw.filling(rooms, Map.of(), people, seed);
            assertThat(drawn.stream().filter(one -> teachers.contains(one.invigilator())))
                    .as("seed %d: three of four places in the morning go to others", seed)
                    .hasSize(1)
                    .allMatch(one -> one.hours().equals(MORNING));
        }
    }

    @Test
    void whenThereAreTooFewEveryRoomHasOneBeforeAnotherHasTwo() {
        var rooms = List.of(room(1, 1, MORNING, 100), room(1, 2, MORNING, 40), room(1, 3, MORNING, 40));
        assertThat(perRoom(rooms, InvigilatorDraw.filling(rooms, Map.of(), people(3, 0), 1)))
                .containsExactly(1, 1, 1);
        var given = Map.of(rooms.getFirst().opening().id(), 1);
        assertThat(perRoom(rooms, InvigilatorDraw.filling(rooms, given, people(2, 0), 1)))
                .containsExactly(0, 1, 1);
    }

    @Test
    void onlyWhatIsMissingIsFilled() {
        var rooms = List.of(room(1, 1, MORNING, 45), room(1, 2, MORNING, 40));
        var assigned =
                Map.of(rooms.get(0).opening().id(), 2, rooms.get(1).opening().id(), 5);
        assertThat(perRoom(rooms, InvigilatorDraw.filling(rooms, assigned, people(9, 0), 1)))
                .containsExactly(1, 0);
    }

    @Test
    void whoIsInAnotherPlansRoomInTheseHoursIsNotFree() {
        var busy = new Available(
                UUID.randomUUID(),
                "JKC00000001",
                false,
                0,
                List.of(StaffingFixtures.hours("2024-05-18T11:44:00", "2024-05-18T12:30:00")));
        var touching = new Available(
                UUID.randomUUID(),
                "JKC00000002",
                false,
                0,
                List.of(StaffingFixtures.hours("2024-05-18T11:45:00", "2024-05-18T14:00:00")));
        var rooms = List.of(room(1, 1, MORNING, 40));
        assertThat(InvigilatorDraw.filling(rooms, Map.of(), List.of(busy, touching), 1))
                .extracting(Assignment::invigilator)
                .containsExactly(touching.id());
    }

    @Test
    void whoHadManyRoomsInEarlierPlansComesAfterWhoHadNone() {
        var earlier = StaffingFixtures.hours("2024-03-01T09:00:00", "2024-03-01T11:00:00");
        var rested = people(2, 0);
        var tired = new Available(UUID.randomUUID(), "JKC99999999", false, 0, List.of(earlier));
        var all = new ArrayList<>(rested);
        all.add(tired);
        for (long seed = 1; seed <= 20; seed++) {
            var drawn = InvigilatorDraw.filling(List.of(room(1, 1, MORNING, 40)), Map.of(), all, seed);
            assertThat(drawn)
                    .as("seed %d", seed)
                    .extracting(Assignment::invigilator)
                    .doesNotContain(tired.id());
        }
    }

    @Test
    void whateverTheRoomsNobodyIsInTwoAtOnceNobodyIsIdleWhoseHelpIsNeededAndNobodyHasTwoMoreThanAnother() {
        for (long seed = 1; seed <= 300; seed++) {
            var random = new Random(seed);
            var rooms = anyRooms(random);
            var people = people(random.nextInt(12), random.nextInt(4));
            var drawn = InvigilatorDraw.filling(rooms, Map.of(), people, seed);
            assertNobodyIsInTwoRoomsAtOnce(seed, drawn);
            assertNobodyIsIdle(seed, rooms, people, drawn);
            assertIsFair(seed, people, drawn);
        }
    }

    private static void assertNobodyIsInTwoRoomsAtOnce(long seed, List<Assignment> drawn) {
        for (var one : drawn) {
            assertThat(drawn.stream()
                            .filter(other -> other.invigilator().equals(one.invigilator()))
                            .filter(other -> other.hours().overlaps(one.hours())))
                    .as("seed %d", seed)
                    .hasSize(1);
        }
    }

    private static void assertNobodyIsIdle(
            long seed, List<StaffedRoom> rooms, List<Available> people, List<Assignment> drawn) {
        var slots = rooms.stream().collect(Collectors.groupingBy(StaffedRoom::hours));
        slots.forEach((hours, there) -> {
            int needed = there.stream().mapToInt(StaffedRoom::required).sum();
            assertThat(drawn.stream().filter(one -> one.hours().equals(hours)))
                    .as("seed %d", seed)
                    .hasSize(Math.min(needed, people.size()));
        });
    }

    /** Among those who do not teach the subject, and among those who do. */
    private static void assertIsFair(long seed, List<Available> people, List<Assignment> drawn) {
        var loads = drawn.stream().collect(Collectors.groupingBy(Assignment::invigilator, Collectors.counting()));
        var byKind = people.stream()
                .collect(Collectors.groupingBy(
                        Available::teaches,
                        Collectors.mapping(one -> loads.getOrDefault(one.id(), 0L), Collectors.toList())));
        byKind.values()
                .forEach(counts -> assertThat(Collections.max(counts) - Collections.min(counts))
                        .as("seed %d: %s", seed, counts)
                        .isLessThanOrEqualTo(1));
    }

    private static List<StaffedRoom> anyRooms(Random random) {
        var rooms = new ArrayList<StaffedRoom>();
        for (var hours : List.of(MORNING, AFTERNOON)) {
            int count = random.nextInt(4);
            for (int number = 1; number <= count; number++) {
                rooms.add(room(hours.equals(MORNING) ? 1 : 2, number, hours, 1 + random.nextInt(90)));
            }
        }
        Collections.shuffle(rooms, random);
        return rooms;
    }

    private static List<Available> people(int others, int teachers) {
        var people = new ArrayList<Available>();
        for (int i = 0; i < others + teachers; i++) {
            var number = String.format(Locale.ROOT, "JKC%08d", i);
            people.add(new Available(UUID.randomUUID(), number, i >= others, 0, List.<Window>of()));
        }
        return people;
    }

    private static List<Integer> perRoom(List<StaffedRoom> rooms, List<Assignment> drawn) {
        var counts = new HashMap<>(drawn.stream()
                .map(Assignment::opening)
                .collect(Collectors.toMap(Function.identity(), opening -> 1, Integer::sum)));
        return rooms.stream()
                .map(room -> counts.getOrDefault(room.opening().id(), 0))
                .toList();
    }
}
