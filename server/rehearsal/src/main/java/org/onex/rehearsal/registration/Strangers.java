package org.onex.rehearsal.registration;

import java.util.List;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Lets those try who have no business with a college's registrations: another college, another body, and whoever may only read. */
final class Strangers {

    private final Scene scene;

    Strangers(Scene scene) {
        this.scene = scene;
    }

    /** By the next college each, and by a body whose plan it is not. */
    void check(List<Crew> crews) {
        for (var i = 0; i < crews.size(); i++) {
            var own = crews.get(i).desk();
            var registrations = own.all();
            if (registrations.isEmpty() || crews.size() < 2) {
                continue;
            }
            var stranger = crews.get((i + 1) % crews.size()).desk().login();
            act(stranger, registrations.getFirst());
            var file = own.people().all(RegistrationDesk.IMPORTS).getFirst();
            var path = RegistrationDesk.IMPORTS + "/" + Json.text(file, "id");
            unknown(stranger, scene.center().as(stranger).get(path), "intake.import-unknown");
            unknown(stranger, scene.center().as(stranger).get(path + "/rows"), "intake.import-unknown");
            look(scene.data().strangerTo(scene.notice()), registrations.getFirst());
            roles(registrations.getFirst());
        }
    }

    private void act(String stranger, JsonNode registration) {
        var browser = scene.center().as(stranger);
        var address = RegistrationDesk.address(registration);
        var version = Json.object().put("version", registration.path("version").asInt(0));
        unknown(stranger, browser.get(address), "registration.unknown");
        unknown(stranger, browser.send("POST", address + "/withdrawal", version), "registration.unknown");
        var change = version.deepCopy()
                .put("qualification", Json.text(registration.path("qualification"), "code"))
                .put("level", Json.text(registration, "level"));
        unknown(stranger, browser.send("PUT", address, change), "registration.unknown");
        var wanted = RegistrationDesk.REGISTRATIONS + "?college=" + Json.text(registration.path("college"), "code");
        unseen(stranger, scene.all(stranger, wanted).isEmpty(), "another college's list");
    }

    /** Another body sees nobody, and is told no number. */
    private void look(String stranger, JsonNode registration) {
        var plan = Json.text(registration.path("plan"), "code");
        var browser = scene.center().as(stranger);
        unknown(stranger, browser.get(RegistrationDesk.address(registration)), "registration.unknown");
        unseen(
                stranger,
                scene.all(stranger, RegistrationDesk.REGISTRATIONS + "?plan=" + plan)
                        .isEmpty(),
                "the list of another body's plan");
        var totals = browser.get("/api/registration/totals?plan=" + plan);
        unseen(
                stranger,
                !totals.isFine() || totals.body().path("registrations").asLong(-1) == 0,
                "the numbers of another body's plan");
    }

    private void roles(JsonNode registration) {
        var version = Json.object().put("version", registration.path("version").asInt(0));
        var body = scene.data().officerOf(scene.notice());
        refused(
                body,
                scene.center().as(body).send("POST", RegistrationDesk.address(registration) + "/withdrawal", version));
        refused(body, scene.center().as(body).get(RegistrationDesk.IMPORTS));
        var operator = scene.center().operator();
        refused(Center.OPERATOR, operator.get(RegistrationDesk.REGISTRATIONS));
        refused(Center.OPERATOR, operator.get(RegistrationDesk.address(registration)));
    }

    private void refused(String login, Answer answer) {
        scene.check(
                Claim.A_ROLE_MAY_NOT,
                answer.isProblem(403, "access.not-permitted"),
                () -> login + " must be refused, " + answer);
    }

    private void unknown(String stranger, Answer answer, String code) {
        scene.check(
                Claim.NOBODYS_BUSINESS,
                answer.isProblem(404, code),
                () -> stranger + " looks at what another college registered, " + answer);
    }

    private void unseen(String stranger, boolean holds, String what) {
        scene.check(Claim.NOBODYS_BUSINESS, holds, () -> stranger + " sees something in " + what);
    }
}
