package org.onex.center.candidate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.job.JobView;
import org.onex.center.sheet.SheetReading;

/**
 * A roster that was sent, as its college sees it.
 *
 * @param job     the background work that reads or enters it, or did last
 * @param reading what was read of the file; absent until it has been
 */
record ImportView(
        UUID id,
        String fileName,
        RosterImport.State state,
        String by,
        Instant since,
        RosterImport.RowCounts counts,
        @Nullable SheetReading reading,
        @Nullable JobView job) {

    static ImportView of(RosterImport rosterImport, @Nullable JobView job) {
        return new ImportView(
                rosterImport.id(),
                rosterImport.fileName(),
                rosterImport.state(),
                rosterImport.by(),
                rosterImport.since(),
                rosterImport.counts(),
                rosterImport.reading(),
                job);
    }
}
