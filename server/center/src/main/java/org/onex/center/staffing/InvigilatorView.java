package org.onex.center.staffing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invigilator as the college and the body see them.
 *
 * @param version what an edit or a decision must name
 * @param number  JKC and eight digits; null until approved
 * @param since   when they came into their state
 * @param dueBy   the last day on which the body should decide; null if nothing waits
 * @param phone   masked; it is disclosed to who says why
 * @param opinion why they were returned or retired
 */
record InvigilatorView(
        UUID id,
        int version,
        @Nullable String number,
        Invigilator.State state,
        OffsetDateTime since,
        @Nullable LocalDate dueBy,
        boolean overdue,
        StaffingParty college,
        StaffingParty awardingBody,
        String name,
        String phone,
        String region,
        String teaches,
        boolean teachesQualification,
        String certificate,
        String certificateNumber,
        String issuer,
        @Nullable String opinion) {

    /** A college, an awarding body or a plan by its name. */
    record StaffingParty(String code, String name) {}
}
