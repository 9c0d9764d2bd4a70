package org.onex.rehearsal.certificate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.result.Inquirer;
import org.onex.rehearsal.result.PrintedDays;
import org.onex.rehearsal.result.Standing;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.ExamBooks;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;
import tools.jackson.databind.JsonNode;

/** Who passed gets a certificate: signed by body and college, numbered, fetched when all is paid, read, verified, and one of them revoked. */
public final class CertificateStage implements Stage {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long LOOK_AGAIN_MS = 200;
    /** Of which each is read as a whole. */
    private static final int MOST_FILES = 15;

    @Override
    public Step step() {
        return Step.CERTIFICATE;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        var counts = new LinkedHashMap<String, Long>();
        List.of("passed", "issues", "certificates", "paid late", "files read", "revoked")
                .forEach(counted -> counts.put(counted, 0L));
        if (scene.books().scripts().isEmpty()) {
            return counts; // nothing was sat
        }
        var desk = new CertificateDesk(scene);
        try (var files = new FileCheck(scene, desk)) {
            new Play(scene, desk, files::check).play(counts);
        }
        return counts;
    }

    /** Reads the file of a certificate, and answers the key that its code says. */
    interface Reader {

        String check(JsonNode certificate, byte[] file);
    }

    /** From the last final result to a certificate that is revoked. */
    static final class Play {

        private final Scene scene;
        private final CertificateDesk desk;
        private final Reader reader;

        Play(Scene scene, CertificateDesk desk, Reader reader) {
            this.scene = scene;
            this.desk = desk;
            this.reader = reader;
        }

        void play(Map<String, Long> counts) {
            var standing = Standing.now(scene);
            var passed = standing.places().stream().filter(standing::isPassed).count();
            counts.put("passed", passed);
            var issues = drawnUp(passed);
            counts.put("issues", (long) issues.size());
            var signing = new SigningRound(scene, desk, standing);
            signing.drawnUp(issues);
            for (var i = 0; i < issues.size(); i++) {
                signing.sign(issues.get(i), i % 2 == 0);
            }
            var issued = issued(issues.size());
            var certificates = desk.certificates();
            counts.put("certificates", (long) certificates.size());
            signing.signedFor(issued, certificates);
            new NumberCheck(scene).check(certificates);
            var handOut = new HandOutRound(scene, desk, standing);
            counts.put("paid late", handOut.play(issued));
            handOut.nobodyElse();
            read(handOut, counts);
        }

        /** Not before the day that the notice prints. What looks for new results once a minute looks when business time moves. */
        private List<JsonNode> drawnUp(long passed) {
            var from = PrintedDays.of(scene).certificates();
            if (from != null && scene.center().clock().now().isBefore(PrintedDays.startOf(from))) {
                scene.check(
                        Claim.SIGNED_BY_BOTH,
                        desk.issues().isEmpty(),
                        () -> "certificates are made from " + from + " on, there are issues already");
                scene.center().advanceTo(PrintedDays.startOf(from));
            }
            var give = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                var issues = desk.issues();
                if (issues.stream()
                                .mapToLong(issue -> issue.path("people").asLong(0))
                                .sum()
                        >= passed) {
                    return issues;
                }
                pause(give, passed + " people have passed, there are the issues " + issues);
                scene.center().advanceTo(scene.center().clock().now().plusMinutes(1));
            }
        }

        private List<JsonNode> issued(int all) {
            var give = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                var issues = desk.issues();
                var done = issues.stream()
                        .filter(issue -> Json.text(issue, "state").equals("ISSUED"))
                        .count();
                if (done == all) {
                    return issues;
                }
                pause(give, "both have signed, the files are not made: " + issues);
            }
        }

        /** Of colleges that owe nothing. The last one is revoked; what is left for people to look at stands in the books. */
        private void read(HandOutRound handOut, Map<String, Long> counts) {
            var verify = new VerifyRound(scene, desk);
            var cleared = handOut.cleared();
            var readable = desk.certificates().stream()
                    .filter(one -> cleared.contains(Json.text(one.path("college"), "code")))
                    .limit(MOST_FILES)
                    .toList();
            var key = "";
            for (var certificate : readable) {
                key = reader.check(certificate, desk.as(desk.body()).download(CertificateDesk.file(certificate)));
                verify.genuine(certificate, key);
                counts.merge("files read", 1L, Long::sum);
            }
            if (!readable.isEmpty()) {
                verify.none(readable.getLast(), key);
                verify.revoke(readable.getLast(), key, new Inquirer(scene), handOut);
                counts.put("revoked", 1L);
                readable.forEach(one -> scene.books().issued(named(one)));
            }
        }

        private static ExamBooks.Certificate named(JsonNode certificate) {
            return new ExamBooks.Certificate(Json.text(certificate, "number"), Json.text(certificate, "name"));
        }
    }

    private static void pause(long give, String what) {
        if (System.nanoTime() > give) {
            throw new Unexpected(what);
        }
        try {
            Thread.sleep(LOOK_AGAIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }
}
