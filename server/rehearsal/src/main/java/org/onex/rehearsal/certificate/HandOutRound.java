package org.onex.rehearsal.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.onex.rehearsal.fee.BillCheck;
import org.onex.rehearsal.fee.LatePayment;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.result.Inquirer;
import org.onex.rehearsal.result.Standing;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.seating.Place;
import tools.jackson.databind.JsonNode;

/** Files are fetched (证书下载) by officers and candidates where the college owes nothing; where it does, when it has paid. */
final class HandOutRound {

    private final Scene scene;
    private final CertificateDesk desk;
    private final Standing standing;
    private final Inquirer inquirer;

    HandOutRound(Scene scene, CertificateDesk desk, Standing standing) {
        this.scene = scene;
        this.desk = desk;
        this.standing = standing;
        this.inquirer = new Inquirer(scene);
    }

    /** The codes of colleges that owe nothing. */
    List<String> cleared() {
        return new BillCheck(scene)
                .check(true).stream()
                        .filter(bill -> bill.path("cleared").asBoolean())
                        .map(bill -> Json.text(bill.path("college"), "code"))
                        .toList();
    }

    /** One college that owed something pays after all; answers how many did. */
    long play(List<JsonNode> issues) {
        var cleared = cleared();
        var owing =
                issues.stream().filter(issue -> !cleared.contains(code(issue))).toList();
        for (var issue : issues) {
            out(
                    issue.path("cleared").asBoolean() == cleared.contains(code(issue)),
                    "cleared are " + cleared + ", the issue says " + issue);
        }
        owing.forEach(this::withheld);
        if (!owing.isEmpty()) {
            new LatePayment(scene).of(code(owing.getFirst()));
        }
        var paid = cleared();
        issues.stream().filter(issue -> paid.contains(code(issue))).forEach(this::handedOut);
        return (long) paid.size() - cleared.size();
    }

    private static String code(JsonNode issue) {
        return Json.text(issue.path("college"), "code");
    }

    private List<JsonNode> of(JsonNode issue) {
        return desk.certificates().stream()
                .filter(one -> Json.text(one, "issue").equals(Json.text(issue, "id")))
                .toList();
    }

    /** Whose it is. */
    Place holder(JsonNode certificate) {
        return standing.places().stream()
                .filter(place -> place.guest().candidate().equals(Json.text(certificate.path("key"), "candidate")))
                .filter(place -> place.guest().level().equals(Json.text(certificate, "level")))
                .findFirst()
                .orElseThrow(() -> new Unexpected("nobody sat for the certificate " + certificate));
    }

    private void withheld(JsonNode issue) {
        var certificate = of(issue).getFirst();
        var answers = new ArrayList<Answer>();
        for (var login : List.of(desk.body(), desk.college(issue))) {
            answers.add(desk.as(login).get(CertificateDesk.file(certificate)));
            answers.add(desk.as(login).get(CertificateDesk.address(issue) + "/files"));
        }
        var proof = inquirer.proof(holder(certificate));
        answers.add(desk.ask("downloads", proof));
        answers.forEach(answer ->
                out(answer.isProblem(409, "certificate.fee-not-cleared"), "the college owes something, " + answer));
        var told = desk.ask("inquiries", proof).orFail();
        out(
                Json.text(told, "number").equals(Json.text(certificate, "number"))
                        && !told.path("downloadable").asBoolean(true)
                        && Json.text(told, "reason").equals("FEE_NOT_CLEARED"),
                "the college owes something, its candidate is told " + told);
    }

    private void handedOut(JsonNode issue) {
        var own = of(issue);
        var zip = names(desk.as(desk.college(issue)).download(CertificateDesk.address(issue) + "/files"));
        var numbers = own.stream()
                .map(one -> Json.text(one, "number") + ".pdf")
                .sorted()
                .toList();
        out(zip.equals(numbers), "the issue has " + numbers + ", its archive " + zip);
        var certificate = own.getFirst();
        var proof = inquirer.proof(holder(certificate));
        var told = desk.ask("inquiries", proof).orFail();
        out(
                Json.text(told, "number").equals(Json.text(certificate, "number"))
                        && told.path("downloadable").asBoolean()
                        && told.path("reason").isNull(),
                "all is paid, the candidate is told " + told);
        var fetched = scene.center().nobody().download(CertificateDesk.ROOT + "/downloads", proof);
        out(
                Arrays.equals(fetched, desk.as(desk.body()).download(CertificateDesk.file(certificate))),
                "a candidate gets another file than the officer");
        for (var login : desk.otherColleges(certificate)) {
            var answer = desk.as(login).get(CertificateDesk.file(certificate));
            scene.check(
                    Claim.CERTIFICATES_ARE_NOBODYS_BUSINESS,
                    answer.isProblem(404, "certificate.unknown"),
                    () -> login + " fetches another college's certificate, " + answer);
        }
    }

    private static List<String> names(byte[] archive) {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        } catch (IOException e) {
            throw new Unexpected("an archive of certificates cannot be read: " + e, e);
        }
        return names.stream().sorted().toList();
    }

    /** Who failed has none, and who mixes up people learns as little. */
    void nobodyElse() {
        var failed = standing.places().stream()
                .filter(place -> !standing.isPassed(place))
                .limit(3);
        var passed = standing.places().stream().filter(standing::isPassed).findFirst();
        var answers = new ArrayList<>(failed.map(place -> desk.ask("inquiries", inquirer.proof(place)))
                .toList());
        passed.ifPresent(
                place -> answers.add(desk.ask("inquiries", inquirer.proof(place).put("name", "别人"))));
        answers.forEach(answer -> scene.check(
                Claim.CERTIFICATES_FOR_WHO_PASSED,
                answer.isProblem(404, "certificate.none")
                        && answer.body().equals(answers.getFirst().body()),
                () -> "somebody asks who has no certificate, " + answer + " " + answer.body()));
    }

    private void out(boolean holds, String example) {
        scene.check(Claim.HANDED_OUT_WHEN_CLEARED, holds, () -> example);
    }
}
