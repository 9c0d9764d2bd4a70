package org.onex.center.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.job.JobView;
import org.onex.center.sheet.SheetReading;

/**
 * A spreadsheet that was sent, as its college sees it.
 *
 * @param job     the background work that reads or enters it, or did last
 * @param reading what was read of the file; absent until it has been
 */
public record IntakeView(
        UUID id,
        String fileName,
        IntakeState state,
        String by,
        Instant since,
        IntakeCounts counts,
        @Nullable SheetReading reading,
        @Nullable JobView job) {

    static IntakeView of(Intake intake, @Nullable JobView job) {
        return new IntakeView(
                intake.id(),
                intake.fileName(),
                intake.state(),
                intake.by(),
                intake.since(),
                intake.counts(),
                intake.reading(),
                job);
    }
}
