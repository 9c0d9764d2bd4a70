package org.onex.center.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;
import org.onex.contract.kernel.Window;
import org.onex.contract.kernel.WorkingCalendar;

/** A plan as people see it: what the notice says, where each value comes from, what is odd about it, and how far it has come. */
record PlanView(
        String code,
        int sequence,
        @Nullable String printedNumber,
        String name,
        List<String> alsoPrinted,
        Origin origin,
        Map<String, Origin> valueOrigins,
        String noticeId,
        @Nullable String noticeNumber,
        String noticeTitle,
        BodyView awardingBody,
        List<LocalDate> examDates,
        Phase phase,
        DeadlineView deadline,
        List<OfferingView> offerings,
        List<StageView> stages,
        @Nullable PaymentDueView paymentDue,
        Plan.@Nullable PhotoRule photo,
        List<FeeView> fees,
        List<Warning> warnings) {

    record BodyView(String code, String name) {}

    /**
     * @param closesAt the first moment at which registration is closed
     */
    record DeadlineView(
            LocalDate date,
            OffsetDateTime closesAt,
            @Nullable String rule,
            @Nullable LocalDate ruleDate,
            Origin origin,
            Map<String, Origin> valueOrigins,
            List<Warning> warnings) {}

    record OfferingView(
            QualificationName qualification,
            String printedAs,
            Level level,
            int schemeVersion,
            List<SessionView> sessions,
            Origin origin) {}

    record SessionView(int number, @Nullable String name, List<WindowView> windows, Origin origin) {}

    record WindowView(
            List<Subject> subjects,
            OffsetDateTime opens,
            OffsetDateTime closes,
            @Nullable Integer minutes,
            Origin origin,
            Map<String, Origin> valueOrigins) {}

    record StageView(
            StageKind kind,
            String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String says,
            @Nullable String rule,
            @Nullable String read,
            @Nullable LocalDate ruleFrom,
            @Nullable LocalDate ruleTo,
            List<String> work,
            Origin origin,
            Map<String, Origin> valueOrigins,
            List<Warning> warnings) {}

    record PaymentDueView(
            LocalDate date,
            @Nullable String rule,
            @Nullable LocalDate ruleDate,
            Origin origin,
            List<Warning> warnings) {}

    /**
     * @param amount yuan with two decimals
     */
    record FeeView(QualificationName qualification, Level level, String amount, Notice.FeeKind kind, Origin origin) {

        static FeeView of(Notice.Fee fee) {
            return new FeeView(fee.qualification(), fee.level(), fee.amount().toString(), fee.kind(), fee.origin());
        }
    }

    static PlanView of(NoticeRecord record, Plan plan, BodyView body, Phase phase, WorkingCalendar calendar) {
        var notice = record.notice();
        var review = new PlanReview(notice, plan, calendar);
        var deadline = plan.deadline();
        return new PlanView(
                plan.code(),
                plan.sequence(),
                plan.printedNumber(),
                plan.name(),
                plan.alsoPrinted(),
                plan.origin(),
                plan.valueOrigins(),
                record.id().toString(),
                notice.number(),
                notice.title(),
                body,
                plan.examDates(),
                phase,
                new DeadlineView(
                        deadline.date(),
                        inBeijing(deadline.closesAt()),
                        deadline.rule(),
                        deadline.ruleDate(),
                        deadline.origin(),
                        deadline.valueOrigins(),
                        review.ofDeadline()),
                plan.offerings().stream().map(PlanView::offering).toList(),
                plan.stages().stream().map(stage -> stage(stage, review)).toList(),
                paymentDue(plan.paymentDue(), review),
                plan.photo(),
                fees(notice, plan),
                review.ofPlan());
    }

    private static OfferingView offering(Plan.Offering offering) {
        return new OfferingView(
                offering.qualification(),
                offering.printedAs(),
                offering.level(),
                offering.schemeVersion(),
                offering.sessions().stream()
                        .map(session -> new SessionView(
                                session.number(),
                                session.name(),
                                session.windows().stream().map(PlanView::window).toList(),
                                session.origin()))
                        .toList(),
                offering.origin());
    }

    private static WindowView window(Plan.SubjectWindow window) {
        return new WindowView(
                window.subjects(),
                inBeijing(window.window().opens()),
                inBeijing(window.window().closes()),
                window.minutes(),
                window.origin(),
                window.valueOrigins());
    }

    private static StageView stage(Plan.Stage stage, PlanReview review) {
        return new StageView(
                stage.kind(),
                stage.name(),
                stage.from(),
                stage.to(),
                stage.says(),
                stage.rule(),
                stage.read(),
                stage.ruleFrom(),
                stage.ruleTo(),
                stage.work(),
                stage.origin(),
                stage.valueOrigins(),
                review.ofStage(stage));
    }

    private static @Nullable PaymentDueView paymentDue(Plan.@Nullable PaymentDue due, PlanReview review) {
        return due == null
                ? null
                : new PaymentDueView(due.date(), due.rule(), due.ruleDate(), due.origin(), review.ofPaymentDue());
    }

    /** The prices of what this plan offers, not of everything the notice prices. */
    private static List<FeeView> fees(Notice notice, Plan plan) {
        return notice.fees().stream()
                .filter(fee -> plan.offerings().stream()
                        .anyMatch(offering -> offering.qualification().equals(fee.qualification())
                                && offering.level() == fee.level()))
                .map(FeeView::of)
                .toList();
    }

    static OffsetDateTime inBeijing(Instant moment) {
        return moment.atZone(Window.BEIJING).toOffsetDateTime();
    }
}
