package org.onex.rehearsal.certificate;

import java.util.List;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.DemoData;
import org.onex.rehearsal.scene.Http;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Where body and colleges work on certificates (证书管理), and where everybody asks for them. */
final class CertificateDesk {

    static final String ROOT = "/api/certificate";
    static final String ISSUES = ROOT + "/issues";
    static final String CERTIFICATES = ROOT + "/certificates";

    private final Scene scene;

    CertificateDesk(Scene scene) {
        this.scene = scene;
    }

    String body() {
        return scene.data().officerOf(scene.notice());
    }

    /** The account that speaks for the college of an issue or a certificate. */
    String college(JsonNode shown) {
        var code = Json.text(shown.path("college"), "code");
        return scene.data().colleges().stream()
                .filter(college -> college.code().equals(code))
                .map(scene.data()::officerOf)
                .findFirst()
                .orElseThrow();
    }

    /** Of some other college. */
    List<String> otherColleges(JsonNode shown) {
        var own = college(shown);
        return scene.data().colleges().stream()
                .map((DemoData.College college) -> scene.data().officerOf(college))
                .filter(login -> !login.equals(own))
                .toList();
    }

    Http as(String login) {
        return scene.center().as(login);
    }

    List<JsonNode> issues(String login) {
        return scene.all(login, ISSUES + "?plan=" + scene.plan().code());
    }

    List<JsonNode> issues() {
        return issues(body());
    }

    static String address(JsonNode issue) {
        return ISSUES + "/" + Json.text(issue, "id");
    }

    JsonNode again(JsonNode issue) {
        return as(body()).get(address(issue)).orFail();
    }

    List<JsonNode> people(JsonNode issue) {
        return scene.all(body(), address(issue) + "/people");
    }

    Answer sign(String login, JsonNode looked) {
        return as(login).send("POST", address(looked) + "/signature", Json.pick(looked, "digest"));
    }

    List<JsonNode> certificates(String login) {
        return scene.all(login, CERTIFICATES + "?plan=" + scene.plan().code());
    }

    List<JsonNode> certificates() {
        return certificates(body());
    }

    static String file(JsonNode certificate) {
        return address(
                        certificate.path("key").path("candidate"),
                        certificate.path("key").path("id")) + "/file";
    }

    private static String address(JsonNode candidate, JsonNode id) {
        return CERTIFICATES + "/" + candidate.asString("") + "/" + id.asString("");
    }

    Answer revoke(String login, JsonNode certificate, int version, String reason) {
        var key = certificate.path("key");
        var order = Json.object().put("version", version).put("reason", reason);
        return as(login).send("POST", address(key.path("candidate"), key.path("id")) + "/revocation", order);
    }

    /** Somebody without an account asks. */
    Answer ask(String what, JsonNode question) {
        return scene.center().nobody().ask(ROOT + "/" + what, question);
    }

    Answer verify(String number, String name) {
        return ask("verifications", Json.object().put("number", number).put("name", name));
    }

    Answer verify(String key) {
        return ask("verifications", Json.object().put("key", key));
    }
}
