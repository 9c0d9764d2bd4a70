package org.onex.center.site;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.QualificationName;

/**
 * A site as somebody sees it.
 *
 * @param version what an edit or a decision must name
 * @param since   when it came into its state
 * @param manager who answers for it; null for whoever may not see people
 * @param opinion why it was returned or suspended
 */
record SiteView(
        UUID id,
        int version,
        ExamSite.State state,
        Instant since,
        CollegeView college,
        QualificationName qualification,
        String awardingBody,
        String name,
        String address,
        @Nullable SiteManager manager,
        List<Room> rooms,
        @Nullable String opinion,
        List<SiteWarning> warnings) {

    /** Whose site it is. */
    record CollegeView(String code, String name, String province) {}
}
