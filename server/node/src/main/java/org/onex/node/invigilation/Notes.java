package org.onex.node.invigilation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What invigilators do or write down, each under an identity of its own, so that the same one again is not a second one. */
interface Notes<T> {

    /** What was noted under this identity. */
    Optional<T> find(UUID id);

    void add(UUID id, UUID bundle, T note, Instant now);
}
