package org.onex.rehearsal.people;

import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Lets those try who have no business with a college's people: another college finds nobody, and everybody else is refused. */
final class StrangerCheck {

    private static final String SEARCHES = "/api/candidate/searches";

    private final Scene scene;

    StrangerCheck(Scene scene) {
        this.scene = scene;
    }

    /** By another college, which has not enrolled them. */
    void checkCollege(String stranger, Person person, JsonNode enrolment) {
        var browser = scene.center().as(stranger);
        var address = CollegeDesk.address(enrolment);
        var found = browser.ask(SEARCHES, Json.object().put("idNumber", person.idNumber()));
        unseen(found.isFine() && found.body().isEmpty(), stranger, found);
        unknown(stranger, browser.get(address), "candidate.unknown");
        var reason = Json.object().put("reason", "演练：越权查看");
        unknown(stranger, browser.send("POST", address + "/disclosure", reason), "candidate.unknown");
        var version = Json.object().put("version", enrolment.path("version").asInt(0));
        unknown(stranger, browser.send("POST", address + "/ending", version), "candidate.unknown");
        var revision = version.deepCopy();
        var values = revision.putObject("values");
        person.values().forEach((column, text) -> values.put(column.name(), text));
        unknown(stranger, browser.send("PUT", address, revision), "candidate.unknown");
        var identity = "/api/identity/enrolments/" + CollegeDesk.key(enrolment);
        unknown(stranger, browser.get(identity + "/findings"), "identity.unknown");
        unknown(stranger, browser.get("/api/photo/photos/" + CollegeDesk.key(enrolment)), "photo.unknown");
    }

    /** A roster of another college, with everything that hangs on it. */
    void checkRoster(String stranger, JsonNode roster) {
        var browser = scene.center().as(stranger);
        var path = CollegeDesk.ROSTERS + "/" + Json.text(roster, "id");
        unknown(stranger, browser.get(path), "intake.import-unknown");
        unknown(stranger, browser.get(path + "/rows"), "intake.import-unknown");
        unknown(stranger, browser.get(path + "/bad-rows"), "intake.import-unknown");
        unknown(stranger, browser.send("POST", path + "/entering", Json.object()), "intake.import-unknown");
    }

    /** Awarding bodies and the operator look after no candidates. */
    void checkRoles(JsonNode enrolment) {
        for (var login : new String[] {scene.data().officerOf(scene.notice()), Center.OPERATOR}) {
            var browser = scene.center().as(login);
            refused(login, browser.get(CollegeDesk.ENROLMENTS));
            refused(login, browser.get(CollegeDesk.address(enrolment)));
            refused(login, browser.get(TemplateCheck.PATH));
            refused(login, browser.get(CollegeDesk.ROSTERS));
            refused(login, browser.ask(SEARCHES, Json.object().put("idNumber", "")));
            refused(login, browser.upload("/api/file/files?name=x.csv", new byte[] {'x'}));
            var reason = Json.object().put("reason", "演练：越权查看");
            refused(login, browser.send("POST", CollegeDesk.address(enrolment) + "/disclosure", reason));
        }
    }

    private void refused(String login, Answer answer) {
        scene.check(
                Claim.A_ROLE_MAY_NOT,
                answer.isProblem(403, "access.not-permitted"),
                () -> login + " must be refused, " + answer);
    }

    private void unknown(String stranger, Answer answer, String code) {
        unseen(answer.isProblem(404, code), stranger, answer);
    }

    private void unseen(boolean holds, String stranger, Answer answer) {
        scene.check(Claim.ONLY_ITS_COLLEGE, holds, () -> stranger + " looks at another college's people, " + answer);
    }
}
