package org.onex.center.job;

/** Ends a run in between: nobody wants the job any more, or it goes on at another time or place. */
public final class JobStopped extends RuntimeException {

    /** Why. */
    enum Reason {
        CANCELLED,
        /** The product is stopping; the job goes on at the next start. */
        STOPPING,
        /** This worker was taken for dead, and another one has the job now. */
        SUPERSEDED
    }

    private final Reason reason;

    JobStopped(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** Whether the job will not go on by itself. */
    public boolean isCancelled() {
        return reason == Reason.CANCELLED;
    }
}
