package org.onex.center.script;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What came back from the sites: for the plan's awarding body, and, without answers, for the colleges whose sites they are. */
@RestController
@RequestMapping("/api/script")
class ScriptController {

    private final ReturnViews views;
    private final DoubtList doubts;
    private final IncidentList incidents;
    private final OpenScript open;
    private final DecideOnScript decide;
    private final AwaitedNodes awaited;

    ScriptController(
            ReturnViews views,
            DoubtList doubts,
            IncidentList incidents,
            OpenScript open,
            DecideOnScript decide,
            AwaitedNodes awaited) {
        this.views = views;
        this.doubts = doubts;
        this.incidents = incidents;
        this.open = open;
        this.decide = decide;
        this.awaited = awaited;
    }

    /**
     * Which of several counts.
     *
     * @param node null where all that have sent it agree
     */
    record ScriptDecisionRequest(@Nullable UUID node, int revision, String reason) {}

    /** Why it is given up. */
    record ReturnWaiverRequest(String reason) {}

    /** Plans of which something was packed; those whose exams ended last come first. */
    @GetMapping("/plans")
    @PreAuthorize("hasAuthority('script.read')")
    Page<ReturnViews.ReturnPlanView> plans(@ParameterObject PageRequest page, Actor actor) {
        return views.plans(page, actor);
    }

    /** By site and slot. */
    @GetMapping("/plans/{plan}/returns")
    @PreAuthorize("hasAuthority('script.read')")
    Page<ReturnViews.SiteReturnView> returns(
            @PathVariable String plan, @ParameterObject PageRequest page, Actor actor) {
        return views.returns(plan, page, actor);
    }

    /** By site; what was decided stays. */
    @GetMapping("/plans/{plan}/doubts")
    @PreAuthorize("hasAuthority('script.read')")
    Page<DoubtList.DoubtView> doubts(@PathVariable String plan, @ParameterObject PageRequest page, Actor actor) {
        return doubts.page(plan, page, actor);
    }

    /** By time. */
    @GetMapping("/plans/{plan}/incidents")
    @PreAuthorize("hasAuthority('script.read')")
    Page<IncidentList.IncidentView> incidents(
            @PathVariable String plan, @ParameterObject PageRequest page, Actor actor) {
        return incidents.page(plan, page, actor);
    }

    /**
     * A script with its answers; who looked is on the trail. The revision that counts, or another one.
     *
     * @param node     absent: the one that counts
     * @param revision absent: the one that counts, or the first of another node
     */
    @GetMapping("/scripts/{script}")
    @PreAuthorize("hasAuthority('script.open')")
    OpenScript.ScriptView script(
            @PathVariable UUID script,
            @RequestParam(required = false) @Nullable UUID node,
            @RequestParam(required = false) @Nullable Integer revision,
            Actor actor) {
        return open.open(script, node, revision, actor);
    }

    /** Nobody waits for the rest of what an exam server has of a bundle any more. */
    @PostMapping("/plans/{plan}/returns/{bundle}/nodes/{node}/waiver")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('script.decide')")
    void waive(
            @PathVariable String plan,
            @PathVariable UUID bundle,
            @PathVariable UUID node,
            @RequestBody ReturnWaiverRequest request,
            Actor actor) {
        awaited.giveUp(plan, bundle, node, request.reason(), actor);
    }

    /** Says which revision, of which node, counts. */
    @PostMapping("/scripts/{script}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('script.decide')")
    void decide(@PathVariable UUID script, @RequestBody ScriptDecisionRequest request, Actor actor) {
        decide.decide(script, request, actor);
    }
}
