package org.onex.center.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.catalog.Level.INTERMEDIATE;
import static org.onex.center.certificate.CertificateDesk.assertRefused;
import static org.onex.center.certificate.CertificateDesk.run;
import static org.onex.center.certificate.CertificateFixtures.COLLEGE;
import static org.onex.center.certificate.CertificateFixtures.PLAN;
import static org.onex.center.certificate.CertificateFixtures.college;
import static org.onex.center.certificate.CertificateFixtures.officer;
import static org.onex.center.certificate.CertificateFixtures.otherBody;
import static org.onex.center.certificate.CertificateFixtures.otherCollege;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.Staff;
import org.onex.center.file.FileStore;
import org.onex.center.organization.Actor;
import org.onex.center.result.PassedResult;
import org.onex.center.result.Proof;
import org.onex.center.typesetting.Portrait;
import org.onex.foundation.web.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets a certificate, who learns whether one is genuine, and who takes one back; in a real database. */
@CenterTest
@Import(CertificateDesk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandOutModuleTests {

    private static final CertificateList.Filter EVERYTHING = new CertificateList.Filter(null, null, null, null, null);
    private static final String ADDRESS = "10.0.0.1";

    @LocalServerPort
    private int port;

    @Autowired
    private CertificateDesk desk;

    @Autowired
    private CertificateList list;

    @Autowired
    private IssueList issues;

    @Autowired
    private FileStore files;

    @Autowired
    private JdbcClient jdbc;

    private PassedResult holder = new ResultsOnPaper().pass("x", COLLEGE, INTERMEDIATE);

    @BeforeAll
    void publish() {
        desk.publish(port);
    }

    @BeforeEach
    void oneHolds() {
        desk.clear();
        holder = desk.holder("张示范");
    }

    private Certificate revoke() {
        return desk.inTransaction(
                () -> desk.revoke.revoke(desk.certificate(holder).key(), 1, "冒名顶替", officer()));
    }

    @Test
    void bothPartiesGetTheFileAndNobodyElse() {
        var key = desk.certificate(holder).key();
        for (var party : List.of(officer(), college())) {
            assertThat(desk.handOut.file(key, party).content()).startsWith('%', 'P', 'D', 'F');
        }
        for (var stranger : List.of(otherBody(), otherCollege())) {
            assertRefused("unknown", () -> desk.handOut.file(key, stranger));
            assertRefused(
                    "issue-unknown", () -> desk.handOut.archive(desk.only().id(), stranger));
        }
    }

    @Test
    void nobodyDownloadsWhileTheCollegeOwesAndEverybodyOnceItDoesNot() {
        var key = desk.certificate(holder).key();
        desk.owing.add(COLLEGE + PLAN);
        assertRefused("fee-not-cleared", () -> desk.handOut.file(key, officer()));
        assertRefused("fee-not-cleared", () -> desk.handOut.file(key, college()));
        assertRefused("fee-not-cleared", () -> desk.handOut.archive(desk.only().id(), college()));
        assertRefused("fee-not-cleared", () -> desk.handOut.ownFile(ResultsOnPaper.proof(holder), ADDRESS));
        assertThat(desk.handOut.own(ResultsOnPaper.proof(holder), ADDRESS).state())
                .isEqualTo(Certificate.State.VALID);
        desk.owing.clear();
        assertThat(desk.handOut.ownFile(ResultsOnPaper.proof(holder), ADDRESS).number())
                .isEqualTo("990000004202420000001");
    }

    @Test
    void aCandidateGetsTheirOwnAndNobodyElses() {
        var other = desk.holder("李示范");
        var proof = ResultsOnPaper.proof(holder);
        assertThat(desk.handOut.own(proof, ADDRESS).key().candidate()).isEqualTo(ResultsOnPaper.candidate(holder));
        for (var wrong : List.of(
                new Proof(proof.idNumber(), proof.name(), other.ticket()),
                new Proof(other.number().value(), proof.name(), proof.ticket()),
                new Proof(proof.idNumber(), other.name(), proof.ticket()))) {
            assertRefused("none", () -> desk.handOut.own(wrong, ADDRESS));
        }
    }

    @Test
    void aCandidateHasNoneBeforeItsFileIsMade() {
        var late = desk.results.pass("王示范", COLLEGE, INTERMEDIATE);
        assertRefused("none", () -> desk.handOut.own(ResultsOnPaper.proof(late), ADDRESS));
        desk.becomeFinal();
        desk.drawUp.run();
        var issue = desk.signWithoutJob(desk.issues().getLast());
        assertRefused("none", () -> desk.handOut.own(ResultsOnPaper.proof(late), ADDRESS));
        desk.issue.run(run(issue, done -> {}));
        assertThat(desk.handOut
                        .own(ResultsOnPaper.proof(late), ADDRESS)
                        .issued()
                        .number())
                .endsWith("0000002");
    }

    @Test
    void theArchiveHoldsWhatStillHolds() throws IOException {
        desk.clear();
        var people = desk.results.pass(3, COLLEGE, INTERMEDIATE);
        desk.drawUp.run();
        var issue = desk.signedWithoutJob();
        assertRefused("not-issued", () -> desk.handOut.archive(issue.id(), officer()));
        desk.issue.run(run(issue, done -> {}));
        holder = people.get(1);
        revoke();
        var written = new ByteArrayOutputStream();
        desk.handOut.write(desk.handOut.archive(issue.id(), officer()), written);
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(zip.readAllBytes()).startsWith('%', 'P', 'D', 'F');
            }
        }
        assertThat(names)
                .hasSize(2)
                .doesNotContain(desk.certificate(holder).issued().number() + ".pdf");
    }

    @Test
    void anArchiveThatBreaksDoesNotOpenAsIfItWereAll() throws IOException {
        desk.holder("李示范");
        var issue = desk.issues().getLast();
        keepAs(issue, "0".repeat(64));
        var written = new ByteArrayOutputStream();
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> desk.handOut.write(issue, written));
        assertThat(written.toString(StandardCharsets.ISO_8859_1)).doesNotContain("PK\005\006");
    }

    @Test
    void aDownloadThatBreaksIsCutOff() {
        desk.clear();
        desk.results.pass(2, COLLEGE, INTERMEDIATE);
        desk.drawUp.run();
        var issue = desk.signedWithoutJob();
        desk.issue.run(run(issue, done -> {}));
        var large = new byte[200_000];
        new Random(1).nextBytes(large);
        keepAs(issue, files.keep(large));
        try (var officer = Staff.signedIn(port, "hongke")) {
            var path = "/api/certificate/issues/" + issue.id() + "/files";
            assertThat(officer.bytes(path)).hasSizeGreaterThan(200_000);
            jdbc.sql("""
                    update certificate.certificate set file = :none where id = (select max(id::text)::uuid from certificate.certificate)
                    """).param("none", "0".repeat(64)).update();
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> officer.bytes(path));
        }
    }

    private void keepAs(Issue issue, String file) {
        jdbc.sql("update certificate.certificate set file = :file where issue_id = :issue")
                .param("file", file)
                .param("issue", issue.id())
                .update();
    }

    @Test
    void aPhotoIsPrintedAndShownWithoutWhatACameraWrites() throws IOException {
        desk.clear();
        var passed = desk.results.pass(1, COLLEGE, INTERMEDIATE);
        desk.photograph(passed, files.keep(CertificateTexts.aSnapshot()));
        desk.drawUp.run();
        desk.issue.run(run(desk.signedWithoutJob(), done -> {}));
        var printed = Objects.requireNonNull(desk.drawing.photo).content().get();
        var key = desk.drawing.drawn.getLast().verifyAddress().split("=", -1)[1];
        try (var anybody = Staff.atThePortal(port)) {
            var answer = anybody.post("/api/certificate/verifications", Map.of("key", key));
            var shown = answer.body().path("photo").asString();
            assertThat(shown).startsWith("data:image/jpeg;base64,");
            assertThat(Base64.getDecoder().decode(shown.substring(shown.indexOf(',') + 1)))
                    .isEqualTo(printed);
        }
        assertThat(new String(printed, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS");
        var picture = ImageIO.read(new ByteArrayInputStream(printed));
        assertThat(picture.getWidth()).isEqualTo(295);
        assertThat(picture.getHeight()).isEqualTo(413);
        assertThat(new Portrait("x", () -> new byte[] {1, 2}).plain().content().get())
                .isEmpty();
    }

    @Test
    void whoGetsTheirOwnFileStandsOnTheTrailWithoutTheirIdNumber() {
        desk.handOut.ownFile(ResultsOnPaper.proof(holder), ADDRESS);
        var facts = jdbc.sql(
                        "select facts from audit.entry where subject = :subject and act = 'certificate.hand-out-own'")
                .param("subject", desk.certificate(holder).key().text())
                .query(String.class)
                .single();
        assertThat(facts)
                .contains(desk.certificate(holder).issued().number())
                .doesNotContain(holder.number().value());
    }

    @Test
    void aHouseWithManyAddressesIsOneAndItsNeighbourIsAnother() {
        var verify = desk.newVerify();
        for (int i = 0; i < VerifyCertificate.WRONG_PER_ADDRESS; i++) {
            var address = "2001:db8:1:2::" + Integer.toHexString(i + 1);
            assertRefused("no-such", () -> verify.byKey("B", address));
        }
        assertRefused("too-many-tries", () -> verify.byKey("B", "2001:db8:1:2:ffff::1"));
        assertRefused("no-such", () -> verify.byKey("B", "2001:db8:1:3::1"));
    }

    @Test
    void anAddressThatTriesOneNameForManyNumbersIsStoppedAndOneThatIsRightIsNot() {
        var verify = desk.newVerify();
        var number = desk.certificate(holder).issued().number();
        for (int i = 0; i < VerifyCertificate.WRONG_PER_ADDRESS; i++) {
            var other = "99000000420242%07d".formatted(i + 100);
            assertRefused("no-such", () -> verify.byNumber(other, "张示范", ADDRESS));
            assertThat(verify.byNumber(number, "张示范", "10.0.0.2").issued().number())
                    .isEqualTo(number);
        }
        assertRefused("too-many-tries", () -> verify.byNumber("990000004202429999999", "张示范", ADDRESS));
    }

    @Test
    void aRevokedOneIsHandedOutToNobodyAndSaysSo() {
        revoke();
        var key = desk.certificate(holder).key();
        assertRefused("revoked", () -> desk.handOut.file(key, officer()));
        assertRefused("revoked", () -> desk.handOut.ownFile(ResultsOnPaper.proof(holder), ADDRESS));
        var answered = desk.verify.byNumber("990000004202420000001", "张示范", ADDRESS);
        assertThat(answered.state()).isEqualTo(Certificate.State.REVOKED);
        assertThat(answered.revoked()).isNotNull();
        assertThat(answered.revoked().reason()).isEqualTo("冒名顶替");
    }

    @Test
    void onlyItsAwardingBodyRevokesOne() {
        var key = desk.certificate(holder).key();
        for (var other : List.of(otherBody(), college(), otherCollege())) {
            assertRefused("unknown", () -> desk.inTransaction(() -> desk.revoke.revoke(key, 1, "x", other)));
        }
        assertThat(desk.certificate(holder).state()).isEqualTo(Certificate.State.VALID);
    }

    @Test
    void aStrangerLearnsTheSameOfWrongNamesNumbersAndKeys() {
        var number = desk.certificate(holder).issued().number();
        assertThat(desk.verify.byNumber(number, " 张 示范 ", ADDRESS).holder().name())
                .isEqualTo("张示范");
        assertRefused("no-such", () -> desk.verify.byNumber(number, "李示范", ADDRESS));
        assertRefused("no-such", () -> desk.verify.byNumber("990000004202420000009", "张示范", ADDRESS));
        assertRefused("no-such", () -> desk.verify.byNumber("1", "张示范", ADDRESS));
        assertRefused("no-such", () -> desk.verify.byKey("A".repeat(22), ADDRESS));
        assertRefused("invalid", () -> desk.verify.byNumber(number, " ", ADDRESS));
        assertRefused("invalid", () -> desk.verify.byNumber(null, "张示范", ADDRESS));
    }

    @Test
    void whoTriesNamesIsStoppedAndWhoKnowsTheNameIsNot() {
        var verify = desk.newVerify();
        var number = desk.certificate(holder).issued().number();
        for (int i = 0; i < VerifyCertificate.WRONG_PER_NUMBER * 2; i++) {
            verify.byNumber(number, "张示范", ADDRESS);
        }
        for (int i = 0; i < VerifyCertificate.WRONG_PER_NUMBER; i++) {
            assertRefused("no-such", () -> verify.byNumber(number, "李示范", ADDRESS));
        }
        assertRefused("too-many-tries", () -> verify.byNumber(number, "李示范", "10.0.0.2"));
    }

    @Test
    void anAddressThatTriesNumbersIsStoppedAndAnotherIsNot() {
        var verify = desk.newVerify();
        var stopped = 0;
        for (int i = 0; i < VerifyCertificate.TRIES_PER_ADDRESS * 2; i++) {
            try {
                verify.byKey("B" + i, ADDRESS);
            } catch (CertificateRefused e) {
                stopped += e.code().equals("certificate.too-many-tries") ? 1 : 0;
            }
        }
        assertThat(stopped).isPositive();
        assertRefused("no-such", () -> verify.byKey("C", "10.0.0.2"));
    }

    @Test
    void listsShowPartiesTheirOwnAndFindByNumberNameAndState() {
        desk.holder("李示范");
        revoke();
        assertThat(numbers(EVERYTHING, officer())).hasSize(2);
        assertThat(numbers(EVERYTHING, college())).hasSize(2);
        assertThat(numbers(EVERYTHING, otherBody())).isEmpty();
        assertThat(numbers(EVERYTHING, otherCollege())).isEmpty();
        assertThat(numbers(new CertificateList.Filter(PLAN, COLLEGE, INTERMEDIATE, null, "李"), officer()))
                .containsExactly("990000004202420000002");
        assertThat(numbers(new CertificateList.Filter(null, null, null, null, "0000001"), officer()))
                .containsExactly("990000004202420000001");
        assertThat(numbers(new CertificateList.Filter(null, null, null, Certificate.State.REVOKED, null), officer()))
                .containsExactly("990000004202420000001");
        assertThat(list.find(EVERYTHING, officer(), "990000004202420000001", 5)).hasSize(1);
        assertThat(issues.plans(officer(), "", new PageRequest(null, null).size()))
                .containsExactly(new IssueList.PlanRow(PLAN, 2, 0, 0, 2, 2, 1));
        assertThat(issues.plans(otherCollege(), "", 5)).isEmpty();
        assertThat(issues.find(new IssueList.Filter(PLAN, COLLEGE, Issue.State.ISSUED), college(), "", 5))
                .extracting(Issue::number)
                .containsExactly(2, 1);
        assertThat(issues.find(new IssueList.Filter(null, null, null), otherBody(), "", 5))
                .isEmpty();
    }

    private List<String> numbers(CertificateList.Filter filter, Actor actor) {
        var found = list.find(filter, actor, "", 50);
        assertThat(list.count(filter, actor)).isEqualTo(found.size());
        return found.stream().map(certificate -> certificate.issued().number()).toList();
    }
}
