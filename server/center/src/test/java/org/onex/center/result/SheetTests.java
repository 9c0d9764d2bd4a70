package org.onex.center.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanOutline;
import org.onex.contract.kernel.Window;

/** Who may approve what, and when it is public. */
class SheetTests {

    private static final Actor FIRST = officer("hongke");
    private static final Actor SECOND = officer("hongke2");
    private static final Instant EARLY = at("2024-05-25T10:00:00");
    private static final Sheet.Publicity PRINTED =
            new Sheet.Publicity(new PlanOutline.Days(LocalDate.of(2024, 5, 29), LocalDate.of(2024, 5, 31)));
    private static final Sheet DRAWN = Sheet.empty("HK-1", "990000004")
            .begun(UUID.randomUUID(), null, EARLY)
            .drawnUp(new Sheet.Drawn(EARLY, "d1", new Sheet.Counts(4, 2, 2, 1, 1, 0, 0)));
    private static final Sheet.Look LOOK = new Sheet.Look(1, "d1");

    private static Actor officer(String login) {
        return new Actor(login, login, new Organization(OrganizationKind.AWARDING_BODY, "990000004", "鸿科经纬"));
    }

    private static Instant at(String beijing) {
        return LocalDateTime.parse(beijing).atZone(Window.BEIJING).toInstant();
    }

    private static Sheet approvedAt(Instant moment) {
        return DRAWN.approved(LOOK, FIRST, PRINTED, EARLY).approved(LOOK, SECOND, PRINTED, moment);
    }

    private static void refused(ResultRefused.Code code, ThrowingCallable attempt) {
        assertThatExceptionOfType(ResultRefused.class)
                .isThrownBy(attempt)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code.code()));
    }

    @Test
    void onePersonAloneMakesNothingPublic() {
        var half = DRAWN.approved(LOOK, FIRST, PRINTED, EARLY);
        assertThat(half.publicity()).isNull();
        assertThat(half.stateAt(EARLY.plus(Duration.ofDays(60)))).isEqualTo(SheetView.State.HALF_APPROVED);
        refused(ResultRefused.Code.SECOND_PERSON, () -> half.approved(LOOK, FIRST, PRINTED, EARLY));
        assertThat(half.approved(LOOK, SECOND, PRINTED, EARLY).isApproved()).isTrue();
    }

    @Test
    void nothingIsApprovedThatWasNotLookedAt() {
        refused(ResultRefused.Code.CHANGED, () -> DRAWN.approved(new Sheet.Look(1, "d2"), FIRST, PRINTED, EARLY));
        refused(ResultRefused.Code.CHANGED, () -> DRAWN.approved(new Sheet.Look(2, "d1"), FIRST, PRINTED, EARLY));
        refused(ResultRefused.Code.STALE, () -> DRAWN.outdated().approved(LOOK, FIRST, PRINTED, EARLY));
        refused(
                ResultRefused.Code.NOT_DRAWN,
                () -> Sheet.empty("HK-1", "990000004").approved(LOOK, FIRST, PRINTED, EARLY));
        refused(ResultRefused.Code.NO_PUBLICITY, () -> DRAWN.approved(LOOK, FIRST, null, EARLY));
        refused(
                ResultRefused.Code.ALREADY_APPROVED,
                () -> approvedAt(EARLY).approved(LOOK, officer("x"), PRINTED, EARLY));
    }

    @Test
    void aProblemKeepsItFromBeingApproved() {
        var unclear = DRAWN.drawnUp(new Sheet.Drawn(EARLY, "d1", new Sheet.Counts(4, 2, 1, 1, 1, 0, 1)));
        refused(ResultRefused.Code.PROBLEMS, () -> unclear.approved(LOOK, FIRST, PRINTED, EARLY));
    }

    @ParameterizedTest
    @CsvSource({
        // long before: as printed
        "2024-05-25T10:00:00, 2024-05-29T00:00:00, 2024-06-01T00:00:00",
        // at the very moment
        "2024-05-29T00:00:00, 2024-05-29T00:00:00, 2024-06-01T00:00:00",
        // a second late: at once, and three whole days after this one
        "2024-05-29T00:00:01, 2024-05-29T00:00:01, 2024-06-02T00:00:00",
        "2024-05-30T23:59:59, 2024-05-30T23:59:59, 2024-06-03T00:00:00",
        // when the printed days are over
        "2024-07-01T12:00:00, 2024-07-01T12:00:00, 2024-07-05T00:00:00"
    })
    void publicityMovesButKeepsItsLength(String approved, String opens, String closes) {
        var window = approvedAt(at(approved)).publicity();
        assertThat(window).isEqualTo(new Window(at(opens), at(closes)));
    }

    @Test
    void opensAndIsOverByTheClockAndIsFinishedByAWord() {
        var sheet = approvedAt(EARLY);
        assertThat(sheet.stateAt(at("2024-05-28T23:59:59"))).isEqualTo(SheetView.State.APPROVED);
        assertThat(sheet.isPublicAt(at("2024-05-28T23:59:59"))).isFalse();
        assertThat(sheet.isOpenAt(at("2024-05-29T00:00:00"))).isTrue();
        assertThat(sheet.isOverAt(at("2024-05-31T23:59:59"))).isFalse();
        assertThat(sheet.isOpenAt(at("2024-06-01T00:00:00"))).isFalse();
        assertThat(sheet.isOverAt(at("2024-06-01T00:00:00"))).isTrue();
        assertThat(sheet.stateAt(at("2024-06-01T00:00:00"))).isEqualTo(SheetView.State.PUBLICITY);
        var over = at("2024-06-01T00:00:01");
        assertThat(sheet.finished(over).stateAt(over)).isEqualTo(SheetView.State.FINISHED);
    }

    @Nested
    class DrawnUpAgain {

        @Test
        void loosesItsApprovalsAndItsWindow() {
            var again = approvedAt(EARLY).begun(UUID.randomUUID(), "有一份答卷补交", EARLY);
            assertThat(again.version()).isEqualTo(2);
            assertThat(again.approvals()).isEmpty();
            assertThat(again.publicity()).isNull();
            assertThat(again.stateAt(EARLY)).isEqualTo(SheetView.State.NONE);
        }

        @Test
        void needsAReasonOnceSomebodyHasApproved() {
            var half = DRAWN.approved(LOOK, FIRST, PRINTED, EARLY);
            for (var reason : new String[] {null, "", " "}) {
                refused(ResultRefused.Code.REASON_MISSING, () -> half.begun(UUID.randomUUID(), reason, EARLY));
            }
            assertThat(DRAWN.begun(UUID.randomUUID(), null, EARLY).version()).isEqualTo(2);
        }

        @Test
        void isRefusedFromTheOpeningOn() {
            var opened = at("2024-05-29T00:00:00");
            refused(ResultRefused.Code.ALREADY_PUBLIC, () -> approvedAt(EARLY).begun(UUID.randomUUID(), "太迟", opened));
        }

        @Test
        void isStaleAtOnceIfSomethingChangedMeanwhile() {
            var again = DRAWN.begun(UUID.randomUUID(), null, EARLY)
                    .outdated()
                    .drawnUp(new Sheet.Drawn(EARLY, "d2", new Sheet.Counts(4, 2, 2, 1, 1, 0, 0)));
            refused(ResultRefused.Code.STALE, () -> again.approved(new Sheet.Look(2, "d2"), FIRST, PRINTED, EARLY));
        }
    }
}
