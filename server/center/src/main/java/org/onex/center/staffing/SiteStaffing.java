package org.onex.center.staffing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after the rooms of a site for a plan, and how many are missing.
 *
 * @param version      what a change must name
 * @param arranged     whether seats were given; there are no rooms before that
 * @param rooms        by slot and number
 * @param pinsIssuedAt when PINs were given out last
 */
record SiteStaffing(
        InvigilatorView.StaffingParty plan,
        StaffingSite site,
        InvigilatorView.StaffingParty college,
        int version,
        boolean arranged,
        List<StaffingRoom> rooms,
        @Nullable OffsetDateTime pinsIssuedAt) {

    /** The site by its name. */
    record StaffingSite(UUID id, String name) {}

    /**
     * A room opening with who looks after it.
     *
     * @param people   how many sit there
     * @param required how many invigilators it needs; likewise how many are missing
     */
    record StaffingRoom(
            StaffingOpening opening, int people, int required, List<RoomInvigilator> invigilators, int missing) {}

    /** A room in one slot. */
    record StaffingOpening(UUID id, int slot, int number, String name, OffsetDateTime opens, OffsetDateTime closes) {}

    /**
     * Somebody in a room.
     *
     * @param teachesQualification whether they teach the subject, which is better avoided
     * @param hasPin               whether they were assigned when PINs were given out last
     */
    record RoomInvigilator(
            UUID id,
            String number,
            String name,
            InvigilatorView.StaffingParty college,
            boolean teachesQualification,
            boolean hasPin) {}
}
