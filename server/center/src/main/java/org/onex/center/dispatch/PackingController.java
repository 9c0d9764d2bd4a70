package org.onex.center.dispatch;

import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Packing exams for their sites, and what has become of it; for the plan's awarding body, and to look at for the sites' colleges. */
@RestController
@RequestMapping("/api/dispatch/plans")
class PackingController {

    private final StartPacking packing;
    private final DispatchViews views;

    PackingController(StartPacking packing, DispatchViews views) {
        this.packing = packing;
        this.views = views;
    }

    /** The job that packs. */
    record PackingJob(UUID job) {}

    /** Packs all arranged sites in all slots; what has not changed gets no new version. */
    @PostMapping("/{plan}/packing")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('dispatch.pack')")
    PackingJob pack(@PathVariable String plan, Actor actor) {
        return new PackingJob(packing.start(plan, actor));
    }

    /** Plans in which somebody has a seat; those that are over come last. */
    @GetMapping
    @PreAuthorize("hasAuthority('dispatch.read')")
    Page<PlanDispatchView> plans(@ParameterObject PageRequest page, Actor actor) {
        return views.plans(page, actor);
    }

    /** By site and slot. */
    @GetMapping("/{plan}/bundles")
    @PreAuthorize("hasAuthority('dispatch.read')")
    Page<BundleView> bundles(@PathVariable String plan, @ParameterObject PageRequest page, Actor actor) {
        return views.bundles(plan, page, actor);
    }
}
