package org.onex.center.result;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.contract.bundle.RecordFile;

/**
 * What invigilators wrote down about somebody, with their name, for whoever rules on it.
 *
 * @param statement of the candidate; may be empty
 * @param ruling    the newest
 */
record IncidentRow(
        UUID incident,
        UUID script,
        ResultRow.ResultSite site,
        ResultRow.ResultCollege college,
        String name,
        String ticket,
        Level level,
        Subject subject,
        RecordFile.IncidentKind kind,
        String facts,
        String statement,
        OffsetDateTime at,
        @Nullable IncidentRuling ruling) {

    record IncidentRuling(Finding finding, String reason, String by, OffsetDateTime at) {}
}
