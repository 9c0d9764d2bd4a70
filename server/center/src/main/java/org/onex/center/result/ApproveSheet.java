package org.onex.center.result;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.center.plan.PlanOutline;
import org.onex.center.plan.ResultsPublished;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Two officers of the awarding body approve what was drawn up (成绩审定), one after the other; the second one makes it public in its time. */
@Service
class ApproveSheet {

    private final VisiblePlans plans;
    private final Sheets sheets;
    private final GatherEvidence evidence;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final Clock clock;

    ApproveSheet(
            VisiblePlans plans,
            Sheets sheets,
            GatherEvidence evidence,
            ApplicationEventPublisher events,
            AuditTrail trail,
            Clock clock) {
        this.plans = plans;
        this.sheets = sheets;
        this.evidence = evidence;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @throws ResultRefused if it is not what they looked at, or cannot be approved, or not by them
     */
    @Transactional
    void approve(String code, Sheet.Look look, Actor actor) {
        var plan = plans.own(code, actor);
        var sheet = sheets.hold(code);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var approved = sheet.approved(look, actor, publicity(plan), now);
        // The record of a room may come after its scripts: what stands in it was no problem when the sheet was drawn
        // up.
        if (evidence.isRulingDue(code)) {
            throw ResultRefused.of(ResultRefused.Code.STALE);
        }
        sheets.change(approved);
        var window = approved.publicity();
        if (window != null) {
            events.publishEvent(new ResultsPublished(code, window.opens(), window.closes()));
        }
        trail.record(
                actor,
                "result.approve",
                code,
                Map.of(
                        "version",
                        look.version(),
                        "digest",
                        look.digest(),
                        "number",
                        approved.approvals().size(),
                        "opens",
                        window == null ? "" : window.opens().toString()));
    }

    private static Sheet.@Nullable Publicity publicity(PlanOutline plan) {
        var printed = plan.publicity();
        return printed == null ? null : new Sheet.Publicity(printed);
    }
}
