package org.onex.center.intake;

import org.onex.center.audit.AuditTrail;
import org.onex.center.file.FileStore;
import org.onex.center.job.JobWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the background work of a kind; whoever declares a kind declares the two as beans. */
@Component
public class IntakeWork {

    private final Intakes intakes;
    private final IntakeRows rows;
    private final FileStore files;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;

    IntakeWork(Intakes intakes, IntakeRows rows, FileStore files, TransactionTemplate transaction, AuditTrail trail) {
        this.intakes = intakes;
        this.rows = rows;
        this.files = files;
        this.transaction = transaction;
        this.trail = trail;
    }

    /** Reads a file and judges its rows: {@code <module>.read-<noun>}. */
    public JobWork reading(IntakeKind kind) {
        return new ReadSheet(kind, intakes, rows, files, transaction);
    }

    /** Enters the rows that can be: {@code <module>.enter-<noun>}. */
    public JobWork entering(IntakeKind kind) {
        return new EnterRows(kind, intakes, rows, transaction, trail);
    }
}
