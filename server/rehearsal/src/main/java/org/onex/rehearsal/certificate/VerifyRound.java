package org.onex.rehearsal.certificate;

import java.util.List;
import java.util.stream.Stream;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.TraceCheck;
import org.onex.rehearsal.result.Inquirer;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Anybody verifies (查验证书); one certificate is revoked (撤销), and says so from then on. */
final class VerifyRound {

    private static final String REASON = "演练：查实由他人代考";

    private final Scene scene;
    private final CertificateDesk desk;

    VerifyRound(Scene scene, CertificateDesk desk) {
        this.scene = scene;
        this.desk = desk;
    }

    void genuine(JsonNode certificate, String key) {
        var number = Json.text(certificate, "number");
        var byNumber = desk.verify(number, Json.text(certificate, "name"));
        is(certificate, byNumber, "GENUINE");
        verified(
                byNumber.body().path("photo").isNull(), "who types number and name of " + number + " is shown a photo");
        var byKey = desk.verify(key);
        is(certificate, byKey, "GENUINE");
        verified(
                Json.text(byKey.body(), "photo").startsWith("data:image/"),
                "who has the code of " + number + " sees no photo");
    }

    private void is(JsonNode certificate, Answer answer, String state) {
        var said = answer.body();
        verified(
                answer.isFine()
                        && Json.text(said, "state").equals(state)
                        && Stream.of("number", "name", "idNumber", "level", "issuedOn")
                                .allMatch(field -> Json.text(said, field).equals(Json.text(certificate, field)))
                        && Json.text(said, "college").equals(Json.text(certificate.path("college"), "name"))
                        && Json.text(said, "qualification").equals(Json.text(certificate.path("qualification"), "name"))
                        && TraceCheck.numbersIn(Json.MAPPER.writeValueAsBytes(said)) == 0,
                "the certificate " + Json.text(certificate, "number") + " is " + state + ", told is " + answer + " "
                        + Json.text(said, "state"));
    }

    /** Whatever is not right gets one answer. */
    void none(JsonNode certificate, String key) {
        var number = Json.text(certificate, "number");
        var first = desk.verify(number, "别人");
        for (var answer : List.of(
                first,
                desk.verify(number.substring(0, number.length() - 7) + "9999999", Json.text(certificate, "name")),
                desk.verify("1", Json.text(certificate, "name")),
                desk.verify(key.isEmpty() ? "x" : key.substring(1) + "x"))) {
            verified(
                    answer.isProblem(404, "certificate.no-such")
                            && answer.body().equals(first.body()),
                    "there is no such certificate, " + answer + " " + answer.body());
        }
    }

    /** From now on it says so, and nobody gets it any more. */
    void revoke(JsonNode certificate, String key, Inquirer inquirer, HandOutRound handOut) {
        var version = certificate.path("version").asInt(-1);
        var college = desk.college(certificate);
        var own = desk.revoke(college, certificate, version, REASON);
        scene.check(
                Claim.A_ROLE_MAY_NOT,
                own.isProblem(403, "access.not-permitted"),
                () -> college + " revokes a certificate, " + own);
        refused("another body", desk.revoke(stranger(), certificate, version, REASON), 404, "certificate.unknown");
        refused(
                "somebody without a reason",
                desk.revoke(desk.body(), certificate, version, " "),
                422,
                "certificate.reason-missing");
        refused(
                "somebody who saw another version",
                desk.revoke(desk.body(), certificate, version + 7, REASON),
                409,
                "certificate.changed");
        desk.revoke(desk.body(), certificate, version, REASON).orFail();
        var byNumber = desk.verify(Json.text(certificate, "number"), Json.text(certificate, "name"));
        is(certificate, byNumber, "REVOKED");
        is(certificate, desk.verify(key), "REVOKED");
        verified(
                Json.text(byNumber.body().path("revoked"), "reason").equals(REASON),
                "it was revoked because of " + REASON + ", told is "
                        + byNumber.body().path("revoked"));
        var proof = inquirer.proof(handOut.holder(certificate));
        var told = desk.ask("inquiries", proof).orFail();
        verified(
                Json.text(told, "state").equals("REVOKED")
                        && !told.path("downloadable").asBoolean(true),
                "a certificate was revoked, its holder is told " + told);
        refused("its holder", desk.ask("downloads", proof), 409, "certificate.revoked");
        refused("its college", desk.as(college).get(CertificateDesk.file(certificate)), 409, "certificate.revoked");
    }

    private String stranger() {
        return scene.data().strangerTo(scene.notice());
    }

    private void refused(String who, Answer answer, int status, String code) {
        scene.check(
                Claim.BAD_ISSUES_SAY_WHY,
                answer.isProblem(status, code),
                () -> who + " revokes or fetches a certificate, expected " + code + ", " + answer);
    }

    private void verified(boolean holds, String example) {
        scene.check(Claim.VERIFIED_AS_THEY_ARE, holds, () -> example);
    }
}
