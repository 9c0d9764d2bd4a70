package org.onex.center.seating;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;

/**
 * A site's rooms and seats for a plan, without people.
 *
 * @param version    what the next change must name
 * @param frozen     whether registration is final
 * @param closesAt   the first moment at which registration is closed
 * @param arrangedAt when everybody got a seat; null before, as are by whom, the seed and the fairness
 * @param fairness   how good the seats are
 */
record SiteSeatingView(
        SeatedPlan plan,
        VenueView site,
        SeatedCollege college,
        int version,
        Arrangement.State state,
        boolean frozen,
        OffsetDateTime closesAt,
        @Nullable OffsetDateTime arrangedAt,
        @Nullable String arrangedBy,
        @Nullable Long seed,
        List<SlotView> slots,
        List<MachineRoomView> rooms,
        List<RoomOpeningView> openings,
        @Nullable Fairness fairness) {

    record SeatedPlan(String code, String name) {}

    record SeatedSite(UUID id, String name) {}

    record SeatedCollege(String code, String name) {}

    record VenueView(UUID id, String name, String address) {}

    /**
     * @param people   who will sit then
     * @param seats    opened
     * @param machines that work, in all rooms of the site
     * @param problem  code of what keeps people from being seated; null if nothing does
     * @param proposal in which rooms they would sit; empty if all rooms together are too small
     */
    record SlotView(
            int number,
            OffsetDateTime opens,
            OffsetDateTime closes,
            List<SlotSession> sessions,
            int people,
            int seats,
            int machines,
            @Nullable String problem,
            List<RoomProposal> proposal) {}

    /**
     * @param session which alternative of the offering, from 1
     * @param people  who will sit it; null as long as it is not known which of the alternatives they get
     */
    record SlotSession(
            QualificationName qualification,
            Level level,
            int session,
            OffsetDateTime opens,
            OffsetDateTime closes,
            List<SlotSubjects> subjects,
            @Nullable Integer people) {}

    /**
     * @param minutes how long each subject lasts, where the notice says so
     */
    record SlotSubjects(
            List<Subject> subjects,
            OffsetDateTime opens,
            OffsetDateTime closes,
            @Nullable Integer minutes) {}

    record RoomProposal(UUID room, int seats) {}

    record MachineRoomView(UUID id, String name, String building, int machines, int spareMachines) {}

    /**
     * @param number  考场号
     * @param columns seats in a row
     * @param taken   how many of the seats somebody has got
     */
    record RoomOpeningView(UUID id, int slot, UUID room, int number, String name, int seats, int columns, int taken) {}

    /**
     * How good the seats are.
     *
     * @param pairs               of neighbours, left and right, front and back
     * @param sameClassNeighbours of them from the same class of the same college
     * @param rooms               that are open, each once per slot
     * @param collegeRooms        in how many rooms each college is, added up
     */
    record Fairness(int pairs, int sameClassNeighbours, int rooms, int collegeRooms) {}

    /**
     * A line of the list of sites that have people of a plan.
     *
     * @param people   registered; final once registration is frozen
     * @param seats    opened in all slots
     * @param openings how many
     * @param blocked  registration is frozen, but the seats are not as many as the people, so nobody can be seated
     * @param deadline the first moment at which registration is closed
     */
    record SiteSeatingSummary(
            SeatedPlan plan,
            SeatedSite site,
            SeatedCollege college,
            Arrangement.State state,
            int people,
            int seats,
            int openings,
            boolean blocked,
            @Nullable OffsetDateTime arrangedAt,
            OffsetDateTime deadline,
            boolean frozen) {}
}
