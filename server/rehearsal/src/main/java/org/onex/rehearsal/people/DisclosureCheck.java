package org.onex.rehearsal.people;

import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Asks for what is masked: not without a reason, then whole, and on the audit trail. */
final class DisclosureCheck {

    private final Scene scene;
    private final CollegeDesk desk;

    DisclosureCheck(Scene scene, CollegeDesk desk) {
        this.scene = scene;
        this.desk = desk;
    }

    void check(Person person, JsonNode enrolment) {
        var address = CollegeDesk.address(enrolment) + "/disclosure";
        var without = desk.browser().send("POST", address, Json.object().put("reason", " "));
        scene.check(
                Claim.NUMBERS_ARE_MASKED,
                without.isProblem(422, "candidate.reason-missing")
                        && !MaskCheck.showsNumber(without.body().toString()),
                () -> desk.login() + " gave no reason for seeing everything, " + without);
        var before = entries();
        var whole = desk.browser()
                .send("POST", address, Json.object().put("reason", "演练：核对身份证原件"))
                .orFail();
        scene.check(
                Claim.AS_SENT,
                Json.text(whole, "idNumber").equals(person.idNumber())
                        && Json.text(whole, "phone").equals(person.phone()),
                () -> desk.login() + " asked for everything of " + person + " and got something else");
        var added = entries() - before;
        scene.check(
                Claim.TRAIL_INTACT,
                added >= 1,
                () -> desk.login() + " saw everything of " + person + " and the trail does not say so");
    }

    private long entries() {
        return scene.center()
                .operator()
                .get("/api/audit/verification")
                .orFail()
                .path("entries")
                .asLong(0);
    }
}
