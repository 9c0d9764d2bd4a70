package org.onex.center.job;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What other modules may ask about background work. */
public interface JobDirectory {

    Optional<JobView> job(UUID id);

    /** Likewise of each of these, by id; those that nobody knows any more are missing. */
    Map<UUID, JobView> jobs(Collection<UUID> ids);
}
