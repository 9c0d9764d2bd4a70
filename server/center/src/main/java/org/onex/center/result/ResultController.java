package org.onex.center.result;

import java.util.List;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Results: drawn up, ruled on and approved by the awarding body, read by the responsible college once they are public. */
@RestController
@RequestMapping("/api/result/plans")
class ResultController {

    /** Why it is drawn up again, once somebody has approved it. */
    record DrawingRequest(@Nullable String reason) {}

    /** What was looked at: the version and the digest of the sheet. */
    record ApprovalRequest(int version, String digest) {}

    record RulingRequest(Finding finding, String reason) {}

    record LossRequest(List<UUID> scripts, String reason) {

        LossRequest {
            scripts = List.copyOf(scripts);
        }
    }

    /** One's own plans whose registrations are final; a college's: those in which it has people. */
    @GetMapping
    @PreAuthorize("hasAuthority('result.read')")
    Page<SheetView> plans(@ParameterObject PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @GetMapping("/{plan}")
    @PreAuthorize("hasAuthority('result.read')")
    SheetView plan(@PathVariable String plan, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Draws the sheet up, or again, in the background. */
    @PostMapping("/{plan}/sheet")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('result.draw')")
    SheetView.DrawingJob draw(@PathVariable String plan, @RequestBody DrawingRequest request, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** The first approval, or the second by somebody else. */
    @PostMapping("/{plan}/approvals")
    @PreAuthorize("hasAuthority('result.approve')")
    SheetView approve(@PathVariable String plan, @RequestBody ApprovalRequest request, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** What keeps the sheet from being approved, site by site. */
    @GetMapping("/{plan}/problems")
    @PreAuthorize("hasAuthority('result.draw')")
    Page<ProblemView> problems(@PathVariable String plan, @ParameterObject PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** By college, class and name. */
    @GetMapping("/{plan}/results")
    @PreAuthorize("hasAuthority('result.read')")
    Page<ResultRow> results(
            @PathVariable String plan,
            @ParameterObject ResultList.Filter filter,
            @ParameterObject PageRequest page,
            Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** What invigilators wrote down, in the order in which it happened. */
    @GetMapping("/{plan}/incidents")
    @PreAuthorize("hasAuthority('result.rule')")
    Page<IncidentRow> incidents(@PathVariable String plan, @ParameterObject PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Rules on an incident, or rules anew. */
    @PutMapping("/{plan}/incidents/{incident}/ruling")
    @PreAuthorize("hasAuthority('result.rule')")
    IncidentRow.IncidentRuling rule(
            @PathVariable String plan, @PathVariable UUID incident, @RequestBody RulingRequest request, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Gives runs up of which nothing can come back any more. */
    @PostMapping("/{plan}/losses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('result.rule')")
    void lose(@PathVariable String plan, @RequestBody LossRequest request, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
