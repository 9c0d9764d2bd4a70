package org.onex.center.site;

import java.time.Instant;
import java.util.UUID;
import org.onex.center.catalog.QualificationName;

/** A line of the list of sites, without people. */
record SiteSummary(
        UUID id,
        ExamSite.State state,
        Instant since,
        SiteView.CollegeView college,
        QualificationName qualification,
        String name,
        int rooms,
        int machines) {}
