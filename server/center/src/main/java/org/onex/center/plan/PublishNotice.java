package org.onex.center.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.contract.kernel.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a draft public (发布): from then on it is not changed, and its plans are open until their deadlines. */
@Service
class PublishNotice {

    private final Notices notices;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    PublishNotice(
            Notices notices,
            WorkingCalendar calendar,
            Clock clock,
            AuditTrail trail,
            ApplicationEventPublisher events) {
        this.notices = notices;
        this.calendar = calendar;
        this.clock = clock;
        this.trail = trail;
        this.events = events;
    }

    /** A 公示 that the document does not print, decided by the publisher for every plan that lacks one. */
    record SuppliedPublicity(String name, String rule, String reason) {}

    /**
     * @param supply nothing when the document is complete
     * @throws PlanRefused if something is missing, the notice is another body's, or somebody changed it meanwhile
     */
    @Transactional
    NoticeRecord publish(UUID id, List<SuppliedPublicity> supply, Actor actor) {
        var draft = notices.find(id)
                .filter(record -> record.isVisibleTo(actor))
                .orElseThrow(() -> PlanRefused.of(PlanRefused.Code.NOTICE_UNKNOWN, "id", id.toString()));
        draft.requireOf(actor);
        if (draft.status() == NoticeRecord.Status.PUBLISHED) {
            return draft;
        }
        var supplied = draft;
        for (var publicity : supply) {
            supplied = supplied.with(complete(supplied.notice(), publicity));
        }
        var published = supplied.published(clock.instant());
        notices.change(published);
        trail.record(
                actor,
                "plan.publish-notice",
                published.notice().code(),
                Map.of("sha256", published.digest(), "supplied", supply.toString()));
        events.publishEvent(new NoticePublished(
                published.notice().code(),
                published.notice().plans().stream().map(Plan::code).toList()));
        return published;
    }

    private Notice complete(Notice notice, SuppliedPublicity publicity) {
        var lacking = notice.missing().stream().map(Notice.Missing::plan).toList();
        return notice.withPlans(notice.plans().stream()
                .map(plan -> lacking.contains(plan.code()) ? plan.with(stage(plan, publicity)) : plan)
                .toList());
    }

    private Plan.Stage stage(Plan plan, SuppliedPublicity publicity) {
        var dates = plan.examDates();
        var anchors = new DateRule.Anchors(
                dates.getFirst(), dates.getLast(), plan.deadline().date(), null);
        try {
            var span = DateRule.parse(publicity.rule()).on(anchors, calendar);
            if (!isPublicity(span, dates.getLast()) || publicity.reason().isBlank()) {
                throw PlanRefused.of(PlanRefused.Code.SUPPLY_INVALID, "rule", publicity.rule());
            }
            return new Plan.Stage(
                    StageKind.PUBLICITY,
                    publicity.name(),
                    span.from(),
                    span.to(),
                    null,
                    publicity.rule(),
                    null,
                    span.from(),
                    span.to(),
                    List.of(),
                    Origin.assumed(publicity.reason()),
                    Map.of());
        } catch (DateRule.Unreadable | DateRule.AnchorMissing e) {
            throw PlanRefused.of(PlanRefused.Code.SUPPLY_INVALID, "rule", publicity.rule());
        }
    }

    /** Scores are published after the examination, for at least a day. */
    private static boolean isPublicity(DateRule.Span span, LocalDate lastExamDay) {
        var from = span.from();
        var to = span.to();
        return from != null && to != null && from.isAfter(lastExamDay) && !to.isBefore(from);
    }
}
