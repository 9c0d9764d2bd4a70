package org.onex.rehearsal.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.ExamBooks;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** The body draws the sheet up (成绩汇总), rules on what invigilators wrote down, and two of it approve (成绩审定). Whatever is out of order is refused. */
final class SheetRound {

    private static final Set<String> GRAVE = Set.of("CHEATING", "DISCIPLINE");
    private static final List<String> FINDINGS = List.of("SUBJECT_VOID", "ALL_VOID");
    private static final String REASON = "演练：依据考场记录和考生陈述认定";

    private final Scene scene;
    private final ResultDesk desk;

    SheetRound(Scene scene, ResultDesk desk) {
        this.scene = scene;
        this.desk = desk;
    }

    /** Until nothing keeps it from being approved; how many rulings that took. */
    long drawUp() {
        var nothing = Json.object().put("version", 0).put("digest", "");
        refused("approves what is not drawn up", desk.approve(desk.first(), nothing), 409, "result.not-drawn");
        var first = desk.draw("");
        problems(first);
        refused("approves with problems", desk.approve(desk.first(), first), 409, "result.problems");
        var rulings = rule();
        loseTheUnreturned();
        refused("approves what is stale", desk.approve(desk.first(), desk.sheet()), 409, "result.stale");
        var again = desk.draw("");
        drawn(
                again.path("problems").asInt(-1) == 0
                        && again.path("version").asInt(-1)
                                > first.path("version").asInt(-1)
                        && !again.path("stale").asBoolean(true),
                "everything is ruled on, the sheet says " + again);
        return rulings;
    }

    /** Exactly what nobody has ruled on yet, and what nobody has returned. */
    private void problems(JsonNode sheet) {
        var listed = desk.problems();
        var due = scene.books().incidents().stream()
                .filter(incident -> GRAVE.contains(incident.kind()))
                .map(ExamBooks.Incident::attempt)
                .collect(Collectors.toSet());
        drawn(
                of(listed, "NOT_RULED").equals(due),
                "nobody has ruled on " + due + ", listed are " + of(listed, "NOT_RULED"));
        drawn(
                sheet.path("problems").asInt(-1) == listed.size()
                        && listed.stream()
                                .map(problem -> Json.text(problem, "kind"))
                                .allMatch(kind -> kind.equals("NOT_RULED") || kind.equals("NOT_RETURNED")),
                "the sheet has " + sheet.path("problems") + " problems, listed are " + listed);
        var empty = scene.books().unsat().stream().map(ExamBooks.Unsat::attempt).collect(Collectors.toSet());
        drawn(
                empty.containsAll(of(listed, "NOT_RETURNED")),
                "of what somebody wrote has not come back " + of(listed, "NOT_RETURNED"));
    }

    private static Set<String> of(List<JsonNode> problems, String kind) {
        return problems.stream()
                .filter(problem -> Json.text(problem, "kind").equals(kind))
                .map(problem -> Json.text(problem, "script"))
                .collect(Collectors.toSet());
    }

    /** The invigilators' words are all there; of the grave ones those are struck who admit it, the others are dismissed. */
    private long rule() {
        var incidents = desk.incidents();
        var listed = incidents.stream()
                .map(one -> Json.text(one, "script") + " " + Json.text(one, "kind") + " " + Json.text(one, "facts"))
                .sorted()
                .toList();
        var written = scene.books().incidents().stream()
                .map(one -> one.attempt() + " " + one.kind() + " " + one.facts())
                .sorted()
                .toList();
        scene.check(
                Claim.ROOMS_AS_WRITTEN_DOWN,
                listed.equals(written),
                () -> "invigilators wrote down " + written + ", to rule on there are " + listed);
        var grave = incidents.stream()
                .filter(one -> GRAVE.contains(Json.text(one, "kind")))
                .sorted(Comparator.comparing(one -> Json.text(one, "ticket")))
                .toList();
        if (!grave.isEmpty()) {
            strangersRule(Json.text(grave.getFirst(), "incident"));
        }
        var struck = 0;
        for (var one : grave) {
            var finding = "DISMISSED";
            if (scene.books().isCaught(Json.text(one, "script"))) {
                finding = FINDINGS.get(struck++ % FINDINGS.size());
            }
            desk.rule(desk.first(), Json.text(one, "incident"), finding, REASON).orFail();
        }
        return grave.size();
    }

    private void strangersRule(String incident) {
        refused("rules without a reason", desk.rule(desk.first(), incident, "DISMISSED", " "), 422, "result.invalid");
        refused(
                "rules on what nobody wrote down",
                desk.rule(desk.first(), incident.replaceAll("\\d", "9"), "DISMISSED", REASON),
                404,
                "result.incident-unknown");
        var college = scene.data().collegeOfficer();
        var answer = desk.rule(college, incident, "DISMISSED", REASON);
        scene.check(
                Claim.A_ROLE_MAY_NOT,
                answer.isProblem(403, "access.not-permitted"),
                () -> college + " rules on an incident, " + answer);
    }

