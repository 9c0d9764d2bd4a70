package org.onex.center.job;

/** How far a job is. */
public enum JobState {
    /** Nobody works on it yet, or it goes on after a restart. */
    WAITING,
    RUNNING,
    DONE,
    /** It was refused, or it broke; the code says which. */
    FAILED,
    CANCELLED;

    /** Whether nothing will change any more. */
    public boolean isEnded() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
