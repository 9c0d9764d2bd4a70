package org.onex.center.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.sheet.SheetReading;

/**
 * A spreadsheet that a college sent (批量导入): read, looked at, and only then entered.
 *
 * @param kind    of which {@link IntakeKind} it is
 * @param job     the background work that reads or enters it now, or did last
 * @param counts  how many rows are what
 * @param reading what was read of the file; absent until it has been
 */
record Intake(
        UUID id,
        String kind,
        String college,
        UUID file,
        String fileName,
        IntakeState state,
        UUID job,
        String by,
        Instant since,
        IntakeCounts counts,
        @Nullable SheetReading reading) {

    static String kindOf(IntakeKind kind) {
        return kind.module() + "." + kind.noun();
    }

    boolean isOwnedBy(Actor actor) {
        return college.equals(actor.organization().code());
    }

    /**
     * Begins to enter the rows, or goes on after that ended halfway.
     *
     * @param isJobRunning whether its background work has not ended
     * @throws IntakeRefused if it has not been read, or is being entered, or has been
     */
    Intake entering(UUID enteringJob, boolean isJobRunning) {
        if (state != IntakeState.READ && (state != IntakeState.ENTERING || isJobRunning)) {
            throw IntakeRefused.state(state);
        }
        return with(IntakeState.ENTERING, enteringJob, counts, reading);
    }

    Intake failed() {
        return with(IntakeState.FAILED, job, IntakeCounts.NONE, null);
    }

    Intake read(IntakeCounts counted, SheetReading whatWasRead) {
        return with(IntakeState.READ, job, counted, whatWasRead);
    }

    Intake entered(IntakeCounts counted) {
        return with(IntakeState.ENTERED, job, counted, reading);
    }

    void requireRead() {
        if (state == IntakeState.READING || state == IntakeState.FAILED) {
            throw IntakeRefused.state(state);
        }
    }

    private Intake with(IntakeState next, UUID work, IntakeCounts counted, @Nullable SheetReading whatWasRead) {
        return new Intake(id, kind, college, file, fileName, next, work, by, since, counted, whatWasRead);
    }
}
