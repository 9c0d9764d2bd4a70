package org.onex.rehearsal.certificate;

import java.util.ArrayList;
import java.util.List;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.result.Inquirer;
import org.onex.rehearsal.result.Standing;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;
import tools.jackson.databind.JsonNode;

/** Body and colleges sign their issues (签发) in either order; before both have, there is nothing. */
final class SigningRound {

    private final Scene scene;
    private final CertificateDesk desk;
    private final Standing standing;

    SigningRound(Scene scene, CertificateDesk desk, Standing standing) {
        this.scene = scene;
        this.desk = desk;
        this.standing = standing;
    }

    private List<Place> passed(String college) {
        return standing.places().stream()
                .filter(standing::isPassed)
                .filter(place -> place.guest().college().equals(college))
                .toList();
    }

    /** One for each college of which somebody passed, with exactly these. */
    void drawnUp(List<JsonNode> issues) {
        for (var college : scene.data().colleges()) {
            var own = issues.stream()
                    .filter(issue -> Json.text(issue.path("college"), "code").equals(college.code()))
                    .toList();
            var listed = own.stream()
                    .flatMap(issue -> desk.people(issue).stream())
                    .map(person -> Json.text(person, "ticket") + " " + Json.text(person, "number"))
                    .sorted()
                    .toList();
            var expected = passed(college.code()).stream()
                    .map(place -> place.guest().ticket() + " ")
                    .sorted()
                    .toList();
            scene.check(
                    Claim.CERTIFICATES_FOR_WHO_PASSED,
                    own.size() <= 1 && listed.equals(expected),
                    () -> "of " + college.name() + " passed " + expected + ", its issues have " + listed);
            own.forEach(issue -> scene.check(
                    Claim.CERTIFICATES_FOR_WHO_PASSED,
                    issue.path("people").asInt(-1) == expected.size()
                            && issue.path("problems").path("noPhoto").asInt(-1) == 0
                            && issue.path("problems").path("noGlyph").asInt(-1) == 0,
                    () -> "everybody has a photo and a name that can be printed, the issue says " + issue));
        }
        if (!issues.isEmpty()) {
            strangers(issues.getFirst());
        }
    }

    /** Whoever has a certificate has passed, and both have signed for it. */
    void signedFor(List<JsonNode> issues, List<JsonNode> certificates) {
        var passed = standing.places().stream().filter(standing::isPassed).toList();
        scene.check(
                Claim.CERTIFICATES_FOR_WHO_PASSED,
                certificates.size() == passed.size(),
                () -> passed.size() + " people passed, there are " + certificates.size() + " certificates");
        for (var certificate : certificates) {
            var hasPassed = passed.stream()
                    .map(Place::guest)
                    .anyMatch(guest -> guest.candidate().equals(Json.text(certificate.path("key"), "candidate"))
                            && guest.level().equals(Json.text(certificate, "level")));
            var parties = issues.stream()
                    .filter(issue -> Json.text(issue, "id").equals(Json.text(certificate, "issue")))
                    .flatMap(issue -> Json.each(issue.path("signatures")))
                    .map(signature -> Json.text(signature, "organization"))
                    .toList();
            var both = List.of(scene.data().bodyOf(desk.body()).name(), Json.text(certificate.path("college"), "name"));
            scene.check(
                    Claim.CERTIFICATES_FOR_WHO_PASSED,
                    hasPassed && parties.size() == both.size() && parties.containsAll(both),
                    () -> certificate + " is for somebody who has " + (hasPassed ? "" : "not ") + "passed, signed by "
                            + parties);
        }
    }

    private void strangers(JsonNode issue) {
        var foreign = new ArrayList<>(desk.otherColleges(issue));
        foreign.add(scene.data().strangerTo(scene.notice()));
        for (var login : foreign) {
            secret(login, desk.as(login).get(CertificateDesk.address(issue)));
            secret(login, desk.as(login).get(CertificateDesk.address(issue) + "/people"));
            secret(login, desk.sign(login, issue));
        }
        var curious = new ArrayList<>(scene.data().markersOf(scene.notice()));
        curious.addAll(scene.data().writersOf(scene.notice()));
        curious.add(Center.OPERATOR);
        for (var login : curious) {
            var answer = desk.as(login).get(CertificateDesk.address(issue));
            scene.check(
                    Claim.A_ROLE_MAY_NOT,
                    answer.isProblem(403, "access.not-permitted"),
                    () -> login + " must be refused, " + answer);
        }
    }

    private void secret(String login, Answer answer) {
        scene.check(
                Claim.CERTIFICATES_ARE_NOBODYS_BUSINESS,
                answer.isProblem(404, "certificate.issue-unknown"),
                () -> login + " looks at another's issue, " + answer);
    }

    /**
     * Both sign.
     *
     * @param isBodyFirst whether the body signs first
     */
    void sign(JsonNode issue, boolean isBodyFirst) {
        var one = isBodyFirst ? desk.body() : desk.college(issue);
        var other = isBodyFirst ? desk.college(issue) : desk.body();
        var changed = Json.pick(issue, "id", "college").put("digest", "0".repeat(64));
        refused("signs what they have not seen", desk.sign(one, changed), 409, "certificate.changed");
        nothing(issue, "nobody has signed");
        desk.sign(one, issue).orFail();
        refused("signs twice", desk.sign(one, issue), 409, "certificate.already-signed");
        nothing(issue, one + " has signed alone");
        desk.sign(other, issue).orFail();
    }

    /** Nobody has a certificate, and no file is handed out. */
    private void nothing(JsonNode issue, String when) {
        var code = Json.text(issue.path("college"), "code");
        var state = Json.text(desk.again(issue), "state");
        both(
                (state.equals("DRAWN") || state.equals("HALF_SIGNED"))
                        && desk.certificates().stream()
                                .noneMatch(one ->
                                        Json.text(one.path("college"), "code").equals(code)),
                when + ", the issue is " + state + " or there are certificates");
        var files = desk.as(desk.body()).get(CertificateDesk.address(issue) + "/files");
        both(files.status() == 409, when + ", its files are asked for, " + files);
        passed(code).stream().limit(2).forEach(place -> {
            var proof = new Inquirer(scene).proof(place);
            for (var what : List.of("inquiries", "downloads")) {
                var answer = desk.ask(what, proof);
                both(answer.isProblem(404, "certificate.none"), when + ", " + place + " asks, " + answer);
            }
        });
    }

    private void both(boolean holds, String example) {
        scene.check(Claim.SIGNED_BY_BOTH, holds, () -> example);
    }

    private void refused(String what, Answer answer, int status, String code) {
        scene.check(
                Claim.BAD_ISSUES_SAY_WHY,
                answer.isProblem(status, code),
                () -> "somebody " + what + ", expected " + code + ", " + answer);
    }
}
