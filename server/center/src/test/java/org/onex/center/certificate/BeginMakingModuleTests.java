package org.onex.center.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.catalog.Level.INTERMEDIATE;
import static org.onex.center.certificate.CertificateDesk.assertRefused;
import static org.onex.center.certificate.CertificateFixtures.COLLEGE;
import static org.onex.center.certificate.CertificateFixtures.college;
import static org.onex.center.certificate.CertificateFixtures.officer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.Staff;
import org.onex.center.file.FileStore;
import org.onex.center.job.JobDirectory;
import org.onex.foundation.vault.Digests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Making that breaks because a photo is gone from the disk, seen by both parties and the operator, and begun again; with real files and jobs. */
@CenterTest
@Import(CertificateDesk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BeginMakingModuleTests {

    private static final List<String> NUMBERS =
            List.of("990000004202420000001", "990000004202420000002", "990000004202420000003");

    @LocalServerPort
    private int port;

    @Autowired
    private CertificateDesk desk;

    @Autowired
    private BeginMaking making;

    @Autowired
    private JobDirectory jobs;

    @Autowired
    private FileStore files;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    void publish() {
        desk.publish(port);
    }

    @BeforeEach
    void nobodyHasPassed() {
        desk.clear();
    }

    /** Both have signed, and no job that anybody knows makes the files. */
    private Issue stuck() {
        desk.results.pass(1, COLLEGE, INTERMEDIATE);
        desk.drawUp.run();
        return desk.signedWithoutJob();
    }

    /** A party's first signature takes some seconds, and much longer on a machine with other work. */
    private void waitUntilItsJobHasEnded() {
        var job = Objects.requireNonNull(desk.only().course().job());
        var limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!jobs.job(job).orElseThrow().state().isEnded()) {
            assertThat(System.nanoTime()).as("did not end: " + job).isLessThan(limit);
        }
    }

    private static byte[] aPhotoOfNobodyElse() {
        var jpeg = CertificateTexts.jpeg();
        var end = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        var photo = Arrays.copyOf(jpeg, jpeg.length + end.length);
        System.arraycopy(end, 0, photo, jpeg.length, end.length);
        return photo;
    }

    private static JsonNode only(Staff.Answer page) {
        assertThat(page.body().path("items")).as(page.toString()).hasSize(1);
        return page.body().path("items").path(0);
    }

    private static String address(Issue issue) {
        return "/api/certificate/issues/" + issue.id() + "/making";
    }

    private static void assertBroken(Staff somebody) {
        var told = only(somebody.get("/api/certificate/issues")).path("making");
        assertThat(told.path("state").asString()).isEqualTo("BROKEN");
        assertThat(told.path("made").asInt()).isEqualTo(2);
        assertThat(told.path("of").asInt()).isEqualTo(3);
        assertThat(told.path("code").asString()).isEqualTo("certificate.files-missing");
        assertThat(told.path("facts").path("numbers").asString()).isEqualTo(NUMBERS.get(1));
    }

    private void beginAgain(Staff somebody) {
        assertThat(somebody.post(address(desk.only()), Map.of()).status()).isEqualTo(202);
        waitUntilItsJobHasEnded();
    }

    @Test
    void bothPartiesAndTheOperatorSeeThatItBrokeAndBeginItAgainWithoutNumberingAnybodyTwice() {
        var photo = aPhotoOfNobodyElse();
        var passed = desk.results.pass(3, COLLEGE, INTERMEDIATE);
        desk.photograph(passed.subList(1, 2), Digests.sha256(photo));
        desk.drawUp.run();
        desk.sign(desk.only(), college());
        desk.sign(desk.only(), officer());
        waitUntilItsJobHasEnded();
        var issue = desk.only();
        try (var first = Staff.signedIn(port, "college01");
                var second = Staff.signedIn(port, "hongke");
                var operator = Staff.signedIn(port, "operator")) {
            List.of(first, second, operator).forEach(BeginMakingModuleTests::assertBroken);
            var before = desk.people(issue);
            beginAgain(first);
            assertThat(desk.only().state()).as("the photo is still lost").isEqualTo(Issue.State.SIGNED);
            assertThat(desk.people(issue)).as("what is made stays made").isEqualTo(before);
            assertBroken(second);

            assertThat(files.keep(photo)).isEqualTo(Digests.sha256(photo));
            beginAgain(operator);
            assertThat(desk.only().state()).isEqualTo(Issue.State.ISSUED);
            assertThat(desk.only().course().verifyAddress())
                    .isEqualTo(issue.course().verifyAddress());
            for (var somebody : List.of(first, second, operator)) {
                var making = only(somebody.get("/api/certificate/issues")).path("making");
                assertThat(making.path("state").asString()).isEqualTo("DONE");
                assertThat(somebody.post(address(issue), Map.of()).code()).isEqualTo("certificate.not-broken");
            }
        }
        assertThat(desk.numbers()).isEqualTo(NUMBERS);
        assertThat(desk.people(issue))
                .extracting(certificate -> certificate.issued().number())
                .isEqualTo(NUMBERS);
        assertThat(desk.keys()).isEqualTo(3);
        assertThat(count("select sum(taken) from certificate.sequence")).isEqualTo(3);
        assertThat(count("select count(*) from audit.entry where act = 'certificate.begin-again' and subject = '"
                        + issue.id() + "'"))
                .isEqualTo(2);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    @Test
    void whoComesSecondFindsThatItIsBegunAgainAlready() {
        var issue = stuck();
        assertRefused(
                "not-broken",
                () -> desk.inTransaction(() -> {
                    making.again(issue.id(), college());
                    return making.again(issue.id(), officer());
                }));
    }

    @Test
    void anotherSignatureBeginsNothingAgain() {
        stuck();
        var issue = desk.only();
        assertRefused("already-signed", () -> desk.sign(issue, college()));
        assertThat(desk.only()).isEqualTo(issue);
    }

    @Test
    void nothingIsBegunThatOneOfBothHasNotSigned() {
        desk.results.pass(1, COLLEGE, INTERMEDIATE);
        desk.drawUp.run();
        var half = desk.sign(desk.only(), college());
        assertRefused("not-broken", () -> making.again(half.id(), officer()));
        assertThat(desk.numbers()).isEmpty();
    }

    @Test
    void othersLearnNothingOfIt() {
        var issue = stuck();
        assertRefused("issue-unknown", () -> making.again(issue.id(), CertificateFixtures.otherBody()));
        assertRefused("issue-unknown", () -> making.again(issue.id(), CertificateFixtures.otherCollege()));
        assertRefused("issue-unknown", () -> making.again(UUID.randomUUID(), officer()));
        try (var stranger = Staff.signedIn(port, "aopai")) {
            assertThat(stranger.get("/api/certificate/issues").body().path("items"))
                    .isEmpty();
        }
    }
}
