package org.onex.center.certificate;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.organization.Actor;
import org.onex.center.result.PassedResult;
import org.onex.center.result.Proof;
import org.onex.foundation.web.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

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
