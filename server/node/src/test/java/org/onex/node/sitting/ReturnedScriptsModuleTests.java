package org.onex.node.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.contract.bundle.CanonicalScript;
import org.onex.contract.bundle.RecordFile.Outcome;
import org.onex.contract.bundle.ScriptFile;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.clock.MoveClock;
import org.onex.node.NodeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of an exam at the node: when it is over, what is known of every run, and what is left when it is forgotten. */
@NodeTest
class ReturnedScriptsModuleTests {

    private static final String ROOM = SiteBundles.ROOM;
    private static final int CLOSES = 90;

    @Autowired
    private InstallSession install;

    @Autowired
    private SignIn signIn;

    @Autowired
    private WriteAttempts write;

    @Autowired
    private ReadAttempts read;

    @Autowired
    private SuperviseAttempts supervise;

    @Autowired
    private ScriptDirectory scripts;

    @Autowired
    private ForgetBundle forget;

    @Autowired
    private PhotoDirectory photos;

    @Autowired
    private ExamSessions sessions;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private MoveClock move;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private SiteBundles site;
    private Instant opens;

    @BeforeEach
    void threeSitTheorySomeOfThemPracticeToo() {
        // On another day than the test before: the same people sit all of them.
        opens = clock.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        site = new SiteBundles(opens);
        site.seat(1, ROOM, 1).seat(2, ROOM, 2, List.of(site.theory)).seat(3, ROOM, 3, List.of(site.theory));
        install.install(site.version(1), site.files());
        install.release(site.theory, site.key);
        move.to(opens);
    }

    private void after(int minutes) {
        move.to(opens.plus(Duration.ofMinutes(minutes)));
    }

    private UUID theory(int serial) {
        return site.run(serial, site.theory);
    }

    private Attempt.Claim enter(int serial) {
        var seated = signIn.signIn(
                SiteBundles.ticket(serial), SiteBundles.person(serial).value(), null);
        return new Attempt.Claim(
                seated.attempt().progress().epoch(), seated.token().hash());
    }

    private Attempt.Claim start(int serial) {
        var claim = enter(serial);
        write.change(theory(serial), seat -> seat.start(claim, clock.instant()));
        return claim;
    }

