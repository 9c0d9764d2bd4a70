package org.onex.center.seating;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.contract.kernel.Window;

/**
 * The seating of a site for a plan (编排), from the first person who is registered there until everybody has a seat. Its rooms are opened
 * by the site's college as soon as it likes; seats are given by the plan's awarding body once it is final who comes (004 §四).
 *
 * @param version  counts changes of rooms and seats
 * @param calendar the hours that decide what may still be done
 * @param people   how many are registered; final once registration is frozen, and 0 before
 * @param rooms    what is opened
 * @param seated   null as long as nobody has a seat
 */
record Arrangement(
        PlanSite where,
        int version,
        Names names,
        Calendar calendar,
        @Nullable Instant frozenAt,
        int people,
        Rooms rooms,
        @Nullable Seated seated) {

    private static final int LONGEST_REASON = 500;

    /** How far it has come. */
    enum State {
        /** 报考中: who comes may still change. */
        REGISTERING,
        /** 待设考场: there are not as many seats as people in every slot. */
        TO_OPEN,
        /** 待编排. */
        READY,
        /** 已编排: everybody has a seat. */
        ARRANGED
    }

    /**
     * What the plan and the site are called, and whose they are.
     *
     * @param college     code of the college whose site it is
     * @param awardingBody code of the body whose plan it is
     */
    record Names(String plan, String site, String college, String awardingBody) {}

    /**
     * @param closesAt registration is open before this moment
     * @param exam     from the beginning of the first slot to the end of the last
     */
    record Calendar(Instant closesAt, Window exam) {}

    /**
     * The rooms that are open.
     *
     * @param openings how many
     * @param seats    in all of them
     * @param balanced whether there are as many seats as people in every slot
     */
    record Rooms(int openings, int seats, boolean balanced) {

        static final Rooms NONE = new Rooms(0, 0, false);

        static Rooms of(Collection<RoomOpening> openings, boolean balanced) {
            return new Rooms(
                    openings.size(),
                    openings.stream().mapToInt(RoomOpening::seats).sum(),
                    balanced);
        }
    }

    /**
     * That seats were given.
     *
     * @param by      the name of whoever did it
     * @param changed when a seat was last given or changed
     */
    record Seated(Instant at, String by, long seed, Instant changed, SeatPlan.Quality quality) {}

    /** Begins it, with nobody and no rooms. */
    static Arrangement begun(PlanSite where, Names names, Calendar calendar) {
        return new Arrangement(where, 1, names, calendar, null, 0, Rooms.NONE, null);
    }

    State state() {
        if (seated != null) {
            return State.ARRANGED;
        }
        if (!isFrozen()) {
            return State.REGISTERING;
        }
        return rooms.balanced() ? State.READY : State.TO_OPEN;
    }

    boolean isFrozen() {
        return frozenAt != null;
    }

    /** Rooms and seats are between the body and the site's college; nobody else sees them. */
    boolean isVisibleTo(Actor actor) {
        return isArrangedBy(actor) || isOpenedBy(actor);
    }

    /** From now on it is final who comes; what is final stays. */
    Arrangement frozen(int finalPeople, Rooms open, Instant at) {
        return isFrozen() ? this : new Arrangement(where, version, names, calendar, at, finalPeople, open, null);
    }

    /** Whether its rooms may be opened or closed by this actor at this moment; refuses otherwise. */
    void requireOpenable(int expected, Actor actor, Instant now) {
        if (!isOpenedBy(actor)) {
            throw SeatingRefused.of(SeatingRefused.Code.NOT_YOURS);
        }
        requireNotSeated();
        requireVersion(expected);
        requireNotBegun(now);
    }

    /** With other rooms. */
    Arrangement opened(Rooms others) {
        return new Arrangement(where, version + 1, names, calendar, frozenAt, people, others, null);
    }

    /** Whether seats may be given by this actor at this moment; refuses otherwise, but does not count seats. */
    void requireArrangeable(int expected, Actor actor, Instant now) {
        requireArrangedBy(actor);
        requireNotSeated();
        requireVersion(expected);
        requireNotBegun(now);
        if (!isFrozen()) {
            throw SeatingRefused.of(
                    SeatingRefused.Code.NOT_FROZEN,
                    Map.of("closesAt", Window.inBeijing(calendar.closesAt()).toString(), "lastDay", lastDay()));
        }
        if (people == 0) {
            throw SeatingRefused.of(SeatingRefused.Code.NOBODY);
        }
        if (rooms.openings() == 0) {
            throw SeatingRefused.of(SeatingRefused.Code.NO_OPENINGS);
        }
    }

    /** With everybody seated. */
    Arrangement arranged(Seated given) {
        return new Arrangement(where, version + 1, names, calendar, frozenAt, people, rooms, given);
    }

    /** With the seats taken back; the rooms stay open. */
    Arrangement withdrawn(int expected, Actor actor, Instant now) {
        requireSeated(expected, actor);
        requireNotBegun(now);
        return new Arrangement(where, version + 1, names, calendar, frozenAt, people, rooms, null);
    }

    /** With some people on other seats. */
    Arrangement reseated(SeatPlan.Quality quality, Instant now) {
        if (seated == null) {
            throw SeatingRefused.of(SeatingRefused.Code.NOT_ARRANGED);
        }
        var changed = new Seated(seated.at(), seated.by(), seated.seed(), now, quality);
        return new Arrangement(where, version + 1, names, calendar, frozenAt, people, rooms, changed);
    }

    /** Whether its seats are this actor's to change; refuses otherwise. */
    void requireSeated(int expected, Actor actor) {
        requireArrangedBy(actor);
        if (seated == null) {
            throw SeatingRefused.of(SeatingRefused.Code.NOT_ARRANGED);
        }
        requireVersion(expected);
    }

    /** Why seats are taken back or changed, as it is written down. */
    static String reasonOf(String why) {
        if (why.isBlank()) {
            throw SeatingRefused.of(SeatingRefused.Code.REASON_MISSING);
        }
        SeatingRefused.require(why.length() <= LONGEST_REASON, "reason");
        return why.strip();
    }

    static void requireNotBegun(Instant begins, Instant now) {
        if (!now.isBefore(begins)) {
            throw SeatingRefused.of(SeatingRefused.Code.BEGUN, Map.of("began", SeatingRefused.told(begins)));
        }
    }

    private String lastDay() {
        return LocalDate.ofInstant(calendar.closesAt().minusNanos(1), Window.BEIJING)
                .toString();
    }

    private boolean isOpenedBy(Actor actor) {
        return actor.actsFor(OrganizationKind.COLLEGE, names.college());
    }

    private boolean isArrangedBy(Actor actor) {
        return actor.actsFor(OrganizationKind.AWARDING_BODY, names.awardingBody());
    }

    private void requireArrangedBy(Actor actor) {
        if (!isArrangedBy(actor)) {
            throw SeatingRefused.of(SeatingRefused.Code.NOT_YOURS);
        }
    }

    private void requireNotBegun(Instant now) {
        requireNotBegun(calendar.exam().opens(), now);
    }

    private void requireNotSeated() {
        if (seated != null) {
            throw SeatingRefused.of(SeatingRefused.Code.ARRANGED);
        }
    }

    private void requireVersion(int expected) {
        if (version != expected) {
            throw SeatingRefused.of(SeatingRefused.Code.CHANGED);
        }
    }
}
