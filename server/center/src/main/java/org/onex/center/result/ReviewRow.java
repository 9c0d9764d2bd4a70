package org.onex.center.result;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;

/**
 * A review as people see it.
 *
 * @param before       what was public when it was asked for
 * @param after        what is proposed, or was decided, instead; null if nothing is
 * @param passedBefore whether the registration had passed
 * @param passedAfter  whether it has with what is proposed or was decided; null if nothing is
 * @param finding      null while nobody has said anything
 * @param decidedBy    who upheld or confirmed, or withdrew it
 */
record ReviewRow(
        ReviewKey key,
        UUID registration,
        SheetView.SheetPlan plan,
        ResultRow.ResultCollege college,
        String name,
        String ticket,
        QualificationName qualification,
        Level level,
        Subject subject,
        String reason,
        String askedBy,
        OffsetDateTime askedAt,
        ReviewState state,
        ReviewEntry before,
        @Nullable ReviewEntry after,
        boolean passedBefore,
        @Nullable Boolean passedAfter,
        @Nullable String finding,
        @Nullable String proposedBy,
        @Nullable OffsetDateTime proposedAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        int version) {

    record ReviewKey(UUID candidate, UUID id) {}

    record ReviewEntry(Entry.Status status, @Nullable Integer score) {}
}
