package org.onex.rehearsal;

import java.util.List;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.NoticeFile;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Checks that a draft exists for nobody but its own awarding body, and that nobody else can publish it. */
final class DraftCheck {

    private static final String NOTICES = "/api/plan/notices";

    private final Scene scene;

    DraftCheck(Scene scene) {
        this.scene = scene;
    }

    void check(NoticeFile file, JsonNode draft) {
        var stranger = scene.data().strangerTo(file);
        for (var login : List.of(stranger, scene.data().collegeOfficer(), Center.OPERATOR)) {
            checkUnseen(login, file, draft);
        }
        var path = NOTICES + "/" + Json.text(draft, "id") + "/publication";
        var answer = scene.center().as(stranger).send("POST", path, LoadNotices.publication(draft));
        found(answer.status() == 404 || answer.status() == 403, stranger, file, answer.toString());
    }

    private void checkUnseen(String login, NoticeFile file, JsonNode draft) {
        var browser = scene.center().as(login);
        var notice = browser.get(NOTICES + "/" + Json.text(draft, "id"));
        found(notice.isProblem(404, "plan.notice-unknown"), login, file, notice.toString());
        var plan = browser.get("/api/plan/plans/" + file.plans().getFirst().code());
        found(plan.isProblem(404, "plan.plan-unknown"), login, file, plan.toString());
        var listed = scene.all(login, NOTICES).stream()
                .anyMatch(summary -> Json.text(summary, "code").equals(file.code()));
        found(!listed, login, file, "it is in the list of notices");
        var plansListed = scene.all(login, "/api/plan/plans").stream()
                .anyMatch(summary -> Json.text(summary, "code").startsWith(file.code() + "-"));
        found(!plansListed, login, file, "it is in the list of plans");
    }

    private void found(boolean holds, String login, NoticeFile file, String instead) {
        scene.findings()
                .check(Claim.DRAFT_IS_INVISIBLE, holds, () -> login + " and the draft " + file.code() + ": " + instead);
    }
}