    private void beat(UUID attempt, Attempt.Claim claim, Entry... entries) {
        var event = new Attempt.Event("FOCUS_LOST", clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var beat = new Attempt.Beat(List.of(entries), List.of(event), Set.of());
        write.change(attempt, seat -> seat.beat(claim, beat, read::entries, clock.instant()));
    }

    private Attempt.Event seen(int second) {
        return new Attempt.Event("FOCUS_LOST", opens.plusSeconds(second));
    }

    private Entry entry(long seq, String item, String value) {
        return new Entry(seq, item, value, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static SuperviseAttempts.Trace unnoted() {
        return new SuperviseAttempts.Trace() {
            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public void done() {}
        };
    }

    private boolean isOver() {
        return scripts.isOver(site.bundle, clock.instant());
    }

    private ScriptDirectory.Run run(UUID attempt) {
        return scripts.runs(site.bundle).stream()
                .filter(run -> run.attempt().equals(attempt))
                .findFirst()
                .orElseThrow();
    }

    private Outcome outcome(UUID attempt) {
        return run(attempt).outcome();
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(SittingRefused.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("sitting." + code));
    }

    /** What anybody makes of the journal who knows the protocol and nothing else. */
    private static String hashOf(ScriptFile file, ScriptFile.Receipt receipt) {
        var answers = new TreeMap<String, String>();
        file.journal().stream()
                .filter(entry -> counts(entry, receipt))
                .forEach(entry -> answers.put(entry.item(), entry.value()));
        return new CanonicalScript(file.attempt(), receipt.epoch(), receipt.lastSeq(), answers).hash();
    }

    private static boolean counts(ScriptFile.Entry entry, ScriptFile.Receipt receipt) {
        var isLate = receipt.kind() == ScriptFile.HandIn.LATE_SYNC && entry.standing() == ScriptFile.Standing.LATE;
        return entry.standing() == ScriptFile.Standing.COUNTS || (isLate && entry.seq() <= receipt.lastSeq());
    }

    @Test
    void anExamIsOverWhenItsWindowsHaveClosedAndEverybodyHasHandedIn() {
        var claim = start(1);
        assertThat(isOver()).isFalse();
        after(CLOSES - 1);
        write.change(theory(1), seat -> seat.extend(10, told(), clock.instant()));
        after(CLOSES + 1);
        assertThat(isOver()).isFalse();
        write.change(theory(1), seat -> seat.handIn(claim, 0, clock.instant()));
        // What follows may still be begun by whoever was given that time before.
        assertThat(isOver()).isFalse();
        after(CLOSES + 10);
        assertThat(isOver()).isTrue();
        assertThat(outcome(theory(1))).isEqualTo(Outcome.HANDED_IN);
        assertThat(outcome(site.run(1, site.practice))).isEqualTo(Outcome.ABSENT);
        assertThat(outcome(theory(2))).isEqualTo(Outcome.ABSENT);
    }

    @Test
    void whoNeverCameKeepsNoExamOpenHoweverMuchTimeTheyWouldHaveHad() {
        jdbc.sql("update sitting.attempt set extra_percent = 50 where id = :id")
                .param("id", theory(2))
                .update();
        after(CLOSES);
        assertThat(isOver()).isTrue();
    }

    @Test
    void whoCameAndNeverBeganIsNeitherAbsentNorHasAScript() {
        enter(2);
        after(CLOSES);
        assertThat(isOver()).isTrue();
        assertThat(outcome(theory(2))).isEqualTo(Outcome.NOT_STARTED);
        assertThat(scripts.find(theory(2))).isEmpty();
    }

    @Test
    void everyReceiptIsFoundAgainInTheJournalThatIsReturned() {
        var claim = start(2);
        beat(theory(2), claim, entry(1, "S1", "A"), entry(2, "S2", "错"), entry(3, "S2", ""));
        supervise.handIn(theory(2), unnoted());
        beat(theory(2), claim, entry(4, "S1", "B"));
        var other = write.change(theory(2), seat -> {});
        var file = scripts.find(theory(2)).orElseThrow();
        assertThat(file.receipts())
                .extracting(ScriptFile.Receipt::kind)
                .containsExactly(ScriptFile.HandIn.FORCED, ScriptFile.HandIn.LATE_SYNC);
        for (var receipt : file.receipts()) {
            assertThat(hashOf(file, receipt)).isEqualTo(receipt.hash());
        }
        assertThat(file.receipts().getLast().hash()).isEqualTo(hash(other.receipt()));
        assertThat(file.journal())
                .extracting(ScriptFile.Entry::standing)
                .containsExactly(
                        ScriptFile.Standing.COUNTS,
                        ScriptFile.Standing.COUNTS,
                        ScriptFile.Standing.COUNTS,
                        ScriptFile.Standing.LATE);
        assertThat(file.devices()).extracting(ScriptFile.Device::durableSeq).containsExactly(4L);
        assertThat(file.events()).isNotEmpty();
        assertThat(file.bundle()).isEqualTo(site.bundle);
        assertThat(file.form()).isEqualTo("A");
    }

    private static @Nullable String hash(@Nullable Receipt receipt) {
        return receipt == null ? null : receipt.hash();
    }

    @Test
    void whatComesWithoutANewRevisionIsSeenInTheNumbersOfItsRun() {
        var first = start(2);
        beat(theory(2), first, entry(1, "S1", "A"));
        supervise.unlock(theory(2), unnoted());
        enter(2);
        supervise.handIn(theory(2), unnoted());
        var before = run(theory(2));
        assertThat(before).extracting("revision", "acknowledged", "events").containsExactly(1, 1L, 1L);
        after(1);
        var seen = List.of(seen(1), seen(2));
        var late = new Attempt.Beat(List.of(entry(2, "S1", "B"), entry(3, "S1", "C")), seen, Set.of());
        for (int time = 0; time < 2; time++) {
            // The answer was lost on its way, and it is sent again: neither kept nor counted twice.
            write.change(theory(2), seat -> seat.beat(first, late, read::entries, clock.instant()));
        }
        var file = scripts.find(theory(2)).orElseThrow();
        assertThat(run(theory(2)))
                .extracting("revision", "acknowledged", "events")
                .containsExactly(1, 3L, 3L);
        assertThat(file.journal()).hasSize(3);
        assertThat(file.events()).hasSize(3);
        forget.forget(site.bundle);
        assertThat(run(theory(2)))
                .extracting("revision", "acknowledged", "events")
                .containsExactly(1, 3L, 3L);
    }

    @Test
    void anExamThatNobodyStartedMayBeWrittenAboutForADay() {
        assertThat(scripts.lateSyncUntil(site.bundle))
                .contains(opens.plus(Duration.ofMinutes(CLOSES)).plus(Attempt.LATE_SYNC_FOR));
        assertThat(scripts.lateSyncUntil(UUID.randomUUID())).isEmpty();
        start(2);
        var longest = write.change(theory(2), seat -> seat.extend(60, told(), clock.instant()))
                .progress()
                .deadline();
        assertThat(longest).isAfter(opens.plus(Duration.ofMinutes(CLOSES)));
        assertThat(scripts.lateSyncUntil(site.bundle).map(until -> until.minus(Attempt.LATE_SYNC_FOR)))
                .contains(Objects.requireNonNull(longest));
        supervise.handIn(theory(2), unnoted());
    }

    @Test
    void whatIsForgottenLeavesReceiptsAndCountsAndNobodysName() {
        var claim = start(3);
        beat(theory(3), claim, entry(1, "S1", "秘密的答案"));
        write.change(theory(3), seat -> seat.instruct(told(), clock.instant()));
        supervise.handIn(theory(3), unnoted());
        var before = scripts.runs(site.bundle);
        var hash = scripts.find(theory(3)).orElseThrow().receipts().getFirst().hash();
        var paper = sessions.paper(site.theory, "A").sha256();
        after(CLOSES);
        forget.forget(site.bundle);
        forget.forget(site.bundle);
        assertThat(scripts.runs(site.bundle)).isEqualTo(before);
        assertThat(isOver()).isTrue();
        assertThat(scripts.find(theory(3))).isEmpty();
        assertRefused("attempt-unknown", () -> beat(theory(3), claim, entry(2, "S1", "B")));
        assertRefused("sign-in-wrong", () -> enter(3));
        assertRefused("photo-unknown", () -> photos.of(theory(3)));
        assertThat(sessions.key(site.theory)).isEmpty();
        assertThat(sessions.sealedBytes(paper)).isEmpty();
        assertThat(everythingOf(theory(3)))
                .contains(hash)
                .doesNotContain("考生", "9999", "秘密", "请坐好", SiteBundles.ticket(3));
    }

    @Test
    void anEntryThatComesWhileABundleIsForgottenIsNotKept() throws InterruptedException {
        var claim = start(3);
        supervise.handIn(theory(3), unnoted());
        assertThat(whileItIsForgotten(() -> beat(theory(3), claim, entry(1, "S1", "秘密的答案"))))
                .isEqualTo("sitting.attempt-unknown");
        assertThat(everythingOf(theory(3))).doesNotContain("秘密");
    }

    @Test
    void nothingIsDoneToOrWrittenAboutARunWhileItsBundleIsForgotten() throws InterruptedException {
        var noted = new AtomicBoolean();
        var trace = new SuperviseAttempts.Trace() {
            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public void done() {
                noted.set(true);
            }
        };
        assertThat(whileItIsForgotten(() -> supervise.extend(theory(2), 10, trace)))
                .isEqualTo("sitting.attempt-unknown");
        assertRefused("attempt-unknown", () -> supervise.tell(theory(2), "请坐好", trace));
        assertRefused("attempt-unknown", () -> supervise.unlock(theory(2), trace));
        assertRefused("attempt-unknown", () -> supervise.handIn(theory(2), trace));
        assertRefused("attempt-unknown", () -> supervise.observe(theory(2), whereabouts -> {}, trace));
        assertThat(noted).isFalse();
    }

    @Test
    void noKeyIsReleasedForAForgottenSession() throws InterruptedException {
        assertThat(whileItIsForgotten(() -> install.release(site.theory, site.key)))
                .isEqualTo("sitting.session-unknown");
        assertRefused("session-unknown", () -> install.release(site.theory, site.key));
        assertThat(sessions.key(site.theory)).isEmpty();
    }

    @Test
    void timeThatWasGivenInTheMomentBeforeItIsForgottenKeepsAnExamOpen() {
        after(CLOSES);
        assertThat(isOver()).isTrue();
        jdbc.sql("update sitting.attempt set extra_minutes = 600 where id = :id")
                .param("id", theory(2))
                .update();
        forget.forget(site.bundle);
        assertThat(isOver()).isFalse();
    }

    @Test
    void aJournalThatIsReadInPiecesIsWholeAndInOrder() {
        var claim = start(3);
        var many = ScriptDirectory.ROWS_AT_ONCE * 2 + 1;
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var entries = LongStream.rangeClosed(1, many)
                .mapToObj(seq -> new Entry(seq, "S" + seq % 7, "答" + seq, at))
                .toArray(Entry[]::new);
        beat(theory(3), claim, entries);
        supervise.handIn(theory(3), unnoted());
        var file = scripts.find(theory(3)).orElseThrow();
        assertThat(file.journal())
                .extracting(ScriptFile.Entry::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, many).boxed().toList());
        assertThat(hashOf(file, file.receipts().getFirst()))
                .isEqualTo(file.receipts().getFirst().hash());
    }

    @Test
    void theLimitOfAJournalHoldsOverManyBeats() {
        var claim = start(3);
        jdbc.sql("update sitting.device set value_bytes = :bytes where attempt = :id")
                .param("bytes", BroughtEntries.MOST_BYTES - 4)
                .param("id", theory(3))
                .update();
        beat(theory(3), claim, entry(1, "S1", "答"));
        assertRefused("journal-full", () -> beat(theory(3), claim, entry(2, "S1", "案")));
        beat(theory(3), claim, entry(2, "S1", "B"));
        assertRefused("journal-full", () -> beat(theory(3), claim, entry(3, "S1", "C")));
        supervise.handIn(theory(3), unnoted());
        assertThat(run(theory(3)).acknowledged()).isEqualTo(2);
    }

    /** What is asked for waits for the lock that forgetting holds, with everything that was true before in its hands; why it is refused. */
    private @Nullable String whileItIsForgotten(Runnable asked) throws InterruptedException {
        var refused = new AtomicReference<@Nullable String>();
        var late = new Thread(() -> {
            try {
                asked.run();
            } catch (SittingRefused e) {
                refused.set(e.code());
            }
        });
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            forget.forget(site.bundle);
            late.start();
            assertTimeoutPreemptively(Duration.ofSeconds(20), this::untilSomebodyWaits);
        });
        late.join();
        return refused.get();
    }

    private void untilSomebodyWaits() {
        var waiting = 0;
        while (waiting == 0) {
            waiting = jdbc.sql("select count(*) from pg_locks where not granted")
                    .query(Integer.class)
                    .single();
        }
    }

    /** Every row that the database has of a run, as text. */
    private String everythingOf(UUID attempt) {
        var rows = new StringBuilder();
        for (var table : List.of("device", "entry", "event", "instruction", "script")) {
            rows.append(
                    jdbc.sql("select string_agg(cast(t as text), ' ') from sitting." + table + " t where attempt = :id")
                            .param("id", attempt)
                            .query(String.class)
                            .optional()
                            .orElse(""));
        }
        return rows.append(jdbc.sql("select cast(t as text) from sitting.attempt t where id = :id")
                        .param("id", attempt)
                        .query(String.class)
                        .single())
                .toString();
    }

    private static Instruction told() {
        return new Instruction(UUID.randomUUID(), Instruction.Kind.MESSAGE, "请坐好", null);
    }
}
