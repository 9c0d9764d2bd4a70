package org.onex.center.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.seating.Crowd.MEDIA;
import static org.onex.center.seating.Crowd.SATURDAY;
import static org.onex.center.seating.Crowd.SHOP;
import static org.onex.center.seating.Crowd.SUNDAY;
import static org.onex.center.seating.Crowd.offered;
import static org.onex.center.seating.Crowd.on;
import static org.onex.center.seating.Crowd.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.center.catalog.Level;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationDirectory.Engagement;
import org.onex.center.registration.RegistrationKey;
import org.onex.contract.kernel.Window;

class SessionChoiceTests {

    private static final Window AFTERNOON = on(SATURDAY, "14:00", "17:00");
    private static final Window MORNING = on(SUNDAY, "09:00", "12:00");
    private static final List<Slot> TWO_DAYS = Slot.of(plan(
            offered(SHOP, Level.ELEMENTARY, AFTERNOON, MORNING), offered(MEDIA, Level.ELEMENTARY, AFTERNOON, MORNING)));

    @Test
    void whoeverIsFreeIsSpreadEvenly() {
        var people = Crowd.classOf("90001", "电商1班", 7);
        var choice = SessionChoice.of(people, TWO_DAYS, free(people), Map.of());
        assertThat(choice.impossible()).isEmpty();
        assertThat(sizes(choice)).isEqualTo(Map.of(1, 4L, 2, 3L));
    }

