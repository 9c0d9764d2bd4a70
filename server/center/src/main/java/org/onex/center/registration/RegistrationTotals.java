package org.onex.center.registration;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;

/**
 * How many are registered for a plan, as far as the asker may see (报名人数核对): records must be as many as the subjects of all
 * registrations (004 §三.4, "2倍记录").
 *
 * @param closesAt        the first moment at which registration is closed
 * @param frozenAt        since when the numbers are final; null while they are not
 * @param people          each counted once
 * @param records         that exist
 * @param expectedRecords that must exist
 */
record RegistrationTotals(
        RegistrationView.NamedCode plan,
        OffsetDateTime closesAt,
        @Nullable OffsetDateTime frozenAt,
        int people,
        int registrations,
        int records,
        int expectedRecords,
        List<TotalsLine> lines) {

    record TotalsLine(
            RegistrationView.NamedCode college,
            QualificationName qualification,
            Level level,
            int registrations,
            int records,
            int expectedRecords) {}
}
