package org.onex.node.sitting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a candidate's device must show or know; it comes with every beat until the device confirms it.
 *
 * @param text         for a message
 * @param extraMinutes for an extension
 */
record Instruction(
        UUID id, Kind kind, @Nullable String text, @Nullable Integer extraMinutes) {

    enum Kind {
        MESSAGE,
        EXTENDED
    }
}
