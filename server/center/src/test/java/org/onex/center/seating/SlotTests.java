package org.onex.center.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.seating.Crowd.MEDIA;
import static org.onex.center.seating.Crowd.SATURDAY;
import static org.onex.center.seating.Crowd.SHOP;
import static org.onex.center.seating.Crowd.SUNDAY;
import static org.onex.center.seating.Crowd.offered;
import static org.onex.center.seating.Crowd.on;
import static org.onex.center.seating.Crowd.plan;

import org.junit.jupiter.api.Test;
import org.onex.center.catalog.Level;

class SlotTests {

    @Test
    void sessionsThatDoNotOverlapAreSlotsInOrderOfTime() {
        // 003, first plan: 初级 is printed first and sits in the afternoon.
        var slots = Slot.of(plan(
                offered(SHOP, Level.ELEMENTARY, on(SATURDAY, "14:00", "17:45")),
                offered(SHOP, Level.INTERMEDIATE, on(SATURDAY, "08:30", "11:45"))));
        assertThat(slots).extracting(Slot::number).containsExactly(1, 2);
        assertThat(slots)
                .extracting(slot -> slot.sessions().getFirst().level())
                .containsExactly(Level.INTERMEDIATE, Level.ELEMENTARY);
    }

    @Test
    void sessionsThatOverlapShareASlot() {
        // 003, third plan: 高级 begins at 13:30.
        var slots = Slot.of(plan(
                offered(SHOP, Level.ELEMENTARY, on(SATURDAY, "14:00", "17:45")),
                offered(SHOP, Level.ADVANCED, on(SATURDAY, "13:30", "17:45"))));
        assertThat(slots).hasSize(1);
        assertThat(slots.getFirst().window()).isEqualTo(on(SATURDAY, "13:30", "17:45"));
        assertThat(slots.getFirst().sessions()).hasSize(2);
    }

    @Test
    void sessionsThatHangTogetherThroughALongOneShareASlot() {
        var slots = Slot.of(plan(
                offered(SHOP, Level.ELEMENTARY, on(SATURDAY, "08:00", "10:00")),
                offered(SHOP, Level.INTERMEDIATE, on(SATURDAY, "10:00", "12:00")),
                offered(SHOP, Level.ADVANCED, on(SATURDAY, "08:30", "11:00"))));
        assertThat(slots).hasSize(1);
        assertThat(slots.getFirst().window()).isEqualTo(on(SATURDAY, "08:00", "12:00"));
    }

    @Test
    void sessionsThatOnlyTouchAreTwoSlots() {
        var slots = Slot.of(plan(
                offered(SHOP, Level.ELEMENTARY, on(SATURDAY, "08:00", "10:00")),
                offered(SHOP, Level.INTERMEDIATE, on(SATURDAY, "10:00", "12:00"))));
        assertThat(slots).hasSize(2);
    }

    @Test
    void alternativesOfTwoQualificationsShareTheSlotsOfTheirDays() {
        // 002: an afternoon and the next morning, for both certificates.
        var afternoon = on(SATURDAY, "14:00", "17:00");
        var morning = on(SUNDAY, "09:00", "12:00");
        var slots = Slot.of(plan(
                offered(SHOP, Level.ELEMENTARY, afternoon, morning),
                offered(MEDIA, Level.ELEMENTARY, afternoon, morning)));
        assertThat(slots).extracting(Slot::window).containsExactly(afternoon, morning);
        assertThat(slots.get(1).sessions())
                .allSatisfy(session -> assertThat(session.number()).isEqualTo(2));
        assertThat(slots.get(1).sessions())
                .extracting(session -> session.qualification().code())
                .containsExactly(SHOP, MEDIA);
    }
}
