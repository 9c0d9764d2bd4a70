package org.onex.center.result;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.center.registration.RegistrationKey;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Results: drawn up, ruled on and approved by the awarding body, read by the responsible college once they are public. */
@RestController
@RequestMapping("/api/result/plans")
class ResultController {

    private final SheetViews views;
    private final ResultViews lists;
    private final StartDrawing drawing;
    private final ApproveSheet approval;
    private final RuleOnRuns rule;

    ResultController(
            SheetViews views, ResultViews lists, StartDrawing drawing, ApproveSheet approval, RuleOnRuns rule) {
        this.views = views;
        this.lists = lists;
        this.drawing = drawing;
        this.approval = approval;
        this.rule = rule;
    }

    /** Why it is drawn up again, once somebody has approved it. */
    record DrawingRequest(@Nullable String reason) {}

    /** What was looked at: the version and the digest of the sheet. */
    record ApprovalRequest(int version, String digest) {}

    record RulingRequest(RunRulings.Finding finding, String reason) {}

    /** A subject of a registration. */
    record SittingRequest(UUID candidate, UUID registration, Subject subject) {

        private RunRulings.Sitting sitting() {
            return new RunRulings.Sitting(new RegistrationKey(candidate, registration), subject);
        }

        private static Set<RunRulings.Sitting> sittings(List<SittingRequest> all) {
            return all.stream().map(SittingRequest::sitting).collect(Collectors.toSet());
        }
    }

    /**
     * @param scripts  of runs of which nothing came
     * @param sittings of which nothing else can be made
     * @param despite  also those of which an exam server says that they were handed in
     */
    record LossRequest(
            List<UUID> scripts,
            @Nullable List<SittingRequest> sittings,
            String reason,
            @Nullable Boolean despite) {

        LossRequest {
            scripts = List.copyOf(scripts);
            sittings = sittings == null ? null : List.copyOf(sittings);
        }

        private RuleOnRuns.Hopeless hopeless() {
            return new RuleOnRuns.Hopeless(
                    Set.copyOf(scripts),
                    SittingRequest.sittings(sittings == null ? List.of() : sittings),
                    Boolean.TRUE.equals(despite));
        }
    }

    record LossWithdrawal(List<SittingRequest> sittings, String reason) {

        LossWithdrawal {
            sittings = List.copyOf(sittings);
        }
    }

    /** One's own plans whose registrations are final; a college's: those in which it has people. */
    @GetMapping
    @PreAuthorize("hasAuthority('result.read')")
    Page<SheetView> plans(@ParameterObject PageRequest page, Actor actor) {
        return views.plans(page, actor);
    }

    @GetMapping("/{plan}")
    @PreAuthorize("hasAuthority('result.read')")
    SheetView plan(@PathVariable String plan, Actor actor) {
        return views.plan(plan, actor);
    }

    /** Draws the sheet up, or again, in the background. */
    @PostMapping("/{plan}/sheet")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('result.draw')")
    SheetView.DrawingJob draw(@PathVariable String plan, @RequestBody DrawingRequest request, Actor actor) {
        return new SheetView.DrawingJob(drawing.start(plan, request.reason(), actor));
    }

    /** The first approval, or the second by somebody else. */
    @PostMapping("/{plan}/approvals")
    @PreAuthorize("hasAuthority('result.approve')")
    SheetView approve(@PathVariable String plan, @RequestBody ApprovalRequest request, Actor actor) {
        approval.approve(plan, new Sheet.Look(request.version(), request.digest()), actor);
        return views.plan(plan, actor);
    }

    /** What keeps the sheet from being approved, site by site. */
    @GetMapping("/{plan}/problems")
    @PreAuthorize("hasAuthority('result.draw')")
    Page<Problems.ProblemView> problems(@PathVariable String plan, @ParameterObject PageRequest page, Actor actor) {
        return lists.problems(plan, page, actor);
    }

    /** By college, class and name. */
    @GetMapping("/{plan}/results")
    @PreAuthorize("hasAuthority('result.read')")
    Page<ResultRow> results(
            @PathVariable String plan,
            @ParameterObject ResultList.Filter filter,
            @ParameterObject PageRequest page,
            Actor actor) {
        return lists.results(plan, filter, page, actor);
    }

    /** What invigilators wrote down, in the order in which it happened. */
    @GetMapping("/{plan}/incidents")
    @PreAuthorize("hasAuthority('result.rule')")
    Page<ResultViews.IncidentRow> incidents(@PathVariable String plan, @ParameterObject PageRequest page, Actor actor) {
        return lists.incidents(plan, page, actor);
    }

    /** Rules on an incident, or rules anew. */
    @PutMapping("/{plan}/incidents/{incident}/ruling")
    @PreAuthorize("hasAuthority('result.rule')")
    ResultViews.IncidentRow.IncidentRuling rule(
            @PathVariable String plan, @PathVariable UUID incident, @RequestBody RulingRequest request, Actor actor) {
        return ResultViews.view(rule.rule(plan, incident, request.finding(), request.reason(), actor));
    }

    /** Gives runs up of which nothing can come back any more, and declares that there is no score where nothing else can be done. */
    @PostMapping("/{plan}/losses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('result.rule')")
    void lose(@PathVariable String plan, @RequestBody LossRequest request, Actor actor) {
        rule.lose(plan, request.hopeless(), request.reason(), actor);
    }

    /** There may be a score after all, or something else has to be done. */
    @PostMapping("/{plan}/losses/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('result.rule')")
    void takeBack(@PathVariable String plan, @RequestBody LossWithdrawal request, Actor actor) {
        rule.takeBack(plan, SittingRequest.sittings(request.sittings()), request.reason(), actor);
    }
}
