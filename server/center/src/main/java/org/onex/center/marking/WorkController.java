package org.onex.center.marking;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people mark: a marker takes one work after another and never learns whose it is. */
@RestController
@RequestMapping("/api/marking")
class WorkController {

    private final TakeWork take;
    private final OpenWork open;
    private final MarkWork mark;
    private final WorkViews views;

    WorkController(TakeWork take, OpenWork open, MarkWork mark, WorkViews views) {
        this.take = take;
        this.open = open;
        this.mark = mark;
        this.views = views;
    }

    /**
     * @param version the one that was read
     * @param points  a whole number for each criterion of the rubric
     * @param remark  at most 500 characters; may be left out
     */
    record MarkRequest(
            int version,
            Map<String, BigDecimal> points,
            @Nullable String remark) {

        /** Whatever was left out is refused as missing, one criterion after another. */
        private Judgement.Given given() {
            return new Judgement.Given(points == null ? Map.of() : points, remark == null ? "" : remark);
        }
    }

    /** The next work, or the one that this marker holds already; nobody else gets it for 30 minutes. 204 if none waits. */
    @PostMapping("/plans/{plan}/works/next")
    @PreAuthorize("hasAuthority('marking.mark')")
    ResponseEntity<WorkView.DeskWork> next(@PathVariable String plan, Actor actor) {
        return take.next(plan, actor)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** A work once more, for who holds it or has marked it. */
    @GetMapping("/scripts/{script}/works/{item}")
    @PreAuthorize("hasAuthority('marking.mark')")
    WorkView.DeskWork work(@PathVariable UUID script, @PathVariable String item, Actor actor) {
        return open.open(new Work.Key(script, item), actor);
    }

    /** By who holds it, or whoever has marked it; what was given before stays on record. */
    @PutMapping("/scripts/{script}/works/{item}")
    @PreAuthorize("hasAuthority('marking.mark')")
    WorkView mark(@PathVariable UUID script, @PathVariable String item, @RequestBody MarkRequest request, Actor actor) {
        return mark.mark(new Work.Key(script, item), request.version(), request.given(), actor);
    }

    /** For the awarding body's officers all; for markers what they hold and have marked. */
    @GetMapping("/plans/{plan}/works")
    @PreAuthorize("hasAnyAuthority('marking.read', 'marking.mark')")
    Page<WorkView> works(
            @PathVariable String plan,
            @RequestParam(required = false) WorkView.@Nullable State state,
            @ParameterObject PageRequest page,
            Actor actor,
            Authentication authentication) {
        var seesAll = authentication.getAuthorities().stream()
                .anyMatch(authority -> "marking.read".equals(authority.getAuthority()));
        var filter = new WorkList.Filter(plan, state, seesAll ? null : actor.login());
        return views.works(filter, page, actor);
    }
}
