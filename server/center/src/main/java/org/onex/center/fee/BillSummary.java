package org.onex.center.fee;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of bills. Amounts are in yuan, "1234.00".
 *
 * @param complete whether registration is frozen, so that the bill does not change any more
 * @param unpriced whether a level on it has no price yet
 * @param due      the last day on which money may arrive, where the notice says so
 */
record BillSummary(
        UUID id,
        String number,
        BillView.BilledPlan plan,
        BillView.BilledCollege college,
        boolean complete,
        int people,
        String total,
        String paid,
        String owed,
        Balance.State state,
        boolean unpriced,
        @Nullable LocalDate due) {}
