package org.onex.center.marking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What scripts got, for the awarding body whose plans they are of; markers see how much there is to do. */
@RestController
@RequestMapping("/api/marking")
class MarkController {

    private final MarkViews views;
    private final OpenMarks open;

    MarkController(MarkViews views, OpenMarks open) {
        this.views = views;
        this.open = open;
    }

    /** Plans of which scripts have come back. */
    @GetMapping("/plans")
    @PreAuthorize("hasAnyAuthority('marking.read', 'marking.mark')")
    Page<PlanMarkingView> plans(@ParameterObject PageRequest page, Actor actor) {
        return views.plans(page, actor);
    }

    /** By script, which is in no order that means anything. */
    @GetMapping("/plans/{plan}/marks")
    @PreAuthorize("hasAuthority('marking.read')")
    Page<ScriptMarkView> marks(
            @PathVariable String plan,
            @RequestParam(required = false) Score.@Nullable State state,
            @ParameterObject PageRequest page,
            Actor actor) {
        return views.marks(plan, state, page, actor);
    }

    /** A script item by item, with its answers; who opens it is on the audit trail. */
    @GetMapping("/scripts/{script}")
    @PreAuthorize("hasAuthority('marking.read')")
    ScriptMarkView.OpenedScript script(@PathVariable UUID script, Actor actor) {
        return open.open(script, actor);
    }
}
