package org.onex.center.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.onex.center.catalog.Level.ELEMENTARY;
import static org.onex.center.catalog.Level.INTERMEDIATE;
import static org.onex.center.certificate.CertificateDesk.assertRefused;
import static org.onex.center.certificate.CertificateDesk.run;
import static org.onex.center.certificate.CertificateFixtures.COLLEGE;
import static org.onex.center.certificate.CertificateFixtures.HONGKE;
import static org.onex.center.certificate.CertificateFixtures.OTHER_COLLEGE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.center.CenterTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers and files of issues that both have signed: interrupted, several at once, tampered with; in a real database. */
@CenterTest
@Import(CertificateDesk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssueCertificatesModuleTests {

    @LocalServerPort
    private int port;

    @Autowired
    private CertificateDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CertificateNumbers numbers;

    @BeforeAll
    void publish() {
        desk.publish(port);
    }

    @BeforeEach
    void nobodyHasPassed() {
        desk.clear();
    }

    private Issue signed(int people) {
        desk.photograph(desk.results.pass(people, COLLEGE, INTERMEDIATE));
        desk.drawUp.run();
        return desk.signedWithoutJob();
    }

    private static List<String> places(int level, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(place -> "9900000042024%d%07d".formatted(level, place))
                .toList();
    }

    @Test
    void everybodyGetsOneNumberOfTheirLevelAndAFile() {
        desk.results.pass(3, COLLEGE, INTERMEDIATE);
        desk.results.pass(2, COLLEGE, ELEMENTARY);
        desk.drawUp.run();
        var issue = desk.signedWithoutJob();
        assertThat(desk.issue.run(run(issue, done -> {}))).containsEntry("files", 5);
        assertThat(desk.numbers())
                .containsExactly(
                        "990000004202410000001",
                        "990000004202410000002",
                        "990000004202420000001",
                        "990000004202420000002",
                        "990000004202420000003");
        assertThat(desk.people(issue)).allSatisfy(certificate -> {
            assertThat(certificate.issued().number().charAt(13))
                    .isEqualTo((char) ('0' + certificate.exam().level().number()));
            assertThat(certificate.issued().file()).isNotNull();
        });
        assertThat(desk.keys()).isEqualTo(5);
        assertThat(desk.only().state()).isEqualTo(Issue.State.ISSUED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRunThatBreaksAnywhereIsTakenUpWithoutGapsAndWithoutASecondFile(long seed) {
        var chance = new Random(seed);
        var issue = signed(12);
        var drawnBefore = desk.drawing.drawn.size();
        var rounds = 0;
        while (desk.only().state() != Issue.State.ISSUED) {
            var until = chance.nextInt(1, 5);
            var seen = new int[1];
            try {
                desk.issue.run(run(issue, done -> {
                    if (seen[0]++ == until) {
                        throw new IllegalStateException("killed");
                    }
                }));
            } catch (IllegalStateException killed) {
                rounds++;
            }
            assertThat(rounds).as("seed %d", seed).isLessThan(200);
        }
        assertThat(rounds).as("seed %d: it was killed", seed).isPositive();
        assertThat(desk.numbers()).as("seed %d", seed).isEqualTo(places(2, 12));
        assertThat(desk.drawing.drawn.size() - drawnBefore)
                .as("seed %d: files drawn", seed)
                .isEqualTo(12);
        assertThat(desk.keys()).isEqualTo(12);
    }

    @Test
    void eightRunsAtOnceOfTwoIssuesTakeEachNumberOnceAndKeepOneFileOfEach() throws Exception {
        desk.results.pass(15, COLLEGE, INTERMEDIATE);
        desk.drawUp.run();
        var one = desk.signedWithoutJob();
        desk.results.pass(10, OTHER_COLLEGE, INTERMEDIATE);
        desk.becomeFinal();
        desk.drawUp.run();
        var other = desk.signWithoutJob(desk.issues().getLast());
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ArrayList<Callable<Object>>();
            for (var issue : Collections.nCopies(4, List.of(one, other)).stream()
                    .flatMap(List::stream)
                    .toList()) {
                runs.add(() -> desk.issue.run(run(issue, done -> {})));
            }
            for (var done : workers.invokeAll(runs)) {
                done.get();
            }
        }
        assertThat(desk.numbers()).isEqualTo(places(2, 25));
        assertThat(desk.keys()).isEqualTo(25);
        assertThat(desk.issues()).extracting(Issue::state).containsOnly(Issue.State.ISSUED);
        var given = desk.issues().stream()
                .flatMap(issue -> desk.people(issue).stream())
                .map(certificate -> certificate.issued().number())
                .sorted()
                .toList();
        assertThat(given).isEqualTo(desk.numbers());
    }

    @Test
    void aSecondRunChangesNothing() {
        var issue = signed(3);
        desk.issue.run(run(issue, done -> {}));
        var before = desk.people(issue);
        desk.issue.run(run(issue, done -> {}));
        assertThat(desk.people(issue)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name = '冒名者'",
                "level = 'ADVANCED'",
                "photo = 'd'",
                "qualification_name = '别的证书'",
                "printed_hash = 'e'"
            })
    void nothingIsNumberedThatIsNotWhatWasSigned(String tampering) {
        var issue = signed(2);
        jdbc.sql("update certificate.certificate set " + tampering
                        + " where id = (select min(id::text)::uuid from certificate.certificate)")
                .update();
        assertRefused("changed", () -> desk.issue.run(run(issue, done -> {})));
        assertThat(desk.numbers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsNumberedThatOneOfBothHasNotSignedWhateverItsStateSays(Party missing) {
        var issue = signed(2);
        jdbc.sql("delete from certificate.signature where party = :party")
                .param("party", missing.name())
                .update();
        assertRefused("changed", () -> desk.issue.run(run(issue, done -> {})));
        assertThat(desk.numbers()).isEmpty();
    }

    @Test
    void aFileThatCannotBeMadeKeepsNobodyBehindItWaitingAndIsNamed() {
        desk.results.pass("张示范", COLLEGE, INTERMEDIATE);
        desk.results.pass("李示范", COLLEGE, INTERMEDIATE);
        desk.results.pass("王示范", COLLEGE, INTERMEDIATE);
        desk.drawUp.run();
        var issue = desk.signedWithoutJob();
        desk.drawing.broken = "李示范";
        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(() -> desk.issue.run(run(issue, done -> {})))
                .satisfies(e -> assertThat(e.facts())
                        .containsEntry("numbers", "990000004202420000002")
                        .containsEntry("count", 1));
        assertThat(desk.keys()).isEqualTo(2);
        assertThat(desk.only().state()).isEqualTo(Issue.State.SIGNED);
        desk.drawing.broken = null;
        desk.issue.run(run(issue, done -> {}));
        assertThat(desk.numbers()).isEqualTo(places(2, 3));
        assertThat(desk.only().state()).isEqualTo(Issue.State.ISSUED);
    }

    @Test
    void twoIssuesThatNeedLevelsInOppositeOrderDoNotWaitForEachOther() throws Exception {
        desk.results.pass(1, COLLEGE, INTERMEDIATE);
        desk.results.pass(1, COLLEGE, ELEMENTARY);
        desk.drawUp.run();
        var issue = desk.signedWithoutJob();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var other = desk.inTransaction(() -> {
                numbers.take(new CertificateNumber.Series(HONGKE, 2024, ELEMENTARY), 1);
                var run = workers.submit(() -> desk.issue.run(run(issue, done -> {})));
                waitUntilSomebodyWaits();
                numbers.take(new CertificateNumber.Series(HONGKE, 2024, INTERMEDIATE), 1);
                return run;
            });
            other.get();
        }
        assertThat(desk.only().state()).isEqualTo(Issue.State.ISSUED);
        assertThat(desk.numbers()).containsExactly("990000004202410000002", "990000004202420000002");
    }

    private void waitUntilSomebodyWaits() {
        var waiting = 0;
        for (var until = System.nanoTime() + 30_000_000_000L; waiting == 0 && System.nanoTime() < until; ) {
            waiting = jdbc.sql("select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                    .query(Integer.class)
                    .single();
        }
        assertThat(waiting).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "verification_key"})
    void aRunThatBreaksWithinATransactionIsTakenUpWithoutGapsAndWithoutASecondFile(String ledger) {
        var issue = signed(3);
        jdbc.sql("alter table certificate." + ledger + " rename to away").update();
        try {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> desk.issue.run(run(issue, done -> {})));
        } finally {
            jdbc.sql("alter table certificate.away rename to " + ledger).update();
        }
        assertThat(desk.people(issue)).allSatisfy(certificate -> {
            var made = certificate.made();
            assertThat(made == null ? null : made.file()).isNull();
        });
        desk.issue.run(run(issue, done -> {}));
        assertThat(desk.numbers()).isEqualTo(places(2, 3));
        assertThat(desk.keys()).isEqualTo(3);
    }

    @Test
    void aRunThatBreaksAfterTheLastFileMakesNoneAgain() {
        var issue = signed(3);
        assertThatIllegalStateException()
                .isThrownBy(() -> desk.issue.run(run(issue, done -> {
                    if (done == 3) {
                        throw new IllegalStateException("killed");
                    }
                })));
        var before = desk.drawing.drawn.size();
        assertThat(desk.only().state()).isEqualTo(Issue.State.SIGNED);
        desk.issue.run(run(issue, done -> {}));
        assertThat(desk.drawing.drawn).hasSize(before);
        assertThat(desk.only().state()).isEqualTo(Issue.State.ISSUED);
    }

    @Test
    void anIssueThatOnlyOneHasSignedGetsNoNumbers() {
        desk.results.pass(1, COLLEGE, INTERMEDIATE);
        desk.drawUp.run();
        var half = desk.sign(desk.only(), CertificateFixtures.officer());
        assertRefused("changed", () -> desk.issue.run(run(half, done -> {})));
        assertThat(desk.numbers()).isEmpty();
    }

    @Test
    void aKeyInTheQrCodeFindsTheCertificateItStandsOn() {
        var issue = signed(2);
        var before = desk.drawing.drawn.size();
        desk.issue.run(run(issue, done -> {}));
        for (var text : desk.drawing.drawn.subList(before, before + 2)) {
            var key = text.verifyAddress().substring("https://onex.example/verify#key=".length());
            assertThat(desk.verify.byKey(key, "10.0.0.1").issued().number()).isEqualTo(text.number());
        }
        assertThatIllegalStateException().isThrownBy(() -> desk.only().issued(CertificateFixtures.IN_TIME));
    }
}