    @Test
    void onePersonsTwoCertificatesAreOnTwoDays() {
        var shop = Crowd.registered("张三", "90001", "电商1班", SHOP, Level.ELEMENTARY);
        var media = Crowd.registered("张三", "90001", "电商1班", MEDIA, Level.ELEMENTARY);
        var choice = SessionChoice.of(
                List.of(shop, media),
                TWO_DAYS,
                Map.of(shop.key().candidate(), List.of(engagement(shop), engagement(media))),
                Map.of());
        assertThat(choice.sessions().values()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void whatWasGivenElsewhereIsNotTouched() {
        var here = Crowd.registered("张三", "90001", "电商1班", SHOP, Level.ELEMENTARY);
        var there = Crowd.registered("张三", "90001", "电商1班", MEDIA, Level.INTERMEDIATE);
        var choice = SessionChoice.of(
                List.of(here),
                TWO_DAYS,
                Map.of(
                        here.key().candidate(),
                        List.of(
                                engagement(here),
                                engagement(there, on(SATURDAY, "16:00", "18:00"), on(SUNDAY, "14:00", "16:00")))),
                Map.of(there.key(), 1));
        assertThat(choice.sessions()).isEqualTo(Map.of(here.key(), 2));
    }

    @Test
    void anotherExaminationWithoutAChoiceIsLeftItsHour() {
        var here = Crowd.registered("张三", "90001", "电商1班", SHOP, Level.ELEMENTARY);
        var there = Crowd.registered("张三", "90001", "电商1班", MEDIA, Level.INTERMEDIATE);
        var choice = SessionChoice.of(
                List.of(here),
                TWO_DAYS,
                Map.of(here.key().candidate(), List.of(engagement(here), engagement(there, AFTERNOON))),
                Map.of());
        assertThat(choice.sessions()).as("nobody has seated the other one yet").isEqualTo(Map.of(here.key(), 2));
    }

    @Test
    void whoeverHasNoHourLeftIsNamed() {
        var here = Crowd.registered("张三", "90001", "电商1班", SHOP, Level.ELEMENTARY);
        var there = Crowd.registered("张三", "90001", "电商1班", MEDIA, Level.INTERMEDIATE);
        var choice = SessionChoice.of(
                List.of(here),
                TWO_DAYS,
                Map.of(
                        here.key().candidate(),
                        List.of(engagement(here), engagement(there, new Window(AFTERNOON.opens(), MORNING.closes())))),
                Map.of());
        assertThat(choice.impossible()).containsExactly(here);
        assertThat(choice.sessions()).isEmpty();
    }

    @Test
    void whatIsImpossibleElsewhereDoesNotKeepAnybodyFromAnHourThatIsFree() {
        var here = Crowd.registered("张三", "90001", "电商1班", SHOP, Level.ELEMENTARY);
        var there = Crowd.registered("张三", "90001", "电商1班", MEDIA, Level.INTERMEDIATE);
        var atOnce = Crowd.registered("张三", "90001", "电商1班", MEDIA, Level.ADVANCED);
        var weeksLater = on(SUNDAY.plusWeeks(3), "09:00", "12:00");
        var choice = SessionChoice.of(
                List.of(here),
                TWO_DAYS,
                Map.of(
                        here.key().candidate(),
                        List.of(engagement(here), engagement(there, weeksLater), engagement(atOnce, weeksLater))),
                Map.of());
        assertThat(choice.sessions()).containsOnlyKeys(here.key());
    }

    @Test
    void whatIsInTheWayOfWhatIsInTheWayCounts() {
        var here = Crowd.registered("张三", "90001", "电商1班", SHOP, Level.ELEMENTARY);
        var pushed = Crowd.registered("张三", "90001", "电商1班", MEDIA, Level.INTERMEDIATE);
        var firm = Crowd.registered("张三", "90001", "电商1班", MEDIA, Level.ADVANCED);
        var later = on(SUNDAY.plusWeeks(3), "09:00", "12:00");
        var choice = SessionChoice.of(
                List.of(here),
                TWO_DAYS,
                Map.of(
                        here.key().candidate(),
                        List.of(engagement(here), engagement(pushed, AFTERNOON, later), engagement(firm, later))),
                Map.of());
        assertThat(choice.sessions()).isEqualTo(Map.of(here.key(), 2));
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoeverHasFarTooMuchOnOneDayIsNotTriedForEver() {
        var here = Crowd.registered("张三", "90001", "电商1班", SHOP, Level.ELEMENTARY);
        var halfHours = IntStream.range(0, 20)
                .mapToObj(n -> AFTERNOON.opens().plus(Duration.ofMinutes(30L * n)))
                .map(opens -> new Window(opens, opens.plus(Duration.ofMinutes(30))))
                .toArray(Window[]::new);
        var own = IntStream.range(0, 15)
                .mapToObj(n -> Crowd.registered("张三", "90001", "电商1班", "X" + n, Level.ELEMENTARY))
                .map(other -> engagement(other, halfHours))
                .collect(Collectors.toCollection(ArrayList::new));
        own.add(engagement(here));
        var choice = SessionChoice.of(List.of(here), TWO_DAYS, Map.of(here.key().candidate(), own), Map.of());
        assertThat(choice.sessions())
                .as("fourteen half hours are left for fifteen")
                .isEqualTo(Map.of(here.key(), 2));
    }

    @Test
    void givingSeatsAnewForgetsTheOldSession() {
        var people = Crowd.classOf("90001", "电商1班", 2);
        var before = Map.of(people.get(0).key(), 2, people.get(1).key(), 2);
        var choice = SessionChoice.of(people, TWO_DAYS, free(people), before);
        assertThat(sizes(choice)).isEqualTo(Map.of(1, 1L, 2, 1L));
    }

    /** Whoever can be seated at all is, and never in two places at one hour. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void busyPeopleAreNeverInTwoPlaces(long seed) {
        var random = new Random(seed);
        var people = new ArrayList<Registered>();
        var engagements = new HashMap<UUID, List<Engagement>>();
        for (int i = 0; i < 60; i++) {
            var shop = Crowd.registered("考生" + i, "90001", "电商" + i % 3 + "班", SHOP, Level.ELEMENTARY);
            var own = new ArrayList<>(List.of(engagement(shop)));
            people.add(shop);
            if (random.nextInt(3) == 0) {
                var media = Crowd.registered("考生" + i, "90001", "电商" + i % 3 + "班", MEDIA, Level.ELEMENTARY);
                people.add(media);
                own.add(engagement(media));
            } else if (random.nextInt(3) == 0) {
                var other = Crowd.registered("考生" + i, "90001", "电商" + i % 3 + "班", MEDIA, Level.ADVANCED);
                own.add(engagement(other, random.nextBoolean() ? AFTERNOON : MORNING));
            }
            engagements.put(shop.key().candidate(), own);
        }
        var choice = SessionChoice.of(people, TWO_DAYS, engagements, Map.of());
        assertThat(choice.impossible()).as("seed %d", seed).isEmpty();
        engagements.values().forEach(own -> {
            var hours = own.stream()
                    .map(one -> one.sessions().get(choice.sessions().getOrDefault(one.registration(), 1) - 1))
                    .toList();
            assertThat(hours).as("seed %d", seed).doesNotHaveDuplicates();
        });
        var shares = people.stream()
                .filter(who -> who.qualification().equals(SHOP))
                .collect(
                        Collectors.partitioningBy(who -> choice.sessions().get(who.key()) == 1, Collectors.counting()));
        assertThat(Math.abs(shares.get(true) - shares.get(false)))
                .as("seed %d: %s", seed, shares)
                .isLessThanOrEqualTo(1);
    }

    private static Map<Integer, Long> sizes(SessionChoice choice) {
        return choice.sessions().values().stream()
                .collect(Collectors.groupingBy(session -> session, Collectors.counting()));
    }

    private static Map<UUID, List<Engagement>> free(List<Registered> people) {
        return people.stream().collect(Collectors.toMap(who -> who.key().candidate(), who -> List.of(engagement(who))));
    }

    private static Engagement engagement(Registered who) {
        return engagement(who, AFTERNOON, MORNING);
    }

    private static Engagement engagement(Registered who, Window... sessions) {
        RegistrationKey key = who.key();
        return new Engagement(key, "plan", who.qualification(), who.level(), List.of(sessions));
    }
}
