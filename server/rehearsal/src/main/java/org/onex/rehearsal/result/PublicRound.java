package org.onex.rehearsal.result;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.TraceCheck;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What colleges and candidates see (成绩公示): nothing before the window opens, then their own, and nothing of anybody else ever. */
final class PublicRound {

    /** More would be asked from one address than one may. */
    private static final int MOST = 40;

    private static final Duration CLOCK = Duration.ofMinutes(5);

    private final Scene scene;
    private final ResultDesk desk;
    private final Inquirer inquirer;

    PublicRound(Scene scene, ResultDesk desk, Inquirer inquirer) {
        this.scene = scene;
        this.desk = desk;
        this.inquirer = inquirer;
    }

    /** Two have approved it by now. */
    void window(JsonNode sheet) {
        var now = scene.center().clock().now();
        var opens = OffsetDateTime.parse(Json.text(sheet, "opens"));
        var closes = OffsetDateTime.parse(Json.text(sheet, "closes"));
        var days = PrintedDays.of(scene);
        var isMoved = now.isAfter(PrintedDays.startOf(days.from()));
        var opensRight =
                isMoved ? Duration.between(opens, now).abs().compareTo(CLOCK) < 0 : opens.isEqual(days.opens(now));
        scene.check(
                Claim.PUBLICITY_BY_THE_CLOCK,
                opensRight && closes.isEqual(days.closes(now)),
                () -> "approved at " + now + " with " + days + " printed, it is public from " + opens + " to "
                        + closes);
    }

    /** Colleges and candidates know nothing yet. */
    void before(List<Place> places) {
        for (var college : scene.data().colleges()) {
            var login = scene.data().officerOf(college);
            hidden(desk.results(login).isEmpty(), login + " sees results before they are public");
            var sheet = desk.as(login).get(desk.address());
            hidden(
                    !sheet.isFine()
                            || (sheet.body().path("people").isNull()
                                    && sheet.body().path("passed").isNull()
                                    && sheet.body().path("digest").isNull()),
                    login + " is told before it is public, " + sheet.body());
        }
        places.stream().limit(3).forEach(place -> {
            var answer = inquirer.results(place).orFail();
            hidden(
                    Json.text(answer, "state").equals("NOT_YET")
                            && answer.path("entries").isNull()
                            && answer.path("outcome").isNull(),
                    place + " asks before it is public and is told " + answer);
        });
    }

    private void hidden(boolean holds, String example) {
        scene.check(Claim.NOTHING_PUBLIC_BEFORE, holds, () -> example);
    }

    /** The window has opened. */
    void open(Standing standing) {
        scene.check(
                Claim.PUBLICITY_BY_THE_CLOCK,
                desk.state().equals("PUBLICITY"),
                () -> "the window has opened, the sheet is " + desk.sheet());
        scene.data().colleges().forEach(college -> own(college, standing));
        standing.places().stream().limit(MOST).forEach(place -> told(standing, place, "PUBLICITY"));
        wrong(standing.places());
    }

    private void own(DemoData.College college, Standing standing) {
        var login = scene.data().officerOf(college);
        var own = standing.places().stream()
                .filter(place -> place.guest().college().equals(college.code()))
                .toList();
        var rows = desk.results(login);
        var everybody = desk.results();
        scene.check(
                Claim.RESULTS_ARE_NOBODYS_BUSINESS,
                rows.size() == own.size()
                        && own.stream()
                                .allMatch(place ->
                                        ResultCheck.row(rows, place).equals(ResultCheck.row(everybody, place))),
                () -> login + " has " + own.size() + " people and sees " + rows.size()
                        + " results, or others than the body");
    }

    /** By what stands on their card and ticket. */
    void told(Standing standing, Place place, String state) {
        var answer = inquirer.results(place).orFail();
        var isRight = Json.text(answer, "state").equals(state)
                && Json.text(answer, "outcome").equals(standing.isPassed(place) ? "PASSED" : "FAILED")
                && answer.path("eachAtLeast").asInt(-1) == Standing.ENOUGH
                && Json.text(answer, "name").equals(place.guest().name())
                && standing.lines(place).stream().allMatch(line -> isShown(answer, line));
        scene.check(
                Claim.CANDIDATES_LEARN_THEIR_OWN,
                isRight,
                () -> place + " has " + standing.lines(place) + " and is told " + answer);
        scene.check(
                Claim.NUMBERS_ARE_MASKED,
                TraceCheck.numbersIn(Json.MAPPER.writeValueAsBytes(answer)) == 0,
                () -> place + " asks and is answered with an ID number");
    }

    private static boolean isShown(JsonNode answer, Standing.Line line) {
        var entry = ResultCheck.entry(answer, line.subject());
        return Json.text(entry, "status").equals(line.status())
                && entry.path("score").asInt(-1) == line.score();
    }

    /** Whatever is wrong in the proof, the answer is the same. */
    private void wrong(List<Place> places) {
        var one = inquirer.proof(places.getFirst());
        var other = inquirer.proof(places.getLast());
        var answers = List.of(
                inquirer.results(mixed(one, other, "name")),
                inquirer.results(mixed(one, other, "ticket")),
                inquirer.results(mixed(one, other, "idNumber")),
                inquirer.results(one.deepCopy().put("ticket", "2405180000000000")));
        for (var answer : answers) {
            scene.check(
                    Claim.CANDIDATES_LEARN_THEIR_OWN,
                    answer.isProblem(404, "result.not-found")
                            && answer.body().equals(answers.getFirst().body()),
                    () -> "somebody asks with what is another's, " + answer + " " + answer.body());
        }
    }

    private static ObjectNode mixed(ObjectNode one, ObjectNode other, String field) {
        var mixed = one.deepCopy();
        mixed.set(field, other.get(field));
        return mixed;
    }

    /** Nobody may ask for a review now. */
    void notNow(Answer answer, String when) {
        scene.check(
                Claim.REVIEWS_IN_THE_WINDOW,
                answer.isProblem(409, "result.not-public"),
                () -> "a college asks for a review " + when + ", " + answer);
    }
}
