package org.onex.center.result;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onex.center.job.JobDirectory;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanOutline;
import org.onex.contract.kernel.Window;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springframework.stereotype.Component;

/** Makes views of sheets for whoever may see them. */
@Component
class SheetViews {

    private final VisiblePlans plans;
    private final Sheets sheets;
    private final Results results;
    private final ResultList list;
    private final JobDirectory jobs;
    private final Clock clock;

    SheetViews(VisiblePlans plans, Sheets sheets, Results results, ResultList list, JobDirectory jobs, Clock clock) {
        this.plans = plans;
        this.sheets = sheets;
        this.results = results;
        this.list = list;
        this.jobs = jobs;
        this.clock = clock;
    }

    Page<SheetView> plans(PageRequest page, Actor actor) {
        var all = plans.to(actor);
        var rows = all.stream()
                .filter(plan -> plan.code().compareTo(page.key()) > 0)
                .limit(page.size() + 1L)
                .toList();
        var found = Page.of(rows, page.size(), all.size(), PlanOutline::code);
        var drawn = sheets.find(rows.stream().map(PlanOutline::code).toList());
        return new Page<>(views(found.items(), drawn, actor), found.next(), found.total());
    }

    private List<SheetView> views(List<PlanOutline> outlines, Map<String, Sheet> drawn, Actor actor) {
        return outlines.stream()
                .map(plan -> view(
                        plan, drawn.getOrDefault(plan.code(), Sheet.empty(plan.code(), plan.awardingBody())), actor))
                .toList();
    }

    /**
     * @throws ResultRefused if there is no such plan, or not for this asker
     */
    SheetView plan(String code, Actor actor) {
        var plan = plans.seen(code, actor);
        return view(plan, sheets.find(code).orElse(Sheet.empty(code, plan.awardingBody())), actor);
    }

    private SheetView view(PlanOutline plan, Sheet sheet, Actor actor) {
        var now = clock.instant();
        var college = actor.organization().kind() == OrganizationKind.COLLEGE
                ? actor.organization().code()
                : null;
        var counts = counts(sheet, college, now);
        var isInside = college == null;
        var publicity = sheet.publicity();
        var drawn = sheet.drawn();
        return new SheetView(
                new SheetView.SheetPlan(plan.code(), plan.name()),
                sheet.stateAt(now),
                isInside && sheet.stale(),
                isLate(plan, sheet, now),
                isInside ? drawing(sheet) : null,
                drawn == null ? null : Window.inBeijing(drawn.at()),
                sheet.version(),
                isInside && drawn != null ? drawn.digest() : null,
                counts == null ? null : counts.people(),
                counts == null ? null : counts.passed(),
                counts == null ? null : counts.failed(),
                counts == null ? null : counts.absent(),
                counts == null ? null : counts.voided(),
                counts == null ? null : counts.lost(),
                isInside && counts != null ? counts.problems() : null,
                isInside ? approvals(sheet) : List.of(),
                printed(plan),
                publicity == null ? null : Window.inBeijing(publicity.opens()),
                publicity == null ? null : Window.inBeijing(publicity.closes()),
                list.reviews(plan.code(), college));
    }

    /** A college knows nothing before its people do. */
    private Sheet.@Nullable Counts counts(Sheet sheet, @Nullable String college, Instant now) {
        if (college != null) {
            return sheet.isPublicAt(now) ? results.counts(sheet.plan(), college) : null;
        }
        var drawn = sheet.drawn();
        return drawn == null ? null : drawn.counts();
    }

    private static boolean isLate(PlanOutline plan, Sheet sheet, Instant now) {
        var printed = plan.publicity();
        return !sheet.isApproved() && printed != null && new Sheet.Publicity(printed).isDue(now);
    }

    private SheetView.@Nullable DrawingJob drawing(Sheet sheet) {
        var job = sheet.job();
        return job == null || sheet.drawn() != null
                ? null
                : jobs.job(job)
                        .filter(known -> !known.state().isEnded())
                        .map(known -> new SheetView.DrawingJob(job))
                        .orElse(null);
    }

    private static List<SheetView.SheetApproval> approvals(Sheet sheet) {
        return sheet.approvals().stream()
                .map(one -> new SheetView.SheetApproval(one.name(), one.login(), at(one.at())))
                .toList();
    }

    private static OffsetDateTime at(Instant moment) {
        return Window.inBeijing(moment);
    }

    private static SheetView.@Nullable PublicityDays printed(PlanOutline plan) {
        var printed = plan.publicity();
        return printed == null ? null : new SheetView.PublicityDays(printed.from(), printed.to());
    }
}
