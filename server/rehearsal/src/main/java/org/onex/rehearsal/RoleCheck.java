package org.onex.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Misuse;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Http;
import org.onex.rehearsal.scene.NoticeFile;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/**
 * Checks that everybody is refused what is not theirs. Every attempt would change nothing if it succeeded against the demonstration, so
 * a broken door does no harm.
 */
final class RoleCheck {

    private static final Set<String> OPEN = Set.of(
            "GET /api/clock",
            "GET /api/access/session",
            "POST /api/access/session",
            "DELETE /api/access/session",
            // Proves by a code that it may.
            "POST /api/node/enrolments",
            // Candidates prove by what stands on their ticket who they are; whether a certificate is genuine is
            // everybody's business.
            "POST /api/result/inquiries",
            "POST /api/certificate/inquiries",
            "POST /api/certificate/downloads",
            "POST /api/certificate/verifications",
            "GET /api/signature/authority");

    private final Scene scene;

    RoleCheck(Scene scene) {
        this.scene = scene;
    }

    /** What colleges, bodies and the operator may not do with parties, accounts, qualifications and this notice. */
    void check(NoticeFile file, JsonNode notice) {
        var publication = "/api/plan/notices/" + Json.text(notice, "id") + "/publication";
        var load = "/api/plan/notices?file=" + Center.encoded(file.file());
        for (var login : List.of(scene.data().collegeOfficer(), Center.OPERATOR)) {
            var browser = scene.center().as(login);
            refused(login, browser.sendYaml(load, file.content()));
            refused(login, browser.send("POST", publication, LoadNotices.publication(notice)));
            refused(login, qualification(browser));
        }
        for (var login : List.of(scene.data().collegeOfficer(), scene.data().officerOf(file))) {
            checkOperatorsWork(login);
        }
        checkForeignQualification(file, load);
        if (!LoadNotices.isDraft(notice)) {
            var stranger = scene.data().strangerTo(file);
            var answer = scene.center().as(stranger).send("POST", publication, LoadNotices.publication(notice));
            found(answer.isProblem(403, "plan.not-your-body"), stranger, answer);
        }
    }

    /** Another body cannot offer this body's qualifications in a notice of its own; were it let through, the code would be taken. */
    private void checkForeignQualification(NoticeFile file, String load) {
        var stranger = scene.data().strangerTo(file);
        var stolen = file.content()
                .replaceFirst(
                        "(?m)^awardingBody: .*$",
                        "awardingBody: " + scene.data().bodyOf(stranger).name());
        var answer = scene.center().as(stranger).sendYaml(load, stolen);
        var isForeign = Json.each(answer.body().path("facts").path("problems"))
                .anyMatch(problem -> Json.text(problem, "rule").equals("FOREIGN_QUALIFICATION"));
        found(answer.isProblem(422, "plan.notice-invalid") && isForeign, stranger, answer);
    }

    private void checkOperatorsWork(String login) {
        var data = scene.data();
        var browser = scene.center().as(login);
        var body = data.bodies().getFirst();
        var college = data.colleges().getFirst();
        var account = data.accounts().getFirst();
        refused(
                login,
                browser.send(
                        "PUT",
                        "/api/organization/awarding-bodies/" + body.code(),
                        LoadOrganizations.particulars(body)));
        refused(
                login,
                browser.send(
                        "PUT", "/api/organization/colleges/" + college.code(), LoadOrganizations.particulars(college)));
        refused(
                login,
                browser.send("PUT", "/api/access/accounts/" + account.login(), LoadOrganizations.particulars(account)));
        refused(login, browser.get("/api/access/accounts"));
        refused(login, browser.get("/api/audit/verification"));
        refused(
                login,
                browser.send(
                        "POST",
                        "/api/clock/advance",
                        Json.object().put("to", scene.center().clock().now().toString())));
    }

    private Answer qualification(Http browser) {
        var qualification = scene.data().qualifications().getFirst();
        return browser.send(
                "PUT",
                "/api/catalog/qualifications/" + qualification.code(),
                LoadOrganizations.particulars(qualification.particulars()));
    }

    private void refused(String login, Answer answer) {
        found(answer.isProblem(403, "access.not-permitted"), login, answer);
    }

    /** Walks every address that the API describes without being signed in. */
    void checkNobody() {
        for (var path : api().path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var method = operation.getKey().toUpperCase(Locale.ROOT);
                if (!OPEN.contains(method + " " + path.getKey())) {
                    var answer = asNobody(method, path.getKey().replaceAll("\\{[^}]*}", "x"));
                    found(answer.isProblem(401, "access.not-signed-in"), "nobody", answer);
                }
            }
        }
    }

    private Answer asNobody(String method, String path) {
        var nobody = scene.center().nobody();
        return method.equals("GET") ? nobody.get(path) : nobody.send(method, path, Json.object());
    }

    private JsonNode api() {
        try {
            return Json.MAPPER.readTree(Files.readAllBytes(scene.api()));
        } catch (IOException e) {
            throw new Misuse("cannot read the description of the API: " + e);
        }
    }

    private void found(boolean holds, String login, Answer answer) {
        scene.findings().check(Claim.A_ROLE_MAY_NOT, holds, () -> login + " must be refused, " + answer);
    }
}
