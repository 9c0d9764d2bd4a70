package org.onex.center.job;

import org.onex.center.organization.Actor;

/** One run of a job, as its work sees it. */
public interface JobRun {

    /** The key of what is worked on. */
    String subject();

    /** Who started it; what it does it does in their name. */
    Actor actor();

    /**
     * Says how far it is. Called between two pieces of work and outside of a transaction, several times a second.
     *
     * @throws JobStopped if somebody cancelled it or the product is stopping; let it pass
     */
    void progress(long done, long total);
}
