package org.onex.center.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.organization.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Real-name checks of a college's own candidates: what was found out, and settling a doubt. */
@RestController
@RequestMapping("/api/identity/enrolments/{candidate}/{enrolment}")
class IdentityController {

    private final ConfirmIdentity confirm;

    IdentityController(ConfirmIdentity confirm) {
        this.confirm = confirm;
    }

    /**
     * @param evidence a file that was uploaded before: a picture or PDF of the papers
     * @param remark   what was looked at
     */
    record ConfirmationRequest(UUID evidence, String remark) {}

    /**
     * @param by     who confirmed it; empty for the identity service
     * @param remark what they looked at
     */
    record FindingView(UUID id, String name, Finding.Result result, Instant at, String by, String remark) {

        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.id(), finding.name(), finding.result(), finding.at(), finding.by(), finding.remark());
        }
    }

    @GetMapping("/findings")
    @PreAuthorize("hasAuthority('candidate.read')")
    List<FindingView> findings(@PathVariable UUID candidate, @PathVariable UUID enrolment, Actor actor) {
        return confirm.findings(new EnrolmentKey(candidate, enrolment), actor).stream()
                .map(FindingView::of)
                .toList();
    }

    @PostMapping("/confirmation")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('identity.confirm')")
    FindingView confirm(
            @PathVariable UUID candidate,
            @PathVariable UUID enrolment,
            @RequestBody ConfirmationRequest request,
            Actor actor) {
        var key = new EnrolmentKey(candidate, enrolment);
        return FindingView.of(confirm.confirm(key, request.evidence(), request.remark(), actor));
    }
}
