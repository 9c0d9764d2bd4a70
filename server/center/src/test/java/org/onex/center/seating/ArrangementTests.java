package org.onex.center.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.onex.center.seating.SeatingDesk.AFTER_DEADLINE;
import static org.onex.center.seating.SeatingDesk.BODY;
import static org.onex.center.seating.SeatingDesk.COLLEGE;
import static org.onex.center.seating.SeatingDesk.DEADLINE;
import static org.onex.center.seating.SeatingDesk.EXAM;
import static org.onex.center.seating.SeatingDesk.HERE;
import static org.onex.center.seating.SeatingDesk.HOME;
import static org.onex.center.seating.SeatingDesk.NEIGHBOURS;
import static org.onex.center.seating.SeatingDesk.OTHER_BODY;
import static org.onex.center.seating.SeatingDesk.assertRefused;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.onex.contract.kernel.Window;

class ArrangementTests {

    private static final Arrangement.Rooms TWO_ROOMS = new Arrangement.Rooms(2, 90, true);

    private final Arrangement begun = Arrangement.begun(
            HERE,
            new Arrangement.Names("统考", "考点一", HOME, "hongke"),
            new Arrangement.Calendar(DEADLINE, new Window(EXAM, EXAM.plusSeconds(36_000))));

    private final Arrangement ready = begun.frozen(90, TWO_ROOMS, DEADLINE);

    private final Arrangement arranged = ready.arranged(
            new Arrangement.Seated(AFTER_DEADLINE, "王老师", 1, AFTER_DEADLINE, new SeatPlan.Quality(10, 1, 2)));

    @Test
    void isSeenByThePlansBodyAndTheSitesCollegeOnly() {
        assertThat(begun.isVisibleTo(BODY)).isTrue();
        assertThat(begun.isVisibleTo(COLLEGE)).isTrue();
        assertThat(begun.isVisibleTo(OTHER_BODY)).isFalse();
        assertThat(begun.isVisibleTo(NEIGHBOURS)).isFalse();
    }

    @Test
    void goesFromRegisteringToArrangedAndBack() {
        assertThat(begun.state()).isEqualTo(Arrangement.State.REGISTERING);
        assertThat(begun.opened(TWO_ROOMS).state()).isEqualTo(Arrangement.State.REGISTERING);
        assertThat(begun.frozen(90, Arrangement.Rooms.NONE, DEADLINE).state()).isEqualTo(Arrangement.State.TO_OPEN);
        assertThat(ready.state()).isEqualTo(Arrangement.State.READY);
        assertThat(arranged.state()).isEqualTo(Arrangement.State.ARRANGED);
        assertThat(arranged.withdrawn(2, BODY, AFTER_DEADLINE).state()).isEqualTo(Arrangement.State.READY);
    }

    @Test
    void whatIsFrozenIsNotFrozenAgainWithOtherPeople() {
        assertThat(ready.frozen(91, Arrangement.Rooms.NONE, AFTER_DEADLINE)).isEqualTo(ready);
    }

    @Test
    void everyChangeOfRoomsOrSeatsIsANewVersionAndTheFreezeIsNone() {
        assertThat(ready.version()).isEqualTo(begun.version());
        assertThat(ready.opened(TWO_ROOMS).version()).isEqualTo(2);
        assertThat(arranged.version()).isEqualTo(2);
        assertThat(arranged.reseated(new SeatPlan.Quality(10, 2, 2), AFTER_DEADLINE)
                        .version())
                .isEqualTo(3);
        assertThat(arranged.withdrawn(2, BODY, AFTER_DEADLINE).version()).isEqualTo(3);
    }

    @Test
    void nobodyIsSeatedBeforeTheFreezeOrWhereNobodyIsOrWithoutRooms() {
        assertRefused(
                "not-frozen",
                Map.of("closesAt", "2024-04-30T00:00+08:00", "lastDay", "2024-04-29"),
                () -> begun.opened(TWO_ROOMS).requireArrangeable(2, BODY, AFTER_DEADLINE));
        assertRefused(
                "nobody",
                () -> begun.frozen(0, Arrangement.Rooms.NONE, DEADLINE).requireArrangeable(1, BODY, AFTER_DEADLINE));
        assertRefused(
                "no-openings",
                () -> begun.frozen(90, Arrangement.Rooms.NONE, DEADLINE).requireArrangeable(1, BODY, AFTER_DEADLINE));
        assertThatNoException().isThrownBy(() -> ready.requireArrangeable(1, BODY, EXAM.minusNanos(1)));
    }

    @Test
    void aReasonIsSaidAndNotTooLong() {
        assertThat(Arrangement.reasonOf(" 停电 ")).isEqualTo("停电");
        assertRefused("reason-missing", () -> Arrangement.reasonOf(" "));
        assertThat(Arrangement.reasonOf("x".repeat(500))).hasSize(500);
        assertRefused("invalid", Map.of("field", "reason"), () -> Arrangement.reasonOf("x".repeat(501)));
    }

    @Nested
    class FromTheFirstHourOfTheExam {

        private final Map<String, String> began = Map.of("began", "2024-05-18 08:30");

        @Test
        void nothingIsOpenedArrangedOrWithdrawn() {
            assertRefused("begun", began, () -> ready.requireOpenable(1, COLLEGE, EXAM));
            assertRefused("begun", began, () -> ready.requireArrangeable(1, BODY, EXAM));
            assertRefused("begun", began, () -> arranged.withdrawn(2, BODY, EXAM));
        }
    }

    @Nested
    class OnceArranged {

        @Test
        void roomsStayAndNothingIsArrangedAgain() {
            assertRefused("arranged", () -> arranged.requireOpenable(2, COLLEGE, AFTER_DEADLINE));
            assertRefused("arranged", () -> arranged.requireArrangeable(2, BODY, AFTER_DEADLINE));
        }

        @Test
        void onlyTheBodyTakesSeatsBack() {
            assertRefused("not-yours", () -> arranged.withdrawn(2, COLLEGE, AFTER_DEADLINE));
            assertRefused("changed", () -> arranged.withdrawn(1, BODY, AFTER_DEADLINE));
            assertRefused("not-arranged", () -> ready.withdrawn(1, BODY, AFTER_DEADLINE));
        }
    }
}
