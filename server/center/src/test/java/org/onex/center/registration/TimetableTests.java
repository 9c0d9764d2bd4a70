package org.onex.center.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.registration.RegistrationFixtures.COLLEGE;
import static org.onex.center.registration.RegistrationFixtures.EXAM_DAY;
import static org.onex.center.registration.RegistrationFixtures.SHOP;
import static org.onex.center.registration.RegistrationFixtures.on;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onex.center.catalog.Level;
import org.onex.contract.kernel.Window;

class TimetableTests {

    private static final Commitment AFTERNOON = sitting("P1", Level.ELEMENTARY, on(EXAM_DAY, "14:00", "17:45"));

    @Test
    void hasRoomForWhatBeginsWhenTheOtherEnds() {
        var morning = sitting("P1", Level.INTERMEDIATE, on(EXAM_DAY, "10:00", "14:00"));
        assertThat(new Timetable(List.of(morning)).clashWith(AFTERNOON)).isEmpty();
    }

    @Test
    void has003sAdvancedAndElementaryInEachOthersWay() {
        var advanced = sitting("P3", Level.ADVANCED, on(EXAM_DAY, "13:30", "17:15"));
        assertThat(new Timetable(List.of(AFTERNOON)).clashWith(advanced)).contains(AFTERNOON);
        assertThat(new Timetable(List.of(advanced)).clashWith(AFTERNOON)).contains(advanced);
    }

    @Test
    void leavesTheChoiceOfADayTo002sSeating() {
        var first = on(EXAM_DAY, "13:30", "16:30");
        var second = on(EXAM_DAY.plusDays(1), "08:30", "11:30");
        var eitherDay = sitting("A1", Level.ELEMENTARY, first, second);
        var alsoEitherDay = sitting("A1", Level.INTERMEDIATE, first, second);
        var third = sitting("A2", Level.ELEMENTARY, first, second);
        assertThat(new Timetable(List.of(eitherDay)).clashWith(alsoEitherDay)).isEmpty();
        assertThat(new Timetable(List.of(eitherDay, alsoEitherDay)).clashWith(third))
                .as("three people's days into two")
                .contains(eitherDay);
    }

    @Test
    void makesRoomByMovingWhatCanBeMoved() {
        var either = sitting("A1", Level.ELEMENTARY, on(EXAM_DAY, "14:00", "15:00"), on(EXAM_DAY, "18:00", "19:00"));
        assertThat(new Timetable(List.of(either)).clashWith(AFTERNOON)).isEmpty();
    }

    @Test
    void agreesWithTryingEverything() {
        for (long seed = 1; seed <= 300; seed++) {
            var random = new Random(seed);
            var held = new ArrayList<Commitment>();
            for (int i = 0; i < 6; i++) {
                var wanted = anySitting(random, i);
                var hasRoom = new Timetable(held).clashWith(wanted).isEmpty();
                var all = new ArrayList<>(held);
                all.add(wanted);
                assertThat(hasRoom).as("seed %d, %s", seed, all).isEqualTo(someChoiceWorks(all));
                if (hasRoom) {
                    held = all;
                }
            }
        }
    }

    @Test
    @Timeout(10)
    void doesNotTryEverythingForExamsThatHaveNothingToDoWithEachOther() {
        var held = IntStream.range(0, 60)
                .mapToObj(week -> sitting(
                        "W" + week,
                        Level.ELEMENTARY,
                        on(EXAM_DAY.plusWeeks(week + 1), "09:00", "10:00"),
                        on(EXAM_DAY.plusWeeks(week + 1), "14:00", "15:00")))
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        held.add(AFTERNOON);
        var advanced = sitting("P3", Level.ADVANCED, on(EXAM_DAY, "13:30", "17:15"));
        assertThat(new Timetable(held).clashWith(advanced)).contains(AFTERNOON);
    }

    @Test
    @Timeout(10)
    void givesUpOnWhoeverHasFarTooMuchOnOneDay() {
        var slots = IntStream.range(0, 14)
                .mapToObj(n -> on(EXAM_DAY, "%02d:00".formatted(8 + n), "%02d:30".formatted(8 + n)))
                .toArray(Window[]::new);
        var held = IntStream.range(0, 14)
                .mapToObj(n -> sitting("X" + n, Level.ELEMENTARY, slots))
                .toList();
        assertThat(new Timetable(held).clashWith(sitting("X14", Level.ELEMENTARY, slots)))
                .isPresent();
    }

    @Test
    void namesTheHourThatIsInTheWay() {
        var either = sitting("A1", Level.ELEMENTARY, on(EXAM_DAY, "08:00", "09:00"), on(EXAM_DAY, "14:30", "15:30"));
        assertThat(either.hoursInTheWayOf(AFTERNOON)).isEqualTo(on(EXAM_DAY, "14:30", "15:30"));
    }

    private static Commitment sitting(String plan, Level level, Window... sessions) {
        return new Commitment(new OfferingKey(plan, SHOP, level), COLLEGE, Arrays.asList(sessions));
    }

    private static Commitment anySitting(Random random, int n) {
        var sessions = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> {
                    var opens = 8 + random.nextInt(8);
                    return on(EXAM_DAY, "%02d:00".formatted(opens), "%02d:30".formatted(opens + random.nextInt(3)));
                })
                .toArray(Window[]::new);
        return sitting("R" + n, Level.ELEMENTARY, sessions);
    }

    /** Counts through all choices of one session each. */
    private static boolean someChoiceWorks(List<Commitment> all) {
        var choices = all.stream().mapToInt(one -> one.sessions().size()).reduce(1, (a, b) -> a * b);
        return IntStream.range(0, choices).anyMatch(choice -> {
            var chosen = new ArrayList<Window>();
            var rest = choice;
            for (var one : all) {
                chosen.add(one.sessions().get(rest % one.sessions().size()));
                rest /= one.sessions().size();
            }
            return IntStream.range(0, chosen.size())
                    .allMatch(i ->
                            IntStream.range(0, i).noneMatch(j -> chosen.get(i).overlaps(chosen.get(j))));
        });
    }
}
