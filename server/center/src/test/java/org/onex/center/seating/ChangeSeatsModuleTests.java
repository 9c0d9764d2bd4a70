package org.onex.center.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.seating.SeatingDesk.EXAM;
import static org.onex.center.seating.SeatingDesk.HERE;
import static org.onex.center.seating.SeatingDesk.HOME;
import static org.onex.center.seating.SeatingDesk.SITE;
import static org.onex.center.seating.SeatingDesk.SPRING;
import static org.onex.center.seating.SeatingDesk.assertRefused;
import static org.onex.center.seating.SeatingDesk.beginners;
import static org.onex.center.seating.SeatingDesk.wanted;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onex.center.CenterTest;
import org.onex.center.catalog.Level;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Seats are taken back or swapped after they were given, with a reason, until the exam begins. */
@CenterTest
@Import(SeatingDesk.class)
@Timeout(120)
class ChangeSeatsModuleTests {

    @Autowired
    private ObjectProvider<SeatingDesk> desks;

    private SeatingDesk desk;

    @BeforeEach
    void setUp() {
        desk = desks.getObject();
        desk.setUp();
    }

    @Test
    void whoeverTakesSeatsBackSaysWhyAndTheRoomsStayOpen() {
        desk.ninetyInTwoRooms();
        assertRefused("not-arranged", () -> desk.withdraw(HERE, "机房停电"));
        desk.arrange(HERE, 1);
        assertRefused("reason-missing", () -> desk.withdraw(HERE, " "));
        assertThat(desk.count("seat")).isEqualTo(90);
        var before = desk.version(HERE);
        desk.withdraw(HERE, "机房停电");
        assertThat(desk.state(HERE)).isEqualTo(Arrangement.State.READY);
        assertThat(desk.version(HERE)).isEqualTo(before + 1);
        assertThat(desk.count("seat") + desk.count("given_session")).isZero();
        assertThat(desk.openings.of(HERE)).hasSize(2);
        assertThat(desk.directory.arranged(HERE.plan(), HERE.site())).isEmpty();
        assertThat(desk.published).contains(new SeatsWithdrawn(HERE.plan(), HERE.site()));
        assertThat(desk.lastFacts("seating.withdraw-seats")).contains("机房停电").contains("\"people\":90");
    }

    @Test
    void twoPeopleChangePlacesWithTheirTicketsAndThePapersStay() {
        desk.ninetyInTwoRooms();
        desk.arrange(HERE, 1);
        var seats = desk.seats.of(HERE);
        var first = seats.getFirst();
        var second = seats.getLast();
        var before = desk.version(HERE);
        desk.swap(HERE, "行动不便", first, second);
        var after = desk.seats.of(HERE);
        assertThat(after.getFirst()).isEqualTo(first.takenBy(second));
        assertThat(after.getLast()).isEqualTo(second.takenBy(first));
        assertThat(after.getFirst().form()).isEqualTo(first.form());
        assertThat(after.getFirst().ticket()).isEqualTo(second.ticket());
        assertThat(after.subList(1, 89)).isEqualTo(seats.subList(1, 89));
        assertThat(desk.version(HERE)).isEqualTo(before + 1);
        assertThat(desk.lastFacts("seating.swap-seats"))
                .contains("行动不便")
                .contains(first.ticket())
                .contains(second.ticket())
                .doesNotContain(first.name());
    }

    @Test
    void howGoodTheSeatsAreIsCountedAnewAfterASwap() {
        desk.ninetyInTwoRooms();
        desk.arrange(HERE, 1);
        var before = quality();
        var seats = desk.seats.of(HERE);
        // Two of different classes far apart: whoever comes sits beside others of their class.
        var first =
                seats.stream().filter(seat -> seat.number() == 8).findFirst().orElseThrow();
        var second = seats.stream()
                .filter(seat -> seat.number() == 20 && !seat.className().equals(first.className()))
                .findFirst()
                .or(() -> seats.stream()
                        .filter(seat -> seat.number() == 21 && !seat.className().equals(first.className()))
                        .findFirst())
                .orElseThrow();
        desk.swap(HERE, "试一试", first, second);
        assertThat(quality().sameClass()).isGreaterThan(before.sameClass());
        assertThat(quality().pairs()).isEqualTo(before.pairs());
    }

    private SeatPlan.Quality quality() {
        var seated = desk.arrangements.find(HERE).orElseThrow().seated();
        assertThat(seated).isNotNull();
        return seated.quality();
    }

    @Test
    void nobodyIsSwappedIntoAnotherSlotOrWithNobody() {
        var people = new ArrayList<>(beginners(HOME, 2));
        people.add(Crowd.registered("中级", HOME, "三班", Crowd.SHOP, Level.INTERMEDIATE));
        desk.register(HERE, people);
        desk.freeze(SPRING.code());
        desk.open(HERE, wanted(1, SITE, 0, 1), wanted(2, SITE, 0, 2));
        desk.arrange(HERE, 1);
        var seats = desk.seats.of(HERE);
        assertRefused("other-slot", () -> desk.swap(HERE, "x", seats.get(0), seats.get(1)));
        var first = new ChangeSeats.SeatReference(seats.get(1).opening(), 1);
        var nobody = new ChangeSeats.SeatReference(seats.get(1).opening(), 3);
        assertRefused(
                "seat-unknown",
                Map.of("opening", nobody.opening().toString(), "seat", 3),
                () -> desk.swap(HERE, "x", first, nobody));
        assertRefused("invalid", Map.of("field", "second"), () -> desk.swap(HERE, "x", first, first));
        assertRefused("reason-missing", () -> desk.swap(HERE, "", seats.get(1), seats.get(2)));
    }

    @Test
    void onceTheExamHasBegunSeatsStayButTheAfternoonMayStillBeSwapped() {
        desk.ninetyInTwoRooms();
        desk.arrange(HERE, 1);
        var seats = desk.seats.of(HERE);
        desk.time.set(EXAM);
        var began = Map.of("began", "2024-05-18 08:30");
        assertRefused("begun", began, () -> desk.withdraw(HERE, "太晚"));
        desk.swap(HERE, "行动不便", seats.get(0), seats.get(1));
        desk.time.set(SPRING.offerings().getLast().spans().getFirst().opens());
        assertRefused(
                "begun", Map.of("began", "2024-05-18 14:00"), () -> desk.swap(HERE, "太晚", seats.get(0), seats.get(1)));
    }
}
