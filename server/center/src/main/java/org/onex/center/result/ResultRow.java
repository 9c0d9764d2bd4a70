package org.onex.center.result;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;
import org.onex.center.registration.RegistrationKey;
import org.onex.contract.kernel.Window;

/**
 * A registration's result as a list shows it.
 *
 * @param idNumber masked
 * @param ticket   null if they got no seat
 * @param entries  of those subjects that are no problem
 * @param outcome  null while there is a problem
 * @param review   how far the newest review of it is
 */
record ResultRow(
        ResultKey key,
        String name,
        String idNumber,
        @Nullable String ticket,
        ResultCollege college,
        String className,
        ResultSite site,
        QualificationName qualification,
        Level level,
        List<ResultEntry> entries,
        Result.@Nullable Outcome outcome,
        boolean settled,
        Review.@Nullable State review) {

    ResultRow {
        entries = List.copyOf(entries);
    }

    record ResultKey(UUID candidate, UUID registration) {

        static ResultKey of(RegistrationKey key) {
            return new ResultKey(key.candidate(), key.id());
        }
    }

    record ResultCollege(String code, String name) {}

    record ResultSite(UUID id, String name) {}

    /**
     * @param lost why there is no score; null unless the awarding body has declared that
     */
    record ResultEntry(
            Subject subject,
            Entry.Status status,
            @Nullable Integer score,
            int full,
            @Nullable ResultLoss lost) {

        static ResultEntry of(Entry entry, RunRulings.@Nullable Loss loss) {
            return new ResultEntry(
                    entry.subject(),
                    entry.status(),
                    entry.score(),
                    entry.full(),
                    entry.status() == Entry.Status.LOST ? ResultLoss.of(loss) : null);
        }
    }

    /** Why there is no score (无成绩), and by whose word. */
    record ResultLoss(String reason, String by, OffsetDateTime at) {

        static @Nullable ResultLoss of(RunRulings.@Nullable Loss loss) {
            return loss == null ? null : new ResultLoss(loss.reason(), loss.by(), Window.inBeijing(loss.at()));
        }
    }
}
