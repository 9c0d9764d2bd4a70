package org.onex.center.job;

/** Ends a run in between: somebody cancelled the job, or the product stops and the job goes on at the next start. */
public final class JobStopped extends RuntimeException {

    private final boolean isCancelled;

    JobStopped(boolean isCancelled) {
        super(isCancelled ? "cancelled" : "the product is stopping");
        this.isCancelled = isCancelled;
    }

    boolean isCancelled() {
        return isCancelled;
    }
}
