package org.onex.center.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.QualificationName;
import org.onex.contract.kernel.WorkingCalendar;

/** A notice as people see it, with all its plans. */
record NoticeView(
        String id,
        String code,
        @Nullable String number,
        String title,
        Notice.Kind kind,
        @Nullable LocalDate issued,
        PlanView.BodyView awardingBody,
        NoticeRecord.Status status,
        @Nullable OffsetDateTime publishedAt,
        String file,
        List<QualificationName> qualifications,
        List<PlanView> plans,
        Notice.@Nullable Eligibility eligibility,
        List<PlanView.FeeView> fees,
        Notice.@Nullable Payment payment,
        List<Notice.Contact> contacts,
        List<Notice.Group> groups,
        List<String> attachments,
        List<Notice.Section> text,
        List<Notice.Reading> readings,
        List<Notice.Missing> missing,
        List<Warning> warnings) {

    /** A line of the list of notices. */
    record Summary(
            String id,
            String code,
            @Nullable String number,
            String title,
            @Nullable LocalDate issued,
            PlanView.BodyView awardingBody,
            NoticeRecord.Status status,
            int plans) {

        static Summary of(NoticeRecord record, PlanView.BodyView body) {
            var notice = record.notice();
            return new Summary(
                    record.id().toString(),
                    notice.code(),
                    notice.number(),
                    notice.title(),
                    notice.issued(),
                    body,
                    record.status(),
                    notice.plans().size());
        }
    }

    static NoticeView of(
            NoticeRecord record, PlanView.BodyView body, Map<String, Phase> phases, WorkingCalendar calendar) {
        var notice = record.notice();
        var published = record.publishedAt();
        return new NoticeView(
                record.id().toString(),
                notice.code(),
                notice.number(),
                notice.title(),
                notice.kind(),
                notice.issued(),
                body,
                record.status(),
                published == null ? null : PlanView.inBeijing(published),
                record.file(),
                notice.qualifications(),
                notice.plans().stream()
                        .map(plan -> PlanView.of(
                                record, plan, body, phases.getOrDefault(plan.code(), Phase.DRAFT), calendar))
                        .toList(),
                notice.eligibility(),
                notice.fees().stream().map(PlanView.FeeView::of).toList(),
                notice.payment(),
                notice.contacts(),
                notice.groups(),
                notice.attachments(),
                notice.text(),
                notice.readings(),
                notice.missing(),
                NoticeReview.of(notice));
    }
}
