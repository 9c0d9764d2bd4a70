package org.onex.rehearsal.result;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onex.rehearsal.marking.Correction;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.ExamBooks;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Colleges ask for reviews (成绩复核): one result was right, one college thinks better of it, and one was wrong because a marker had slipped. */
final class ReviewRound {

    private static final String REASON = "演练：考生对成绩有疑问，申请复核";
    private static final String FINDING = "演练：已复查答卷与评分";

    private final Scene scene;
    private final ResultDesk desk;
    private final Set<String> asked = new HashSet<>();

    ReviewRound(Scene scene, ResultDesk desk) {
        this.scene = scene;
        this.desk = desk;
    }

    /** Somebody asks for a review of one subject. */
    Answer ask(String login, Place place, String subject) {
        var wish = Json.object()
                .put("candidate", place.guest().candidate())
                .put("registration", place.guest().registration())
                .put("subject", subject)
                .put("reason", REASON);
        return desk.as(login).send("POST", ResultDesk.REVIEWS, wish);
    }

    String officerOf(Place place) {
        return scene.data().colleges().stream()
                .filter(college -> college.code().equals(place.guest().college()))
                .map(scene.data()::officerOf)
                .findFirst()
                .orElseThrow();
    }

    private Answer act(String login, JsonNode review, String act, ObjectNode with) {
        var key = review.path("key");
        var path = ResultDesk.REVIEWS + "/" + Json.text(key, "candidate") + "/" + Json.text(key, "id") + "/" + act;
        return desk.as(login).send("POST", path, with);
    }

    private static ObjectNode version(JsonNode review) {
        return Json.object().put("version", review.path("version").asInt(-1));
    }

    private Answer propose(String login, JsonNode review, String outcome) {
        return act(
                login,
                review,
                "proposal",
                version(review).put("outcome", outcome).put("finding", FINDING));
    }

    /** Whose text a marker has judged by mistake. */
    Optional<Place> wronged(Standing standing) {
        return scene.books().slip().flatMap(slip -> {
            var ticket =
                    scene.books().script(slip.attempt()).orElseThrow().run().ticket();
            return standing.places().stream()
                    .filter(place -> place.guest().ticket().equals(ticket))
                    .filter(place -> standing.lines(place).getLast().status().equals("SCORED"))
                    .findFirst();
        });
    }

    /** The next one with points in theory about whom nobody has asked. */
    private Optional<Place> next(Standing standing) {
        var wronged = wronged(standing);
        var found = standing.places().stream()
                .filter(place -> !wronged.equals(Optional.of(place)))
                .filter(place -> !asked.contains(place.guest().ticket()))
                .filter(place -> standing.lines(place).getFirst().status().equals("SCORED"))
                .findFirst();
        found.ifPresent(place -> asked.add(place.guest().ticket()));
        return found;
    }

    /** As the product lists them. */
    long upheld() {
        return reviews(desk.first()).stream()
                .filter(review -> Json.text(review, "state").equals("UPHELD"))
                .count();
    }

    long play(Standing standing) {
        next(standing).ifPresent(place -> upheld(place, standing));
        next(standing).ifPresent(this::withdrawn);
        return asked.size();
    }

    /** Only the responsible college asks, once at a time; the result was right. */
    private void upheld(Place place, Standing standing) {
        var login = officerOf(place);
        for (var college : scene.data().colleges()) {
            var other = scene.data().officerOf(college);
            if (!other.equals(login)) {
                var answer = ask(other, place, "THEORY");
                review(
                        answer.isProblem(404, "result.result-unknown"),
                        other + " asks for another's student, " + answer);
            }
        }
        var body = ask(desk.first(), place, "THEORY");
        scene.check(
                Claim.A_ROLE_MAY_NOT,
                body.isProblem(403, "access.not-permitted"),
                () -> desk.first() + " asks itself for a review, " + body);
        var open = ask(login, place, "THEORY").orFail();
        stands(open, "OPEN", standing, place, "THEORY");
        var again = ask(login, place, "THEORY");
        review(again.isProblem(409, "result.review-pending"), login + " asks twice, " + again);
        var own = propose(login, open, "UPHELD");
        scene.check(
                Claim.A_ROLE_MAY_NOT,
                own.isProblem(403, "access.not-permitted"),
                () -> login + " decides its own review, " + own);
        var unfounded = propose(desk.first(), open, "CORRECTED");
        review(
                unfounded.isProblem(409, "result.nothing-changed"),
                "a result is corrected though nothing of it has changed, " + unfounded);
        var decided = propose(desk.first(), open, "UPHELD").orFail();
        review(
                Json.text(decided, "state").equals("UPHELD")
                        && decided.path("after").equals(decided.path("before"))
                        && decided.path("passedAfter").equals(decided.path("passedBefore")),
                "a result was right, its review says " + decided);
        var late = act(login, decided, "withdrawal", version(decided));
        review(late.isProblem(409, "result.review-state"), login + " withdraws what is decided, " + late);
    }

