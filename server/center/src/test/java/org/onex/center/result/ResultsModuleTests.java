package org.onex.center.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.onex.center.CenterTest;
import org.onex.center.Parties;
import org.onex.center.Staff;
import org.onex.center.catalog.Subject;
import org.onex.center.dispatch.BundleHeld;
import org.onex.center.dispatch.BundleRecalled;
import org.onex.center.job.JobRun;
import org.onex.center.marking.MarksChanged;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.ResultsPublished;
import org.onex.center.plan.ResultsWithdrawn;
import org.onex.center.script.ScriptDirectory.Outcome;
import org.onex.center.script.ScriptDirectory.OutcomesChanged;
import org.onex.center.script.ScriptsCounted;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.kernel.Window;
import org.onex.foundation.clock.MoveClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A plan's results in a real database, from the last session to what nobody can change any more. */
@CenterTest
@Import({ExamOnPaper.Configuration.class, ResultsModuleTests.Heard.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ResultsModuleTests {

    private static final String PLAN = "HK-2024-1-01";
    private static final String COLLEGE = "90001";
    private static final int AT_ONCE = 8;
    private static final Actor FIRST = officer("hongke");
    private static final Actor SECOND = officer("hongke2");

    @LocalServerPort
    private int port;

    @Autowired
    private ExamOnPaper exam;

    @Autowired
    private Heard heard;

    @Autowired
    private StartDrawing start;

    @Autowired
    private DrawSheet draw;

    @Autowired
    private ApproveSheet approve;

    @Autowired
    private RuleOnRuns rule;

    @Autowired
    private GatherEvidence evidence;

    @Autowired
    private RunRulings rulings;

    @Autowired
    private FinaliseResults finalise;

    @Autowired
    private Sheets sheets;

    @Autowired
    private Results results;

    @Autowired
    private ResultDirectory directory;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private MoveClock time;

    private final List<UUID> sites = new ArrayList<>();
    private ExamOnPaper.Sitter passes;
    private ExamOnPaper.Sitter fails;
    private ExamOnPaper.Sitter away;
    private ExamOnPaper.Sitter cheats;
    private ExamOnPaper.Sitter vanishes;
    private ExamOnPaper.Sitter reviewed;

    @TestConfiguration
    static class Heard {

        private final List<Object> events = new CopyOnWriteArrayList<>();

        @EventListener
        void on(ResultsPublished published) {
            events.add(published);
        }

        @EventListener
        void on(ResultsWithdrawn withdrawn) {
            events.add(withdrawn);
        }

        @EventListener
        void on(ResultsFinal done) {
            events.add(done);
        }

        private List<Object> take() {
            var all = List.copyOf(events);
            events.clear();
            return all;
        }
    }

    private static Actor officer(String login) {
        return new Actor(login, login, new Organization(OrganizationKind.AWARDING_BODY, "990000004", "鸿科经纬"));
    }

    @BeforeAll
    void theExamIsSat() {
        Parties.enter(port);
        try (var officer = Staff.signedIn(port, "hongke")) {
            var notice = officer.postYaml("/api/plan/notices?file=x.yaml", Parties.notice003())
                    .body()
                    .path("id")
                    .asString();
            assertThat(officer.post("/api/plan/notices/" + notice + "/publication", Map.of())
                            .status())
                    .isEqualTo(200);
        }
        for (int site = 0; site < 3; site++) {
            sites.add(UUID.randomUUID());
        }
        sites.sort(UUID::compareTo);
        passes = exam.earns(exam.sits(PLAN, sites.get(0), COLLEGE, "甲一"), 60, 60);
        fails = exam.earns(exam.sits(PLAN, sites.get(0), COLLEGE, "乙二"), 100, 59);
        away = exam.earns(exam.sits(PLAN, sites.get(1), COLLEGE, "丙三"), 90, 90);
        exam.became(away, Subject.PRACTICAL, Outcome.ABSENT);
        cheats = exam.earns(exam.sits(PLAN, sites.get(1), COLLEGE, "丁四"), 99, 99);
        vanishes = exam.earns(exam.sits(PLAN, sites.get(2), COLLEGE, "戊五"), 80, 80);
        exam.became(vanishes, Subject.THEORY, null);
        reviewed = exam.earns(exam.sits(PLAN, sites.get(2), COLLEGE, "己六"), 70, 70);
    }

    private static void refused(ResultRefused.Code code, ThrowingCallable attempt) {
        assertThatExceptionOfType(ResultRefused.class)
                .isThrownBy(attempt)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code.code()));
    }

    private void itIs(String beijing) {
        time.to(LocalDateTime.parse(beijing).atZone(Window.BEIJING).toInstant());
    }

    private static void until(BooleanSupplier isSo) {
        var limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > limit) {
                throw new AssertionError("never so");
            }
        }
    }

    private Sheet sheet() {
        return sheets.find(PLAN).orElseThrow();
    }

    private Sheet.Look look() {
        var sheet = sheet();
        return new Sheet.Look(
                sheet.version(), Objects.requireNonNull(sheet.drawn()).digest());
    }

    private Sheet drawn(String reason) {
        start.start(PLAN, reason, FIRST);
        until(() -> sheet().drawn() != null);
        return sheet();
    }

    private void lose(List<UUID> scripts, String reason, boolean despite) {
        rule.lose(PLAN, new RuleOnRuns.Hopeless(Set.copyOf(scripts), Set.of(), despite), reason, FIRST);
    }

    private Sheet.Counts counts() {
        return Objects.requireNonNull(sheet().drawn()).counts();
    }

    private Result result(ExamOnPaper.Sitter sitter) {
        return results.find(sitter.key()).orElseThrow().result();
    }

    private Entry entry(ExamOnPaper.Sitter sitter, Subject subject) {
        return result(sitter).entry(subject).orElseThrow();
    }

    private List<String> kinds() {
        return jdbc.sql("select kind from result.problem where plan = :plan order by kind")
                .param("plan", PLAN)
                .query(String.class)
                .list();
    }

    /** A run of the job by hand, which somebody stops before a step. */
    private static JobRun run(int stopBefore) {
        return new JobRun() {
            @Override
            public String subject() {
                return PLAN;
            }

            @Override
            public Actor actor() {
                return FIRST;
            }

            @Override
            public void progress(long done, long total) {
                if (done == stopBefore) {
                    throw new IllegalStateException("stopped");
                }
            }
        };
    }

    @Test
    @Order(1)
    void nothingIsDrawnUpBeforeTheLastSessionIsOver() {
        refused(ResultRefused.Code.EXAM_NOT_OVER, () -> start.start(PLAN, null, FIRST));
        assertThat(sheets.find(PLAN)).isEmpty();
        refused(
                ResultRefused.Code.PLAN_UNKNOWN,
                () -> start.start(
                        PLAN,
                        null,
                        new Actor("aopai", "x", new Organization(OrganizationKind.AWARDING_BODY, "990000003", "奥派"))));
    }

    @Test
    @Order(2)
    void aDrawingGoesOnWhereItWasStopped() {
        itIs("2024-05-19T08:00:00");
        transaction.executeWithoutResult(status -> {
            sheets.add(Sheet.empty(PLAN, "990000004"));
            sheets.change(sheets.hold(PLAN).begun(UUID.randomUUID(), null, clock.instant()));
        });
        assertThatIllegalStateException().isThrownBy(() -> draw.run(run(1)));
        assertThat(sheet().drawn()).isNull();
        assertThat(results.find(passes.key())).isPresent();
        assertThat(results.find(away.key())).isEmpty();
        exam.marks(passes, Subject.THEORY, 61);
        draw.run(run(-1));
        assertThat(entry(passes, Subject.THEORY).score())
                .as("the first site was done")
                .isEqualTo(60);
        assertThat(counts()).isEqualTo(new Sheet.Counts(6, 3, 2, 1, 0, 0, 1));
        exam.marks(passes, Subject.THEORY, 60);
        draw.run(run(-1));
        assertThat(sheet().version()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void eachSubjectIsAnEntryOrAProblemThatKeepsItFromBeingApproved() {
        assertThat(result(passes).outcome()).isEqualTo(Result.Outcome.PASSED);
        assertThat(result(fails).outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(entry(away, Subject.PRACTICAL).status()).isEqualTo(Entry.Status.ABSENT);
        assertThat(result(vanishes).outcome()).isNull();
        assertThat(kinds()).containsExactly("NOT_RETURNED");
        refused(ResultRefused.Code.PROBLEMS, () -> approve.approve(PLAN, look(), FIRST));
    }

    @Test
    @Order(4)
    void whatMayStillComeIsNotGivenUp() {
        var lost = List.of(vanishes.run(Subject.THEORY));
        refused(ResultRefused.Code.MAY_STILL_COME, () -> lose(lost, "服务器损毁", false));
        itIs("2024-05-20T08:00:00");
        refused(ResultRefused.Code.SOMETHING_CAME, () -> lose(List.of(passes.run(Subject.THEORY)), "服务器损毁", false));
        refused(ResultRefused.Code.SCRIPT_UNKNOWN, () -> lose(List.of(UUID.randomUUID()), "x", false));
        refused(ResultRefused.Code.INVALID, () -> lose(lost, " ", false));
        exam.became(vanishes, Subject.THEORY, Outcome.HANDED_IN);
        refused(ResultRefused.Code.HANDED_IN, () -> lose(lost, "服务器损毁", false));
        lose(lost, "服务器损毁", true);
        assertThat(sheet().stale()).isTrue();
        refused(ResultRefused.Code.STALE, () -> approve.approve(PLAN, look(), FIRST));
        drawn(null);
        assertThat(entry(vanishes, Subject.THEORY).status()).isEqualTo(Entry.Status.LOST);
        assertThat(result(vanishes).outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(counts()).isEqualTo(new Sheet.Counts(6, 3, 3, 1, 0, 1, 0));
    }

    @Test
    @Order(5)
    void aRuleBreakersPapersAreVoidAfterARuling() {
        var late = exam.happens(cheats, Subject.THEORY, RecordFile.IncidentKind.CHEATING);
        exam.happens(passes, Subject.THEORY, RecordFile.IncidentKind.EQUIPMENT);
        refused(ResultRefused.Code.STALE, () -> approve.approve(PLAN, look(), FIRST));
        drawn(null);
        assertThat(kinds()).containsExactly("NOT_RULED");
        refused(
                ResultRefused.Code.INCIDENT_UNKNOWN,
                () -> rule.rule(PLAN, UUID.randomUUID(), RunRulings.Finding.DISMISSED, "无", FIRST));
        rule.rule(PLAN, late, RunRulings.Finding.DISMISSED, "看错了", FIRST);
        drawn(null);
        assertThat(entry(cheats, Subject.THEORY).score()).isEqualTo(99);
        rule.rule(PLAN, late, RunRulings.Finding.ALL_VOID, "监控核实", SECOND);
        drawn(null);
        assertThat(entry(cheats, Subject.THEORY).status()).isEqualTo(Entry.Status.VOID);
        assertThat(entry(cheats, Subject.PRACTICAL).status()).isEqualTo(Entry.Status.VOID);
        assertThat(counts()).isEqualTo(new Sheet.Counts(6, 2, 4, 1, 2, 1, 0));
        assertThat(jdbc.sql("select finding from result.ruling order by number")
                        .query(String.class)
                        .list())
                .containsExactly("DISMISSED", "ALL_VOID");
    }

    @Test
    @Order(6)
    void aChangeMakesItStaleInItsOwnTransaction() {
        var one = List.of(passes.run(Subject.THEORY));
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new MarksChanged(PLAN, one));
            status.setRollbackOnly();
        });
        assertThat(sheet().stale()).isFalse();
        for (var change : List.of(
                new MarksChanged(PLAN, one),
                new ScriptsCounted(PLAN, one),
                new OutcomesChanged(PLAN),
                new BundleRecalled(sites.getFirst(), PLAN, UUID.randomUUID()),
                new BundleHeld(sites.getFirst(), PLAN, UUID.randomUUID()))) {
            transaction.executeWithoutResult(status -> events.publishEvent(change));
            assertThat(sheet().stale()).isTrue();
            refused(ResultRefused.Code.STALE, () -> approve.approve(PLAN, look(), FIRST));
            drawn(null);
            assertThat(sheet().stale()).isFalse();
        }
    }

    @Test
    @Order(6)
    void aReviewSeesWhatHappenedInEveryRunOfTheRegistration() {
        var old = exam.wasPackedBefore(reviewed, Subject.THEORY, Outcome.ABSENT);
        var incident = exam.happens(old, RecordFile.IncidentKind.EQUIPMENT);
        assertThat(evidence.now(result(reviewed), Subject.THEORY).entry()).contains(entry(reviewed, Subject.THEORY));
        transaction.executeWithoutResult(status -> {
            var ruling = new RunRulings.Ruling(RunRulings.Finding.ALL_VOID, "替考", "甲", clock.instant());
            rulings.add(PLAN, old, incident, ruling, FIRST);
            for (var subject : List.of(Subject.THEORY, Subject.PRACTICAL)) {
                assertThat(evidence.now(result(reviewed), subject)
                                .entry()
                                .orElseThrow()
                                .status())
                        .isEqualTo(Entry.Status.VOID);
            }
            status.setRollbackOnly();
        });
    }

    @Test
    @Order(7)
    void whoeverDrawsItUpWaitsForMarksThatAreUnderWay() throws Exception {
        var marked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var version = sheet().version();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var marking = CompletableFuture.runAsync(
                    () -> transaction.executeWithoutResult(status -> {
                        events.publishEvent(new MarksChanged(PLAN, List.of(passes.run(Subject.THEORY))));
                        marked.countDown();
                        await(goOn);
                    }),
                    threads);
            await(marked);
            var drawing = CompletableFuture.supplyAsync(() -> start.start(PLAN, null, FIRST), threads);
            until(() -> jdbc.sql("select count(*) from pg_locks where not granted")
                            .query(Integer.class)
                            .single()
                    > 0);
            assertThat(drawing).isNotDone();
            exam.marks(passes, Subject.THEORY, 62);
            goOn.countDown();
            marking.get();
            drawing.get();
        }
        until(() -> sheet().drawn() != null);
        assertThat(sheet().version()).isEqualTo(version + 1);
        assertThat(sheet().stale()).isFalse();
        assertThat(entry(passes, Subject.THEORY).score()).isEqualTo(62);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The codes with which several at once are refused; those who succeed have none. */
    private static List<String> atOnce(Callable<Void> attempt) throws Exception {
        var begin = new CountDownLatch(1);
        var all = new ArrayList<CompletableFuture<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int one = 0; one < AT_ONCE; one++) {
                all.add(CompletableFuture.supplyAsync(
                        () -> {
                            await(begin);
                            try {
                                attempt.call();
                                return "";
                            } catch (ResultRefused refused) {
                                return refused.code();
                            } catch (Exception e) {
                                throw new AssertionError(e);
                            }
                        },
                        threads));
            }
            begin.countDown();
            var codes = new ArrayList<String>();
            for (var one : all) {
                codes.add(one.get());
            }
            return codes;
        }
    }

    @Test
    @Order(8)
    void manyApprovalsAtOnceAreOneOfEachPerson() throws Exception {
        heard.take();
        var looked = look();
        var first = atOnce(() -> {
            approve.approve(PLAN, looked, FIRST);
            return null;
        });
        assertThat(first).filteredOn(String::isEmpty).hasSize(1);
        assertThat(first).filteredOn("result.second-person"::equals).hasSize(AT_ONCE - 1);
        assertThat(sheet().publicity()).isNull();
        assertThat(heard.take()).isEmpty();
        var second = atOnce(() -> {
            approve.approve(PLAN, looked, SECOND);
            return null;
        });
        assertThat(second).filteredOn(String::isEmpty).hasSize(1);
        assertThat(second).filteredOn("result.already-approved"::equals).hasSize(AT_ONCE - 1);
        assertThat(heard.take())
                .containsExactly(new ResultsPublished(
                        PLAN, Instant.parse("2024-05-28T16:00:00Z"), Instant.parse("2024-05-31T16:00:00Z")));
        assertThat(directory.finishedPlans()).isEmpty();
    }

    @Test
    @Order(9)
    void whatTwoHaveApprovedIsChangedByNothingButAnotherDrawingWithAReason() {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new MarksChanged(PLAN, List.of(passes.run(Subject.THEORY)))));
        assertThat(sheet().stale()).isFalse();
        refused(ResultRefused.Code.ALREADY_APPROVED, () -> lose(List.of(vanishes.run(Subject.THEORY)), "x", false));
        refused(ResultRefused.Code.REASON_MISSING, () -> start.start(PLAN, " ", FIRST));
        assertThat(sheet().isApproved()).isTrue();
        var again = drawn("一份答卷复核");
        assertThat(again.approvals()).isEmpty();
        assertThat(again.publicity()).isNull();
        assertThat(heard.take()).containsExactly(new ResultsWithdrawn(PLAN));
        assertThat(jdbc.sql(
                                "select facts from audit.entry where act = 'result.draw-sheet' order by number desc limit 1")
                        .query(String.class)
                        .single())
                .contains("一份答卷复核");
    }

    @Test
    @Order(10)
    void theWindowOpensAndClosesByTheClockAndAPendingReviewKeepsOnlyItsOwn() {
        approve.approve(PLAN, look(), SECOND);
        approve.approve(PLAN, look(), FIRST);
        heard.take();
        itIs("2024-05-29T00:00:00");
        assertThat(sheet().isOpenAt(clock.instant())).isTrue();
        refused(ResultRefused.Code.ALREADY_PUBLIC, () -> start.start(PLAN, "太迟", FIRST));
        transaction.executeWithoutResult(status -> {
            sheets.hold(PLAN);
            results.note(reviewed.key(), 1, 0, Review.State.OPEN);
        });
        itIs("2024-06-01T00:00:01");
        until(() -> directory.finishedPlans().contains(PLAN));
        assertThat(heard.take()).containsExactly(new ResultsFinal(PLAN));
        assertThat(results.find(reviewed.key()).orElseThrow().finalAt()).isNull();
        assertThat(results.find(passes.key()).orElseThrow().finalAt()).isNotNull();
        assertThat(sheet().finishedAt()).isNull();
        assertThat(directory.passed(PLAN, COLLEGE))
                .extracting(PassedResult::name)
                .containsExactly("甲一");
        transaction.executeWithoutResult(status -> {
            sheets.hold(PLAN);
            results.note(reviewed.key(), 0, 1, Review.State.UPHELD);
            finalise.settle(PLAN);
        });
        assertThat(heard.take()).containsExactly(new ResultsFinal(PLAN));
        assertThat(sheet().stateAt(clock.instant())).isEqualTo(SheetView.State.FINISHED);
        assertThat(directory.passed(PLAN, COLLEGE))
                .extracting(PassedResult::name)
                .containsExactlyInAnyOrder("甲一", "己六");
        assertThat(directory.collegesWithPasses(PLAN)).containsExactly(COLLEGE);
    }

    @Test
    @Order(11)
    void whatIsFinalStays() {
        var before = everything();
        var found = result(passes);
        var entry = new Entry(Subject.THEORY, passes.run(Subject.THEORY), Entry.Status.SCORED, 100, 100);
        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(status -> results.correct(
                        new Result(found.key(), found.who(), found.what(), List.of(entry), Result.Outcome.FAILED))));
        transaction.executeWithoutResult(status -> {
            results.note(passes.key(), 3, 3, Review.State.OPEN);
            sites.forEach(site -> results.replace(PLAN, site, List.of()));
            finalise.settle(PLAN);
        });
        exam.marks(passes, Subject.THEORY, 0);
        transaction.executeWithoutResult(
                status -> events.publishEvent(new MarksChanged(PLAN, List.of(passes.run(Subject.THEORY)))));
        refused(ResultRefused.Code.ALREADY_PUBLIC, () -> start.start(PLAN, "太迟", FIRST));
        refused(ResultRefused.Code.ALREADY_APPROVED, () -> approve.approve(PLAN, look(), FIRST));
        assertThat(finalise.run()).isFalse();
        assertThat(everything()).isEqualTo(before);
    }

    private List<Map<String, Object>> everything() {
        var rows = new ArrayList<Map<String, Object>>();
        for (var table :
                List.of("sheet order by plan", "result order by registration_id", "entry order by script_id")) {
            rows.addAll(jdbc.sql("select cast(t as text) as row from (select * from result." + table + ") t")
                    .query()
                    .listOfRows());
        }
        return rows;
    }
}
