package org.onex.center.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.contract.kernel.Window;
import org.onex.contract.kernel.WorkingCalendar;

/**
 * Somebody whom a college wants to supervise rooms for an awarding body (监考员), from the application (监考申报) on; what they are assigned
 * to belongs to plans.
 *
 * @param version counts changes, so that two people do not overwrite each other
 * @param number  JKC and eight digits (人员编号); null until approved
 * @param since   when they came into their state
 * @param request key that the page of whoever entered them made
 * @param opinion why they were returned or retired; null otherwise
 */
record Invigilator(
        UUID id,
        int version,
        @Nullable InvigilatorNumber number,
        State state,
        Instant since,
        UUID request,
        Between between,
        Particulars particulars,
        @Nullable String opinion) {

    private static final int LONGEST_OPINION = 500;
    private static final int WORKING_DAYS_TO_DECIDE = 2;

    /** How far an invigilator has come. */
    enum State {
        /** 待审核: waits for the awarding body. */
        PENDING,
        /** 退回: sent back with an opinion. */
        RETURNED,
        /** 已认证: may be assigned. */
        APPROVED,
        /** 停用: is assigned no more. */
        RETIRED
    }

    /** Whose invigilator it is and who decides: code of the college and of the awarding body. */
    record Between(String college, String awardingBody) {

        boolean concerns(Actor actor) {
            return isOf(actor) || isDecidedBy(actor);
        }

        boolean isOf(Actor actor) {
            return actor.actsFor(OrganizationKind.COLLEGE, college);
        }

        boolean isDecidedBy(Actor actor) {
            return actor.actsFor(OrganizationKind.AWARDING_BODY, awardingBody);
        }
    }

    /** Somebody is named to the body and waits for its decision. */
    static Invigilator applied(UUID id, UUID request, Between between, Particulars particulars, Instant now) {
        return new Invigilator(id, 1, null, State.PENDING, now, request, between, particulars, null);
    }

    /** An application is between the college and the body; nobody else sees it. */
    boolean isVisibleTo(Actor actor) {
        return between.concerns(actor);
    }

    boolean isApproved() {
        return state == State.APPROVED;
    }

    /** Corrects the application; one that was returned waits for the body again. */
    Invigilator revised(Particulars other, int expectedVersion, Actor actor, Instant now) {
        require(between.isOf(actor));
        requireVersion(expectedVersion);
        if (state != State.PENDING && state != State.RETURNED) {
            throw wrongState();
        }
        return new Invigilator(
                id,
                version + 1,
                number,
                State.PENDING,
                state == State.PENDING ? since : now,
                request,
                between,
                other,
                null);
    }

    /** Accepts them under a number of their own. */
    Invigilator approved(int expectedVersion, InvigilatorNumber given, Actor actor, Instant now) {
        requireDecidable(expectedVersion, actor);
        return in(State.APPROVED, given, null, now);
    }

    /** Sends the application back to the college, saying what is wrong. */
    Invigilator returned(int expectedVersion, String why, Actor actor, Instant now) {
        requireDecidable(expectedVersion, actor);
        return in(State.RETURNED, number, said(why, StaffingRefused.Code.OPINION_MISSING, "opinion"), now);
    }

    /** Takes them out of service, saying why; the college does this too when somebody leaves. */
    Invigilator retired(int expectedVersion, String why, Actor actor, Instant now) {
        require(between.concerns(actor));
        requireVersion(expectedVersion);
        if (state == State.RETIRED) {
            throw wrongState();
        }
        return in(State.RETIRED, number, said(why, StaffingRefused.Code.REASON_MISSING, "reason"), now);
    }

    /**
     * The last day on which the body should decide (两个工作日内, 004 §五); none if nothing waits, or if the calendar of that year has not
     * been announced.
     */
    Optional<LocalDate> dueBy(WorkingCalendar calendar) {
        if (state != State.PENDING) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    calendar.workingDaysAfter(LocalDate.ofInstant(since, Window.BEIJING), WORKING_DAYS_TO_DECIDE));
        } catch (WorkingCalendar.YearUnknown e) {
            return Optional.empty();
        }
    }

    /** Whether the body has had its days and has not decided. */
    boolean isOverdue(WorkingCalendar calendar, Instant now) {
        return dueBy(calendar).map(day -> !now.isBefore(Window.endOf(day))).orElse(false);
    }

    /**
     * The same request came again.
     *
     * @throws StaffingRefused if it says something else now
     */
    void requireStillSays(Between again, Particulars said) {
        if (!between.equals(again) || !particulars.equals(said)) {
            throw StaffingRefused.of(StaffingRefused.Code.KEY_REUSED);
        }
    }

    /**
     * @throws StaffingRefused unless that actor may decide on this version now
     */
    void requireDecidable(int expectedVersion, Actor actor) {
        require(between.isDecidedBy(actor));
        requireVersion(expectedVersion);
        if (state != State.PENDING) {
            throw wrongState();
        }
    }

    private Invigilator in(State next, @Nullable InvigilatorNumber numbered, @Nullable String why, Instant now) {
        return new Invigilator(id, version + 1, numbered, next, now, request, between, particulars, why);
    }

    private void requireVersion(int expected) {
        if (version != expected) {
            throw StaffingRefused.of(StaffingRefused.Code.CHANGED);
        }
    }

    private StaffingRefused wrongState() {
        return StaffingRefused.of(StaffingRefused.Code.WRONG_STATE, "state", state.name());
    }

    private static void require(boolean theirs) {
        if (!theirs) {
            throw StaffingRefused.of(StaffingRefused.Code.NOT_YOURS);
        }
    }

    private static String said(String why, StaffingRefused.Code missing, String field) {
        if (why.isBlank()) {
            throw StaffingRefused.of(missing);
        }
        StaffingRefused.require(why.length() <= LONGEST_OPINION, field);
        return why.strip();
    }
}
