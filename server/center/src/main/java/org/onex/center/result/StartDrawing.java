package org.onex.center.result;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.audit.AuditTrail;
import org.onex.center.job.JobDirectory;
import org.onex.center.job.StartJob;
import org.onex.center.organization.Actor;
import org.onex.center.plan.PlanOutline;
import org.onex.center.plan.ResultsWithdrawn;
import org.onex.contract.kernel.Window;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The awarding body has a plan's results drawn up in the background (成绩汇总), or again as long as they are not public. */
@Service
class StartDrawing {

    private final VisiblePlans plans;
    private final Sheets sheets;
    private final StartJob start;
    private final JobDirectory jobs;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final Clock clock;

    StartDrawing(
            VisiblePlans plans,
            Sheets sheets,
            StartJob start,
            JobDirectory jobs,
            ApplicationEventPublisher events,
            AuditTrail trail,
            Clock clock) {
        this.plans = plans;
        this.sheets = sheets;
        this.start = start;
        this.jobs = jobs;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param reason needed once somebody has approved
     * @return the job's id
     */
    @Transactional
    UUID start(String code, @Nullable String reason, Actor actor) {
        var plan = plans.own(code, actor);
        requireOver(plan);
        ResultRefused.require(reason == null || reason.length() <= 500, "reason");
        sheets.add(Sheet.empty(code, plan.awardingBody()));
        var sheet = sheets.hold(code);
        requireIdle(sheet);
        var now = clock.instant();
        var begun = sheet.begun(start.start(DrawSheet.KIND, code, actor), reason, now);
        sheets.change(begun);
        if (sheet.publicity() != null) {
            events.publishEvent(new ResultsWithdrawn(code));
        }
        trail.record(
                actor,
                DrawSheet.KIND,
                code,
                Map.of(
                        "version",
                        begun.version(),
                        "approvalsFallen",
                        sheet.approvals().size(),
                        "reason",
                        reason == null ? "" : reason));
        return Objects.requireNonNull(begun.job());
    }

    private void requireOver(PlanOutline plan) {
        if (clock.instant().isBefore(plan.examEndsAt())) {
            throw ResultRefused.of(
                    ResultRefused.Code.EXAM_NOT_OVER,
                    "until",
                    Window.inBeijing(plan.examEndsAt()).toString());
        }
    }

    private void requireIdle(Sheet sheet) {
        var job = sheet.job();
        if (sheet.drawn() == null
                && job != null
                && jobs.job(job).filter(known -> !known.state().isEnded()).isPresent()) {
            throw ResultRefused.of(ResultRefused.Code.DRAWING, "job", job.toString());
        }
    }
}
