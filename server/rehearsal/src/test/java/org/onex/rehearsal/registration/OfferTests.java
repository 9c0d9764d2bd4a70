package org.onex.rehearsal.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OfferTests {

    private static final Offer MORNING = Printed.offer("INTERMEDIATE", Printed.MORNING);
    private static final Offer AFTERNOON = Printed.offer("ELEMENTARY", Printed.AFTERNOON);
    private static final Offer EITHER = Printed.offer("ADVANCED", Printed.MORNING, Printed.AFTERNOON);

    @Test
    void morningAndAfternoonCanBothBeSat() {
        assertThat(MORNING.excludes(AFTERNOON)).isFalse();
    }

    @Test
    void theSameHoursExclude() {
        assertThat(AFTERNOON.excludes(Printed.offer("ADVANCED", Printed.AFTERNOON)))
                .isTrue();
    }

    @Test
    void whatBeginsWhenTheOtherEndsDoesNotExclude() {
        var next = Printed.offer("ADVANCED", "2024-05-18T11:45:00+08:00/2024-05-18T14:00:00+08:00");

        assertThat(next.excludes(MORNING)).isFalse();
        assertThat(next.excludes(AFTERNOON)).isFalse();
    }

    @Test
    void twoThatFitEachAreTooManyForOneThatHasAChoice() {
        assertThat(Offer.leaveRoom(List.of(EITHER, MORNING))).isTrue();
        assertThat(Offer.leaveRoom(List.of(EITHER, AFTERNOON))).isTrue();
        assertThat(Offer.leaveRoom(List.of(EITHER, MORNING, AFTERNOON))).isFalse();
    }

    @Test
    void everySubjectCountsOnceHoweverManySittingsThereAre() {
        assertThat(EITHER.subjects()).containsExactlyInAnyOrder("THEORY", "PRACTICAL");
        assertThat(EITHER.printedLevel()).isEqualTo("高级");
    }
}