    private void withdrawn(Place place) {
        var login = officerOf(place);
        var open = ask(login, place, "THEORY").orFail();
        var withdrawn = act(login, open, "withdrawal", version(open)).orFail();
        review(
                Json.text(withdrawn, "state").equals("WITHDRAWN"),
                login + " has thought better of it, the review says " + withdrawn);
    }

    /** What is public, and whether they have passed with it. */
    private void stands(JsonNode review, String state, Standing standing, Place place, String subject) {
        var line = line(standing, place, subject);
        review(
                Json.text(review, "state").equals(state)
                        && Json.text(review.path("before"), "status").equals(line.status())
                        && review.path("before").path("score").asInt(-1) == line.score()
                        && review.path("passedBefore").asBoolean() == standing.isPassed(place),
                place + " has " + line + ", the review says " + review);
    }

    private static Standing.Line line(Standing standing, Place place, String subject) {
        return standing.lines(place).stream()
                .filter(line -> line.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    /** Points are what they would be if the sheet were drawn up now, never what somebody types; the second person is still to come. */
    JsonNode propose(Place place, ExamBooks.Slip slip) {
        var before = Standing.now(scene);
        var open = ask(officerOf(place), place, "PRACTICAL").orFail();
        stands(open, "OPEN", before, place, "PRACTICAL");
        var was = line(before, place, "PRACTICAL").score();
        var passed = before.isPassed(place);
        new Correction(scene).correct(slip);
        var listed = ResultCheck.entry(ResultCheck.row(desk.results(), place), "PRACTICAL");
        review(
                listed.path("score").asInt(-1) == was,
                "a marker has changed points of " + place + " from " + was + ", public is " + listed);
        var upheld = propose(desk.first(), open, "UPHELD");
        review(upheld.isProblem(409, "result.marks-differ"), "what the marks do not say is upheld, " + upheld);
        var proposed = propose(desk.first(), open, "CORRECTED").orFail();
        var now = Standing.now(scene);
        review(
                Json.text(proposed, "state").equals("PROPOSED")
                        && proposed.path("before").path("score").asInt(-1) == was
                        && proposed.path("after").path("score").asInt(-1)
                                == line(now, place, "PRACTICAL").score()
                        && proposed.path("passedBefore").asBoolean() == passed
                        && proposed.path("passedAfter").asBoolean() == now.isPassed(place),
                place + " had " + was + " and deserves " + now.lines(place) + ", proposed is " + proposed);
        var alone = act(desk.first(), proposed, "confirmation", version(proposed));
        scene.check(
                Claim.TWO_APPROVE,
                alone.isProblem(409, "result.second-person"),
                () -> desk.first() + " corrects a result alone, " + alone);
        return proposed;
    }

    /** The second one says so too. */
    void confirm(JsonNode proposed) {
        var corrected =
                act(desk.second(), proposed, "confirmation", version(proposed)).orFail();
        review(
                Json.text(corrected, "state").equals("CORRECTED")
                        && corrected.path("after").equals(proposed.path("after")),
                "two say that a result was wrong, its review says " + corrected);
    }

    /** Everybody sees the reviews of their own. */
    void listed() {
        var all = reviews(desk.first());
        for (var college : scene.data().colleges()) {
            var own = all.stream()
                    .filter(review -> Json.text(review.path("college"), "code").equals(college.code()))
                    .map(review -> review.path("key"))
                    .toList();
            var seen = reviews(scene.data().officerOf(college)).stream()
                    .map(review -> review.path("key"))
                    .toList();
            scene.check(
                    Claim.RESULTS_ARE_NOBODYS_BUSINESS,
                    seen.equals(own),
                    () -> college.name() + " has the reviews " + own + " and sees " + seen);
        }
    }

    private List<JsonNode> reviews(String login) {
        return scene.all(login, ResultDesk.REVIEWS + "?plan=" + scene.plan().code());
    }

    private void review(boolean holds, String example) {
        scene.check(Claim.REVIEWS_AS_DECIDED, holds, () -> example);
    }
}
