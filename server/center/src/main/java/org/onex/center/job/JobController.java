package org.onex.center.job;

import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.onex.foundation.web.TimePlace;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Background work of one's own organisation: how far it is, and ending it. */
@RestController
@RequestMapping("/api/job/jobs")
class JobController {

    private final Jobs jobs;
    private final CancelJob cancel;

    JobController(Jobs jobs, CancelJob cancel) {
        this.jobs = jobs;
        this.cancel = cancel;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('job.read')")
    Page<JobView> list(@ParameterObject PageRequest page, Actor actor) {
        var rows = jobs.list(actor, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), jobs.count(actor), job -> TimePlace.key(job.since(), job.id()));
        return new Page<>(found.items().stream().map(Job::view).toList(), found.next(), found.total());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('job.read')")
    JobView get(@PathVariable UUID id, Actor actor) {
        return jobs.find(id)
                .filter(job -> job.isVisibleTo(actor))
                .map(Job::view)
                .orElseThrow(JobRefused::unknown);
    }

    /** Asks for its end; it ends at its next step. */
    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('job.read')")
    JobView cancel(@PathVariable UUID id, Actor actor) {
        return cancel.cancel(id, actor);
    }
}
