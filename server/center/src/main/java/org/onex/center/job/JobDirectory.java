package org.onex.center.job;

import java.util.Optional;
import java.util.UUID;

/** What other modules may ask about background work. */
public interface JobDirectory {

    Optional<JobView> job(UUID id);
}
