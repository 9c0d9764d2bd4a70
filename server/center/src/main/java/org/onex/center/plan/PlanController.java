package org.onex.center.plan;

import java.time.Clock;
import java.util.HashMap;
import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The exam plans of all notices that somebody may see. */
@RestController
@RequestMapping("/api/plan/plans")
class PlanController {

    private final PlanList plans;
    private final Notices notices;
    private final PlanViews views;
    private final Clock clock;

    PlanController(PlanList plans, Notices notices, PlanViews views, Clock clock) {
        this.plans = plans;
        this.notices = notices;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('plan.read')")
    Page<PlanSummary> list(@ParameterObject PlanList.Filter filter, @ParameterObject PageRequest page, Actor actor) {
        var now = clock.instant();
        var rows = plans.find(filter, actor, now, page.key(), page.size() + 1);
        var documents = new HashMap<UUID, NoticeRecord>();
        var found = Page.of(rows, page.size(), plans.count(filter, actor, now), PlanList.Row::key);
        var summaries = found.items().stream()
                .map(row -> views.summary(
                        documents.computeIfAbsent(
                                row.notice(), id -> notices.find(id).orElseThrow()),
                        row))
                .toList();
        return new Page<>(summaries, found.next(), found.total());
    }

    @GetMapping("/{code}")
    @PreAuthorize("hasAuthority('plan.read')")
    PlanView get(@PathVariable String code, Actor actor) {
        return notices.findByPlan(code)
                .filter(record -> record.isVisibleTo(actor))
                .map(record -> views.of(record, record.notice().plan(code)))
                .orElseThrow(() -> PlanRefused.of(PlanRefused.Code.PLAN_UNKNOWN, "code", code));
    }
}
