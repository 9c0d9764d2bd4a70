package org.onex.center.result;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the results of a plan are. To a college its own people are counted, and only once the results are public.
 *
 * @param late      whether they are not approved though the printed days of publicity have begun
 * @param drawing   the job that draws it up now
 * @param people    registered; null while nobody may know, as the other numbers
 * @param absent    entries, as void and lost
 * @param problems  what is neither a score nor anything else yet
 * @param printed   what the notice says
 * @param opens     set when two have approved it
 */
record SheetView(
        SheetPlan plan,
        State state,
        boolean stale,
        boolean late,
        @Nullable DrawingJob drawing,
        @Nullable OffsetDateTime drawnAt,
        int version,
        @Nullable String digest,
        @Nullable Integer people,
        @Nullable Integer passed,
        @Nullable Integer failed,
        @Nullable Integer absent,
        @Nullable Integer voided,
        @Nullable Integer lost,
        @Nullable Integer problems,
        List<SheetApproval> approvals,
        @Nullable PublicityDays printed,
        @Nullable OffsetDateTime opens,
        @Nullable OffsetDateTime closes,
        SheetReviews reviews) {

    SheetView {
        approvals = List.copyOf(approvals);
    }

    /** How far it is. */
    enum State {
        /** Not drawn up, or being drawn up. */
        NONE,
        DRAWN,
        HALF_APPROVED,
        /** By two; not public yet. */
        APPROVED,
        /** Public; some of it may wait for a review still. */
        PUBLICITY,
        /** Everything is final. */
        FINISHED
    }

    record SheetPlan(String code, String name) {}

    record DrawingJob(UUID job) {}

    record SheetApproval(String name, String login, OffsetDateTime at) {}

    record PublicityDays(LocalDate from, LocalDate to) {}

    record SheetReviews(int open, int decided) {}
}
