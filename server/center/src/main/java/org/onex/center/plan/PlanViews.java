package org.onex.center.plan;

import java.time.Clock;
import java.util.Map;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.contract.kernel.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Turns stored notices into what people see now: names instead of codes, phases by the clock, warnings by the calendar. */
@Component
class PlanViews {

    private final PlanList plans;
    private final OrganizationDirectory organizations;
    private final WorkingCalendar calendar;
    private final Clock clock;

    PlanViews(PlanList plans, OrganizationDirectory organizations, WorkingCalendar calendar, Clock clock) {
        this.plans = plans;
        this.organizations = organizations;
        this.calendar = calendar;
        this.clock = clock;
    }

    NoticeView of(NoticeRecord record) {
        return NoticeView.of(record, body(record), phases(record), calendar);
    }

    NoticeView.Summary summary(NoticeRecord record) {
        return NoticeView.Summary.of(record, body(record));
    }

    PlanView of(NoticeRecord record, Plan plan) {
        return PlanView.of(record, plan, body(record), phases(record).getOrDefault(plan.code(), Phase.DRAFT), calendar);
    }

    PlanSummary summary(NoticeRecord record, PlanList.Row row) {
        var plan = record.notice().plan(row.code());
        return PlanSummary.of(record, plan, body(record), row.phase(), calendar);
    }

    private Map<String, Phase> phases(NoticeRecord record) {
        return plans.phases(record.id(), clock.instant());
    }

    private PlanView.BodyView body(NoticeRecord record) {
        var code = record.notice().awardingBody();
        var name = organizations
                .find(OrganizationKind.AWARDING_BODY, code)
                .map(Organization::name)
                .orElse(code);
        return new PlanView.BodyView(code, name);
    }
}
