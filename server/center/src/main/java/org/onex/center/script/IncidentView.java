package org.onex.center.script;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.contract.bundle.RecordFile;

/**
 * What invigilators wrote down about a candidate (考场异常情况).
 *
 * @param statement of the candidate; may be empty
 * @param number    of the invigilator
 * @param second    of the second one, where two were needed
 */
record IncidentView(
        UUID id,
        UUID script,
        IncidentSite site,
        Level level,
        Subject subject,
        RecordFile.IncidentKind kind,
        String facts,
        String statement,
        String number,
        @Nullable String second,
        OffsetDateTime at) {

    record IncidentSite(UUID id, String name) {}
}
