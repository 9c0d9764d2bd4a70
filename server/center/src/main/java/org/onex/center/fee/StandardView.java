package org.onex.center.fee;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;

/**
 * A fee standard as its awarding body sees it.
 *
 * @param province where it holds; null for all of them
 * @param amount   in yuan, "380.00"
 * @param notice   code of the notice that prints it for its own plans, if one does
 */
record StandardView(
        UUID id,
        QualificationName qualification,
        Level level,
        @Nullable String province,
        LocalDate effectiveFrom,
        Standard.Kind kind,
        String amount,
        @Nullable String notice) {}
