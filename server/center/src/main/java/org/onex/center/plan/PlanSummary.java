package org.onex.center.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.contract.kernel.WorkingCalendar;

/**
 * A line of the list of plans.
 *
 * @param warnings how many there are
 */
record PlanSummary(
        String code,
        String name,
        String noticeId,
        @Nullable String noticeNumber,
        PlanView.BodyView awardingBody,
        List<LocalDate> examDates,
        List<Level> levels,
        List<QualificationName> qualifications,
        LocalDate deadline,
        Phase phase,
        int warnings) {

    static PlanSummary of(
            NoticeRecord record, Plan plan, PlanView.BodyView body, Phase phase, WorkingCalendar calendar) {
        return new PlanSummary(
                plan.code(),
                plan.name(),
                record.id().toString(),
                record.notice().number(),
                body,
                plan.examDates(),
                plan.offerings().stream()
                        .map(Plan.Offering::level)
                        .distinct()
                        .sorted()
                        .toList(),
                plan.offerings().stream()
                        .map(Plan.Offering::qualification)
                        .distinct()
                        .toList(),
                plan.deadline().date(),
                phase,
                new PlanReview(record.notice(), plan, calendar).count());
    }
}
