package org.onex.center.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.onex.center.catalog.Level.ELEMENTARY;
import static org.onex.center.catalog.Level.INTERMEDIATE;
import static org.onex.center.certificate.CertificateDesk.assertRefused;
import static org.onex.center.certificate.CertificateDesk.run;
import static org.onex.center.certificate.CertificateFixtures.A_MOMENT_TOO_EARLY;
import static org.onex.center.certificate.CertificateFixtures.COLLEGE;
import static org.onex.center.certificate.CertificateFixtures.IN_TIME;
import static org.onex.center.certificate.CertificateFixtures.OTHER_COLLEGE;
import static org.onex.center.certificate.CertificateFixtures.SCHOOL;
import static org.onex.center.certificate.CertificateFixtures.college;
import static org.onex.center.certificate.CertificateFixtures.officer;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From final results to issues that are signed: who stands in which, in a real database. */
@CenterTest
@Import(CertificateDesk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrawUpIssuesModuleTests {

    private static final IssueView.IssueProblems NONE = new IssueView.IssueProblems(0, 0);

    @LocalServerPort
    private int port;

    @Autowired
    private CertificateDesk desk;

    @Autowired
    private CertificateViews views;

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

    @Test
    void nothingIsDrawnUpBeforeTheDayThatTheNoticePrints() {
        desk.photograph(desk.results.pass(2, COLLEGE, INTERMEDIATE));
        desk.time.set(A_MOMENT_TOO_EARLY);
        desk.becomeFinal();
        assertThat(desk.drawUp.run())
                .as("whoever moves the clock does not wait for it")
                .isFalse();
        assertThat(desk.issues()).isEmpty();
        desk.time.set(IN_TIME);
        assertThat(desk.drawUp.run()).isTrue();
        assertThat(desk.only().people()).isEqualTo(2);
        assertThat(desk.drawUp.run()).isFalse();
    }

    @Test
    void eachCollegeHasAnIssueOfItsOwn() {
        desk.results.pass(2, COLLEGE, INTERMEDIATE);
        desk.results.pass(3, OTHER_COLLEGE, ELEMENTARY);
        desk.drawUp.run();
        assertThat(desk.issues())
                .extracting(issue -> issue.college().code(), Issue::number, Issue::people)
                .containsExactly(tuple(COLLEGE, 1, 2), tuple(OTHER_COLLEGE, 1, 3));
    }

    @Test
    void whoPassesLaterJoinsWhileNobodyHasSigned() {
        desk.results.pass("张示范", COLLEGE, INTERMEDIATE);
        desk.drawUp.run();
        var before = desk.only();
        desk.results.pass("李示范", COLLEGE, INTERMEDIATE);
        assertThat(desk.drawUp.run()).as("nobody said that there are more").isFalse();
        desk.becomeFinal();
        desk.drawUp.run();
        assertThat(desk.only().people()).isEqualTo(2);
        assertThat(desk.only().digest()).isNotEqualTo(before.digest());
        assertRefused("changed", () -> desk.sign(before, officer()));
    }

    @Test
    void whoPassesAfterTheFirstSignatureStandsInTheNextIssue() {
        desk.results.pass("张示范", COLLEGE, INTERMEDIATE);
        desk.drawUp.run();
        var signed = desk.sign(desk.only(), college());
        assertThat(signed.state()).isEqualTo(Issue.State.HALF_SIGNED);
        desk.results.pass("李示范", COLLEGE, INTERMEDIATE);
        desk.becomeFinal();
        desk.drawUp.run();
        assertThat(desk.issues()).extracting(Issue::number).containsExactly(1, 2);
        assertThat(desk.issues()).extracting(Issue::people).containsExactly(1, 1);
        assertThat(desk.issues().getFirst().digest()).isEqualTo(signed.digest());
        assertThat(desk.people(desk.issues().getLast()))
                .extracting(certificate -> certificate.holder().name())
                .containsExactly("李示范");
    }

    @Test
    void sixteenLooksAtOnceDrawEverybodyUpOnce() throws Exception {
        desk.results.pass(30, COLLEGE, INTERMEDIATE);
        desk.becomeFinal();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> look = desk.drawUp::run;
            for (var done : people.invokeAll(Collections.nCopies(16, look))) {
                done.get();
            }
        }
        assertThat(desk.only().people()).isEqualTo(30);
        assertThat(desk.people(desk.only())).hasSize(30);
    }

    @Test
    void aPhotoThatComesLaterIsTakenAndChangesWhatIsSigned() {
        var passed = desk.results.pass(2, COLLEGE, INTERMEDIATE);
        desk.photograph(List.of(passed.getFirst()));
        desk.drawUp.run();
        var before = desk.only();
        assertThat(views.issue(before).problems()).isEqualTo(new IssueView.IssueProblems(1, 0));
        assertThat(desk.drawUp.run()).as("there is still none").isFalse();
        desk.photograph(passed);
        assertThat(desk.drawUp.run()).isTrue();
        assertThat(views.issue(desk.only()).problems()).isEqualTo(NONE);
        assertRefused("changed", () -> desk.sign(before, officer()));
    }

    @Test
    void aPhotoThatComesAfterTheFirstSignatureChangesNothing() {
        var passed = desk.results.pass(1, COLLEGE, INTERMEDIATE);
        desk.drawUp.run();
        var signed = desk.sign(desk.only(), officer());
        desk.photograph(passed);
        desk.drawUp.run();
        assertThat(desk.only().digest()).isEqualTo(signed.digest());
        assertThat(desk.people(signed)).extracting(Certificate::photo).containsOnlyNulls();
    }

    @Test
    void aPhotoThatIsReplacedBeforeAnybodySignsIsTheOneThatIsPrinted() {
        var passed = desk.results.pass(2, COLLEGE, INTERMEDIATE);
        desk.photograph(passed);
        desk.drawUp.run();
        var before = desk.only();
        desk.photograph(List.of(passed.getFirst()), "c".repeat(64));
        assertThat(desk.drawUp.run()).isTrue();
        assertThat(desk.people(before))
                .extracting(Certificate::photo)
                .containsExactlyInAnyOrder("b".repeat(64), "c".repeat(64));
        assertRefused("changed", () -> desk.sign(before, officer()));
        assertThat(desk.drawUp.run()).isFalse();
    }

    @Test
    void whoseNameAFontHasLaterIsPrinted() {
        desk.results.pass("张\uE123", COLLEGE, INTERMEDIATE);
        desk.drawUp.run();
        assertThat(desk.only().people()).isZero();
        desk.drawing.missing = c -> false;
        assertThat(desk.drawUp.run()).isTrue();
        assertThat(desk.only().people()).isEqualTo(1);
        assertThat(desk.issue.run(run(desk.signedWithoutJob(), done -> {}))).containsEntry("files", 1);
    }

    @Test
    void anOrganisationThatIsRenamedIsCalledInAnIssueAsWhenItWasBegunAndInTheNextAsItIs() {
        try {
            desk.results.pass(1, COLLEGE, INTERMEDIATE);
            desk.drawUp.run();
            desk.rename(COLLEGE, "更名职业技术学院");
            desk.results.pass("张\uE123", COLLEGE, INTERMEDIATE);
            desk.results.pass("李示范", COLLEGE, INTERMEDIATE);
            desk.becomeFinal();
            desk.drawUp.run();
            assertThat(desk.only().people()).isEqualTo(2);
            var signed = desk.sign(desk.only(), college());
            desk.rename(COLLEGE, SCHOOL.name());
            desk.drawing.missing = c -> false;
            desk.drawUp.run();
            var issues = desk.issues();
            assertThat(issues).extracting(issue -> issue.college().name()).containsExactly(SCHOOL.name(), "更名职业技术学院");
            desk.issue.run(run(desk.signWithoutJob(issues.getLast()), done -> {}));
            assertThat(desk.drawing.drawn.getLast().collegeName()).isEqualTo("更名职业技术学院");
            desk.issue.run(run(desk.signWithoutJob(signed), done -> {}));
            assertThat(desk.drawing.drawn.getLast().collegeName()).isEqualTo(SCHOOL.name());
        } finally {
            desk.rename(COLLEGE, SCHOOL.name());
        }
    }

    @Test
    void aRowThatNobodyCanReadKeepsNoOtherIssueFromItsPhotos() {
        var spoilt = desk.results.pass(1, COLLEGE, INTERMEDIATE);
        var other = desk.results.pass(1, OTHER_COLLEGE, INTERMEDIATE);
        desk.drawUp.run();
        desk.spoil(spoilt.getFirst());
        desk.photograph(spoilt);
        desk.photograph(other);
        desk.drawUp.run();
        assertThat(desk.people(desk.issues().getLast()))
                .extracting(Certificate::photo)
                .doesNotContainNull();
    }

    @Test
    void aRowThatNobodyCanReadKeepsNoOtherCollegeFromItsIssueAndIsLookedAtAgain() {
        desk.results.pass(1, COLLEGE, INTERMEDIATE);
        desk.results.pass(1, OTHER_COLLEGE, INTERMEDIATE);
        var drawn = 0;
        for (var spoilt : List.of(COLLEGE, OTHER_COLLEGE)) {
            desk.results.spoil(spoilt, true);
            assertThat(desk.drawUp.run()).isFalse();
            desk.results.spoil(spoilt, false);
            assertThat(desk.issues()).hasSize(++drawn);
        }
        assertThat(desk.drawUp.run()).as("the last one is looked at again").isTrue();
    }

    @Test
    void whoIsDrawnUpAlreadyIsFoundByAnIndex() {
        var plan = desk.inTransaction(() -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql(
                            "explain select registration_id from certificate.certificate where plan = 'a' and college = 'b'")
                    .query(String.class)
                    .list();
        });
        assertThat(plan).anySatisfy(line -> assertThat(line).contains("Index Cond: ((plan = "));
    }

    @Test
    void whoseNameNoFontHasWaitsInTheNextIssueAndHoldsNobodyUp() {
        desk.photograph(desk.results.pass(2, COLLEGE, INTERMEDIATE));
        desk.photograph(List.of(desk.results.pass("张\uE123", COLLEGE, INTERMEDIATE)));
        desk.drawUp.run();
        var issue = desk.only();
        assertThat(issue.people()).isEqualTo(2);
        assertThat(views.issue(issue).problems()).isEqualTo(new IssueView.IssueProblems(0, 1));
        desk.sign(issue, officer());
        assertThat(desk.issues()).extracting(Issue::people).containsExactly(2, 0);
        assertThat(views.issue(desk.issues().getFirst()).problems()).isEqualTo(NONE);
        var waiting = desk.issues().getLast();
        assertThat(views.issue(waiting).problems()).isEqualTo(new IssueView.IssueProblems(0, 1));
        assertRefused("nothing-to-sign", () -> desk.sign(waiting, officer()));
    }

    @Test
    void anIssueIsSignedByItsOwnPartiesOnlyAndEachOfThemOnce() {
        desk.results.pass(1, COLLEGE, INTERMEDIATE);
        desk.drawUp.run();
        var issue = desk.only();
        assertRefused("issue-unknown", () -> desk.sign(issue, CertificateFixtures.otherBody()));
        assertRefused("issue-unknown", () -> desk.sign(issue, CertificateFixtures.otherCollege()));
        desk.sign(issue, college());
        assertRefused("already-signed", () -> desk.sign(issue, college()));
        assertThat(desk.only().signatures()).hasSize(1);
    }

    @Test
    void eightWhoSignForOnePartyAtOnceSignOnce() throws Exception {
        desk.results.pass(1, COLLEGE, INTERMEDIATE);
        desk.drawUp.run();
        var issue = desk.only();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> signing = () -> {
                try {
                    return desk.sign(issue, college()).state().name();
                } catch (CertificateRefused e) {
                    return e.code();
                }
            };
            var told = people.invokeAll(Collections.nCopies(8, signing)).stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(told).containsOnlyOnce("HALF_SIGNED");
            assertThat(Collections.frequency(told, "certificate.already-signed"))
                    .isEqualTo(7);
        }
        assertThat(desk.only().signatures()).hasSize(1);
    }
}
