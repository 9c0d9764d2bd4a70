package org.onex.center.printing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A print as people see it.
 *
 * @param site        null for the tickets of a college's own people
 * @param at          when it was asked for, and by whose name
 * @param job         by which its progress is asked for
 * @param stale       whether its seats, or invigilators whom it names, have changed since: it should not be handed out any more
 * @param files       those that are drawn already
 * @param unprintable names that are not on paper as they are written
 */
record PrintView(
        UUID id,
        PrintPlan plan,
        @Nullable PrintSite site,
        List<PrintKind> kinds,
        State state,
        OffsetDateTime at,
        String by,
        UUID job,
        boolean stale,
        List<PrintFile> files,
        List<Unprintable> unprintable) {

    /** How far it is. */
    enum State {
        WAITING,
        READY,
        /** Its job broke, was refused or cancelled; it is asked for again. */
        FAILED
    }

    /** A plan by its code. */
    record PrintPlan(String code, String name) {}

    /** A site by its id. */
    record PrintSite(UUID id, String name) {}
}
