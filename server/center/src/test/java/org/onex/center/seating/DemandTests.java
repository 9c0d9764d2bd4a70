package org.onex.center.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.seating.Crowd.SHOP;
import static org.onex.center.seating.SeatingDesk.HOME;
import static org.onex.center.seating.SeatingDesk.SPRING;
import static org.onex.center.seating.SeatingDesk.WEEKEND;
import static org.onex.center.seating.SeatingDesk.beginners;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.onex.center.catalog.Level;
import org.onex.center.registration.RegistrationDirectory.SiteCount;

class DemandTests {

    private static final List<Slot> DAY = Slot.of(SPRING);
    private static final List<Slot> TWO_DAYS = Slot.of(WEEKEND);

    private static Demand spread(List<Slot> slots, Level level, int people) {
        return Demand.spread(List.of(new SiteCount(Crowd.id("x"), SHOP, level, people)), slots);
    }

    private static RoomOpening open(int slot, int seats) {
        return new RoomOpening(Crowd.id("o" + slot), slot, 1, Crowd.id("r"), "机房", seats, 6);
    }

    @Test
    void eachLevelNeedsItsSeatsInItsOwnSlot() {
        var demand = spread(DAY, Level.INTERMEDIATE, 7);
        assertThat(demand.of(DAY.get(0))).isEqualTo(7);
        assertThat(demand.of(DAY.get(1))).isZero();
    }

    @Test
    void seatsMustBeAsManyInEverySlotAndNotInAllTogether() {
        var demand = spread(TWO_DAYS, Level.ELEMENTARY, 31);
        assertThat(demand.isMetBy(List.of(open(1, 16), open(2, 15)), TWO_DAYS)).isTrue();
        assertThat(demand.isMetBy(List.of(open(1, 15), open(2, 16)), TWO_DAYS)).isFalse();
        assertThat(demand.isMetBy(List.of(open(1, 31)), TWO_DAYS)).isFalse();
        assertThat(demand.isMetBy(List.of(), TWO_DAYS)).isFalse();
    }

    @Test
    void theOddPersonSitsTheSessionThatIsPrintedFirstNotTheEarliest() {
        var slots = Slot.of(Crowd.plan(Crowd.offered(
                SHOP,
                Level.ELEMENTARY,
                Crowd.on(Crowd.SUNDAY, "09:00", "11:00"),
                Crowd.on(Crowd.SATURDAY, "14:00", "16:00"))));
        var people = beginners(HOME, 7);
        var choice = SessionChoice.of(people, slots, Map.of(), Map.of());
        assertThat(spread(slots, Level.ELEMENTARY, 7).of(slots.getLast())).isEqualTo(4);
        assertThat(spread(slots, Level.ELEMENTARY, 7)).isEqualTo(Demand.chosen(people, choice, slots));
    }

    @Test
    void whoeverHasNoHourLeftKeepsAnySeatsFromBeingEnough() {
        var demand = new Demand(Map.of(), 1);
        assertThat(demand.isMetBy(List.of(), DAY)).isFalse();
    }

    /** What is shown before the deadline must be what the choice of sessions comes to, as long as people have nothing else. */
    @Test
    void spreadingNumbersComesToTheSameAsChoosingForPeople() {
        var seed = 20240518L;
        var random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            var people = beginners(HOME, random.nextInt(1, 60));
            var choice = SessionChoice.of(people, TWO_DAYS, Map.of(), Map.of());
            assertThat(Demand.chosen(people, choice, TWO_DAYS))
                    .as("seed %d, %d people", seed, people.size())
                    .isEqualTo(spread(TWO_DAYS, Level.ELEMENTARY, people.size()));
        }
    }
}
