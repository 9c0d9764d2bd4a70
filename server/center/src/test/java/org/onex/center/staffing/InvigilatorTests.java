package org.onex.center.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.staffing.StaffingFixtures.BETWEEN;
import static org.onex.center.staffing.StaffingFixtures.BODY;
import static org.onex.center.staffing.StaffingFixtures.COLLEGE;
import static org.onex.center.staffing.StaffingFixtures.MONDAY;
import static org.onex.center.staffing.StaffingFixtures.NUMBER;
import static org.onex.center.staffing.StaffingFixtures.OPERATOR;
import static org.onex.center.staffing.StaffingFixtures.OTHER_BODY;
import static org.onex.center.staffing.StaffingFixtures.OTHER_COLLEGE;
import static org.onex.center.staffing.StaffingFixtures.approved;
import static org.onex.center.staffing.StaffingFixtures.pending;
import static org.onex.center.staffing.StaffingFixtures.retired;
import static org.onex.center.staffing.StaffingFixtures.returned;
import static org.onex.center.staffing.StaffingFixtures.teacher;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.contract.kernel.WorkingCalendar;

/** From a college's application to an invigilator's retirement. */
class InvigilatorTests {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.statutory();
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);

    @Test
    void hasNoNumberBeforeTheBodyApproves() {
        assertThat(pending().number()).isNull();
        assertThat(returned().number()).isNull();
        assertThat(approved().number()).isEqualTo(NUMBER);
        assertThat(retired().number()).as("what was given stays").isEqualTo(NUMBER);
    }

    @Test
    void onlyWhoIsApprovedMayBeAssigned() {
        assertThat(List.of(pending(), returned(), retired())).noneMatch(Invigilator::isApproved);
        assertThat(approved().isApproved()).isTrue();
    }

    @Test
    void concernsOnlyTheCollegeAndTheBody() {
        for (var actor : List.of(COLLEGE, BODY)) {
            assertThat(pending().isVisibleTo(actor)).isTrue();
        }
        for (var actor : List.of(OTHER_COLLEGE, OTHER_BODY, OPERATOR)) {
            assertThat(approved().isVisibleTo(actor)).isFalse();
        }
    }

    @Test
    void theBodyDecidesAndTheCollegeDoesNot() {
        for (var actor : List.of(COLLEGE, OTHER_BODY)) {
            assertRefused("not-yours", () -> pending().approved(1, NUMBER, actor, MONDAY));
            assertRefused("not-yours", () -> pending().returned(1, "不行", actor, MONDAY));
        }
        assertRefused("not-yours", () -> pending().revised(teacher(2), 1, BODY, MONDAY));
        assertRefused("not-yours", () -> approved().retired(2, "调离", OTHER_COLLEGE, MONDAY));
    }

    @Test
    void isDecidedOnlyWhileItWaits() {
        for (var decided : List.of(returned(), approved(), retired())) {
            assertRefused("wrong-state", () -> decided.approved(decided.version(), NUMBER, BODY, MONDAY));
            assertRefused("wrong-state", () -> decided.returned(decided.version(), "不行", BODY, MONDAY));
        }
    }

    @Test
    void anApplicationIsCorrectedUntilItIsApproved() {
        for (var open : List.of(pending(), returned())) {
            var revised = open.revised(teacher(2), open.version(), COLLEGE, TUESDAY);
            assertThat(revised.state()).isEqualTo(Invigilator.State.PENDING);
            assertThat(revised.particulars()).isEqualTo(teacher(2));
            assertThat(revised.opinion()).isNull();
        }
        assertRefused("wrong-state", () -> approved().revised(teacher(2), 2, COLLEGE, TUESDAY));
        assertRefused("wrong-state", () -> retired().revised(teacher(2), 3, COLLEGE, TUESDAY));
    }

    @Test
    void correctingDoesNotGiveTheBodyMoreTimeUnlessItHadReturnedIt() {
        assertThat(pending().revised(teacher(2), 1, COLLEGE, TUESDAY).since()).isEqualTo(MONDAY);
        assertThat(returned().revised(teacher(2), 2, COLLEGE, TUESDAY).since()).isEqualTo(TUESDAY);
    }

    @Test
    void anOldVersionIsRefused() {
        assertRefused("changed", () -> pending().approved(2, NUMBER, BODY, MONDAY));
        assertRefused("changed", () -> returned().revised(teacher(2), 1, COLLEGE, MONDAY));
        assertRefused("changed", () -> approved().retired(1, "调离", BODY, MONDAY));
    }

    @Test
    void whoReturnsOrRetiresSaysWhy() {
        assertRefused("opinion-missing", () -> pending().returned(1, "  ", BODY, MONDAY));
        assertRefused("reason-missing", () -> approved().retired(2, "", BODY, MONDAY));
        assertRefused("invalid", () -> pending().returned(1, "长".repeat(501), BODY, MONDAY));
        assertThat(retired().opinion()).isEqualTo("调离");
    }

    @Test
    void nobodyRetiresTwice() {
        assertRefused("wrong-state", () -> retired().retired(3, "再次", BODY, MONDAY));
    }

    @ParameterizedTest(name = "applied {0}, decided by {1}")
    @CsvSource({
        "2024-04-22T09:00:00+08:00, 2024-04-24",
        "2024-04-22T23:59:59+08:00, 2024-04-24",
        // The Sunday before 五一 is worked; 1 to 5 May are not.
        "2024-04-26T09:00:00+08:00, 2024-04-29",
        "2024-04-30T09:00:00+08:00, 2024-05-07",
        "2024-05-04T09:00:00+08:00, 2024-05-07"
    })
    void theBodyHasTwoStatutoryWorkingDays(String applied, String due) {
        var waiting =
                Invigilator.applied(UUID.randomUUID(), UUID.randomUUID(), BETWEEN, teacher(1), Instant.parse(applied));
        assertThat(waiting.dueBy(CALENDAR)).contains(LocalDate.parse(due));
    }

    @Test
    void isOverdueFromTheEndOfTheSecondDayOn() {
        var lastMoment = Instant.parse("2024-04-24T23:59:59.999999+08:00");
        assertThat(pending().isOverdue(CALENDAR, lastMoment)).isFalse();
        assertThat(pending().isOverdue(CALENDAR, Instant.parse("2024-04-25T00:00:00+08:00")))
                .isTrue();
    }

    @Test
    void nothingIsDueOnceItIsDecided() {
        for (var decided : List.of(returned(), approved(), retired())) {
            assertThat(decided.dueBy(CALENDAR)).isEmpty();
            assertThat(decided.isOverdue(CALENDAR, MONDAY.plusSeconds(864_000))).isFalse();
        }
    }

    @Test
    void aYearWithoutAnAnnouncedCalendarHasNoDueDayAndHidesNobody() {
        var later = Instant.parse("2090-01-02T01:00:00Z");
        var waiting = Invigilator.applied(UUID.randomUUID(), UUID.randomUUID(), BETWEEN, teacher(1), later);
        assertThat(waiting.dueBy(CALENDAR)).isEmpty();
        assertThat(waiting.isOverdue(CALENDAR, later)).isFalse();
    }

    @Test
    void aKeyBelongsToOneApplication() {
        var once = pending();
        once.requireStillSays(BETWEEN, teacher(1));
        assertRefused("key-reused", () -> once.requireStillSays(BETWEEN, teacher(2)));
        assertRefused(
                "key-reused", () -> once.requireStillSays(new Invigilator.Between("90001", "990000003"), teacher(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKC1234567", "JKC123456789", "12345678", "jkc12345678", "JKC1234567x", "JKC97860211"})
    void aNumberIsJkcAndEightDigitsAndNotOneOfAMockExam(String other) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new InvigilatorNumber(other));
    }

    static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(StaffingRefused.class)
                .isThrownBy(act)
                .satisfies(e -> assertThat(e.code()).isEqualTo("staffing." + code));
    }
}
