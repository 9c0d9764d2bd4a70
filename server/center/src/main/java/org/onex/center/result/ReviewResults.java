package org.onex.center.result;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.onex.center.audit.AuditTrail;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.registration.RegistrationKey;
import org.onex.contract.kernel.Window;
import org.onex.foundation.ids.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reviews results (成绩复核): the responsible college asks within the publicity, the awarding body decides, also after it. A result of which a
 * review is pending does not become final; the others do.
 */
@Service
@Transactional
class ReviewResults {

    private final Sheets sheets;
    private final Results results;
    private final Reviews reviews;
    private final GatherEvidence evidence;
    private final FinaliseResults finalise;
    private final AuditTrail trail;
    private final Clock clock;

    ReviewResults(
            Sheets sheets,
            Results results,
            Reviews reviews,
            GatherEvidence evidence,
            FinaliseResults finalise,
            AuditTrail trail,
            Clock clock) {
        this.sheets = sheets;
        this.results = results;
        this.reviews = reviews;
        this.evidence = evidence;
        this.finalise = finalise;
        this.trail = trail;
        this.clock = clock;
    }

    /** What an officer says about a review, of the version that they read. */
    record Opinion(int version, Review.State outcome, String finding) {}

    /**
     * @throws ResultRefused if there is no such result of the college, it is not public, or the same was asked before and not decided
     */
    Review.Key ask(RegistrationKey registration, Subject subject, String reason, Actor actor) {
        var seen = own(registration, actor);
        var sheet = sheets.hold(seen.what().plan());
        var by = by(actor);
        if (!sheet.isOpenAt(by.at())) {
            throw notPublic(sheet);
        }
        if (reviews.isPending(registration, subject)) {
            throw ResultRefused.of(ResultRefused.Code.REVIEW_PENDING);
        }
        var review = Review.ask(Ids.next(), own(registration, actor), subject, reason, by);
        reviews.add(review);
        note(review);
        record(actor, "result.ask-review", review);
        return review.key();
    }

    private Result own(RegistrationKey registration, Actor actor) {
        return results.find(registration)
                .map(Results.Stored::result)
                .filter(result ->
                        actor.actsFor(OrganizationKind.COLLEGE, result.who().college()))
                .orElseThrow(() -> ResultRefused.of(ResultRefused.Code.RESULT_UNKNOWN));
    }

    private static ResultRefused notPublic(Sheet sheet) {
        var window = sheet.publicity();
        return window == null
                ? ResultRefused.of(ResultRefused.Code.NOT_PUBLIC)
                : ResultRefused.of(
                        ResultRefused.Code.NOT_PUBLIC,
                        Map.of(
                                "opens", Window.inBeijing(window.opens()).toString(),
                                "closes", Window.inBeijing(window.closes()).toString()));
    }

    /**
     * @param version the one that was read
     * @throws ResultRefused if somebody has said something about it by now, or it would be another one by now
     */
    void withdraw(Review.Key key, int version, Actor actor) {
        var review = hold(key, whose -> actor.actsFor(OrganizationKind.COLLEGE, whose.college()));
        settle(review.withdrawn(version, redrawn(review, now(review)), by(actor)), "result.withdraw-review", actor);
    }

    /**
     * Upholds at once, or proposes a correction.
     *
     * @throws ResultRefused if what it would be now says something else
     */
    void propose(Review.Key key, Opinion opinion, Actor actor) {
        var review = hold(key, whose -> isOf(whose, actor));
        var now = redrawn(review, now(review));
        switch (opinion.outcome()) {
            case UPHELD ->
                settle(review.upheld(opinion.version(), opinion.finding(), now, by(actor)), "result.uphold", actor);
            case CORRECTED ->
                settle(
                        review.proposed(opinion.version(), opinion.finding(), now, by(actor)),
                        "result.propose-correction",
                        actor);
            default -> throw ResultRefused.of(ResultRefused.Code.INVALID, "field", "outcome");
        }
    }

    /**
     * Corrects the result as somebody else has proposed.
     *
     * @param version the one that was read
     * @throws ResultRefused if it would be another one by now
     */
    void confirm(Review.Key key, int version, Actor actor) {
        var review = hold(key, whose -> isOf(whose, actor));
        var now = now(review);
        var corrected = review.corrected(version, redrawn(review, now), by(actor));
        results.correct(now);
        var plan = review.whose().plan();
        sheets.change(sheets.hold(plan).recounted(results.counts(plan, null)));
        settle(corrected, "result.correct", actor);
    }

    private static boolean isOf(Review.Whose whose, Actor actor) {
        return actor.actsFor(OrganizationKind.AWARDING_BODY, whose.awardingBody());
    }

    private Review hold(Review.Key key, Predicate<Review.Whose> isOwn) {
        var seen = reviews.find(key)
                .filter(found -> isOwn.test(found.whose()))
                .orElseThrow(() -> ResultRefused.of(ResultRefused.Code.REVIEW_UNKNOWN));
        sheets.hold(seen.whose().plan());
        return reviews.find(key).orElseThrow();
    }

    /** The result with what is reviewed as it would be drawn up now; the other subjects only where a ruling strikes or lifts them too. */
    private Result now(Review review) {
        var result = stands(review);
        for (var before : result.entries()) {
            var drawn = evidence.now(result, before.subject()).entry();
            if (before.subject() == review.subject()) {
                result = evidence.corrected(
                        result, drawn.orElseThrow(() -> ResultRefused.of(ResultRefused.Code.NOT_SETTLED)));
            } else if (drawn.isPresent() && drawn.get().isVoid() != before.isVoid()) {
                result = evidence.corrected(result, drawn.get());
            }
        }
        return result;
    }

    private Result stands(Review review) {
        return results.find(new RegistrationKey(review.key().candidate(), review.registration()))
                .orElseThrow()
                .result();
    }

    private Review.Redrawn redrawn(Review review, Result now) {
        return Review.Redrawn.of(stands(review), now, review.subject());
    }

    private Review.Word by(Actor actor) {
        return Review.Word.of(actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void settle(Review changed, String act, Actor actor) {
        reviews.change(changed);
        note(changed);
        if (!changed.state().isPending()) {
            finalise.settle(changed.whose().plan());
        }
        record(actor, act, changed);
    }

    private void note(Review newest) {
        var registration = new RegistrationKey(newest.key().candidate(), newest.registration());
        var counts = reviews.counts(registration);
        results.note(registration, counts.pending(), counts.decided(), newest.state());
    }

    private void record(Actor actor, String act, Review review) {
        var facts = new HashMap<String, Object>();
        facts.put("plan", review.whose().plan());
        facts.put("registration", review.registration().toString());
        facts.put("subject", review.subject().name());
        facts.put("before", text(review.before()));
        var proposal = review.proposal();
        if (proposal != null) {
            facts.put("after", text(proposal.after()));
        }
        trail.record(actor, act, review.key().id().toString(), facts);
    }

    private static String text(Review.Stand stand) {
        return stand.status() + (stand.score() == null ? "" : " " + stand.score()) + " " + stand.outcome();
    }
}