    /** What a server that was given up may have had, is lost; what came is not. */
    private void loseTheUnreturned() {
        var unreturned = desk.problems().stream()
                .filter(problem -> Json.text(problem, "kind").equals("NOT_RETURNED"))
                .toList();
        var came = scene.books().scripts().getFirst().attempt();
        refused("gives up what came", desk.lose(List.of(came), REASON), 409, "result.something-came");
        refused(
                "gives up what is no run",
                desk.lose(List.of(came.replaceAll("\\d", "9")), REASON),
                404,
                "result.script-unknown");
        if (!unreturned.isEmpty()) {
            desk.loseDespite(
                            unreturned.stream()
                                    .map(one -> Json.text(one, "script"))
                                    .toList(),
                            REASON)
                    .orFail();
        }
        unreturned.forEach(one -> scene.books().lose(Json.text(one, "ticket"), Json.text(one, "subject")));
    }

    /** One alone is not enough, and nobody approves what they have not seen. */
    JsonNode approve() {
        var sheet = desk.sheet();
        var other =
                Json.object().put("version", sheet.path("version").asInt(-1)).put("digest", "0".repeat(64));
        refused("approves another sheet", desk.approve(desk.first(), other), 409, "result.changed");
        desk.approve(desk.first(), sheet).orFail();
        var again = desk.approve(desk.first(), sheet);
        two(again.isProblem(409, "result.second-person"), desk.first() + " approves a second time, " + again);
        two(
                desk.state().equals("HALF_APPROVED")
                        && desk.sheet().path("opens").isNull(),
                "one has approved, the sheet is " + desk.sheet());
        refused(
                "draws up again without a reason what somebody has approved",
                desk.ask(desk.first(), ""),
                422,
                "result.reason-missing");
        desk.approve(desk.second(), sheet).orFail();
        var approved = desk.sheet();
        var logins = Json.each(approved.path("approvals"))
                .map(one -> Json.text(one, "login"))
                .toList();
        two(
                logins.equals(List.of(desk.first(), desk.second())),
                "two have approved, the sheet names " + approved.path("approvals"));
        lateRuling();
        return approved;
    }

    private void lateRuling() {
        desk.incidents().stream()
                .map(one -> Json.text(one, "incident"))
                .findFirst()
                .ifPresent(incident -> refused(
                        "rules anew on what is approved",
                        desk.rule(desk.first(), incident, "ALL_VOID", REASON),
                        409,
                        "result.already-approved"));
    }

    /** Whoever has no business with it. */
    void strangers() {
        var curious = new ArrayList<>(scene.data().markersOf(scene.notice()));
        curious.addAll(scene.data().writersOf(scene.notice()));
        curious.add(Center.OPERATOR);
        for (var login : curious) {
            forbidden(login, desk.as(login).get(desk.address()));
            forbidden(login, desk.as(login).get(desk.address() + "/results"));
        }
        for (var college : scene.data().colleges()) {
            var login = scene.data().officerOf(college);
            forbidden(login, desk.as(login).get(desk.address() + "/problems"));
            forbidden(login, desk.as(login).get(desk.address() + "/incidents"));
            forbidden(login, desk.ask(login, ""));
            forbidden(login, desk.approve(login, Json.object().put("version", 1).put("digest", "")));
        }
        var stranger = scene.data().strangerTo(scene.notice());
        for (var path : List.of("", "/results", "/problems", "/incidents")) {
            var answer = desk.as(stranger).get(desk.address() + path);
            scene.check(
                    Claim.RESULTS_ARE_NOBODYS_BUSINESS,
                    answer.isProblem(404, "result.plan-unknown"),
                    () -> stranger + " looks at another body's results, " + answer);
        }
    }

    private void forbidden(String login, Answer answer) {
        scene.check(
                Claim.A_ROLE_MAY_NOT,
                answer.isProblem(403, "access.not-permitted"),
                () -> login + " must be refused, " + answer);
    }

    private void refused(String what, Answer answer, int status, String code) {
        scene.check(
                Claim.BAD_RESULTS_SAY_WHY,
                answer.isProblem(status, code),
                () -> "somebody " + what + ", expected " + code + ", " + answer);
    }

    private void two(boolean holds, String example) {
        scene.check(Claim.TWO_APPROVE, holds, () -> example);
    }

    private void drawn(boolean holds, String example) {
        scene.check(Claim.PROBLEMS_ARE_LISTED, holds, () -> example);
    }
}
