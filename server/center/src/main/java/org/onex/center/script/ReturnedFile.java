package org.onex.center.script;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sealed file on the list of an exam server (回传文件).
 *
 * @param script   whose script it is; null for the record
 * @param revision the newest in it; of the record its number
 * @param have     up to which byte it is here
 * @param reason   why it cannot be taken; null unless it was refused
 */
record ReturnedFile(
        Sender sender,
        String sha256,
        @Nullable UUID script,
        int revision,
        long bytes,
        boolean listed,
        long have,
        State state,
        @Nullable Refusal reason) {

    /** How far it is. */
    enum State {
        WANTED,
        /** Arrived and proven. */
        TAKEN,
        REFUSED
    }

    /** Whether it is what was announced before under the same name. */
    boolean isSameAs(Listed other) {
        return Objects.equals(script, other.script()) && revision == other.revision() && bytes == other.bytes();
    }

    /**
     * As a list names it.
     *
     * @param script   null for the record
     * @param revision of the record its number
     */
    record Listed(@Nullable UUID script, int revision, String sha256, long bytes) {}
}
