package org.onex.center.result;

import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reviews: asked for by the responsible college while results are public, decided by the awarding body. */
@RestController
@RequestMapping("/api/result/reviews")
class ReviewController {

    private final ReviewResults reviews;
    private final ReviewList list;

    ReviewController(ReviewResults reviews, ReviewList list) {
        this.reviews = reviews;
        this.list = list;
    }

    record ReviewRequest(UUID candidate, UUID registration, Subject subject, String reason) {}

    /** The version that was read. */
    record VersionRequest(int version) {}

    /**
     * @param outcome UPHELD or CORRECTED
     * @param finding what was found, for the college to read
     */
    record ProposalRequest(int version, Review.State outcome, String finding) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('result.appeal')")
    ReviewList.ReviewRow ask(@RequestBody ReviewRequest asked, Actor actor) {
        var key = reviews.ask(
                new RegistrationKey(asked.candidate(), asked.registration()), asked.subject(), asked.reason(), actor);
        return list.get(key, actor);
    }

    /** Of a college's own people, or of a body's own plans; the newest first. */
    @GetMapping
    @PreAuthorize("hasAuthority('result.read')")
    Page<ReviewList.ReviewRow> list(
            @ParameterObject ReviewList.Filter filter, @ParameterObject PageRequest page, Actor actor) {
        return list.page(filter, page, actor);
    }

    /** The college asks no more; only as long as nobody has said anything about it. */
    @PostMapping("/{candidate}/{id}/withdrawal")
    @PreAuthorize("hasAuthority('result.appeal')")
    ReviewList.ReviewRow withdraw(
            @PathVariable UUID candidate, @PathVariable UUID id, @RequestBody VersionRequest read, Actor actor) {
        var key = new Review.Key(candidate, id);
        reviews.withdraw(key, read.version(), actor);
        return list.get(key, actor);
    }

    /** Upholds the result, or proposes what it would be if it were drawn up now. */
    @PostMapping("/{candidate}/{id}/proposal")
    @PreAuthorize("hasAuthority('result.decide')")
    ReviewList.ReviewRow propose(
            @PathVariable UUID candidate, @PathVariable UUID id, @RequestBody ProposalRequest proposal, Actor actor) {
        var key = new Review.Key(candidate, id);
        reviews.propose(
                key, new ReviewResults.Opinion(proposal.version(), proposal.outcome(), proposal.finding()), actor);
        return list.get(key, actor);
    }

    /** Corrects the result as somebody else has proposed. */
    @PostMapping("/{candidate}/{id}/confirmation")
    @PreAuthorize("hasAuthority('result.decide')")
    ReviewList.ReviewRow confirm(
            @PathVariable UUID candidate, @PathVariable UUID id, @RequestBody VersionRequest read, Actor actor) {
        var key = new Review.Key(candidate, id);
        reviews.confirm(key, read.version(), actor);
        return list.get(key, actor);
    }
}
