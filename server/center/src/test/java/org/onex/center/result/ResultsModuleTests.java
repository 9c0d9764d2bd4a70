package org.onex.center.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.onex.center.result.ResultDesk.COLLEGE;
import static org.onex.center.result.ResultDesk.FIRST;
import static org.onex.center.result.ResultDesk.PLAN;
import static org.onex.center.result.ResultDesk.SECOND;
import static org.onex.center.result.ResultDesk.await;
import static org.onex.center.result.ResultDesk.refused;
import static org.onex.center.result.ResultDesk.until;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.onex.center.CenterTest;
import org.onex.center.catalog.Subject;
import org.onex.center.job.JobRun;
import org.onex.center.marking.MarksChanged;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.ResultsPublished;
import org.onex.center.plan.ResultsWithdrawn;
import org.onex.center.script.ScriptDirectory.Outcome;
import org.onex.contract.bundle.RecordFile;
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
@Import({ExamOnPaper.Configuration.class, ResultDesk.class, ResultsModuleTests.Heard.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ResultsModuleTests {

    private static final int AT_ONCE = 8;

    @LocalServerPort
    private int port;

    @Autowired
    private ResultDesk desk;

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

    private void lose(List<UUID> scripts, String reason, boolean despite) {
        rule.lose(PLAN, new RuleOnRuns.Hopeless(Set.copyOf(scripts), Set.of(), despite), reason, FIRST);
    }

    @BeforeAll
    void theExamIsSat() {
        desk.sit(port);
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
        desk.itIs("2024-05-19T08:00:00");
        transaction.executeWithoutResult(status -> {
            sheets.add(Sheet.empty(PLAN, "990000004"));
            sheets.change(sheets.hold(PLAN).begun(UUID.randomUUID(), null, clock.instant()));
        });
        assertThatIllegalStateException().isThrownBy(() -> draw.run(run(1)));
        assertThat(desk.sheet().drawn()).isNull();
        assertThat(results.find(desk.passes.key())).isPresent();
        assertThat(results.find(desk.away.key())).isEmpty();
        exam.marks(desk.passes, Subject.THEORY, 61);
        draw.run(run(-1));
        assertThat(desk.entry(desk.passes, Subject.THEORY).score())
                .as("the first site was done")
                .isEqualTo(60);
        assertThat(desk.counts()).isEqualTo(new Sheet.Counts(6, 3, 2, 1, 0, 0, 1));
        exam.marks(desk.passes, Subject.THEORY, 60);
        draw.run(run(-1));
        assertThat(desk.sheet().version()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void eachSubjectIsAnEntryOrAProblemThatKeepsItFromBeingApproved() {
        assertThat(desk.result(desk.passes).outcome()).isEqualTo(Result.Outcome.PASSED);
        assertThat(desk.result(desk.fails).outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(desk.entry(desk.away, Subject.PRACTICAL).status()).isEqualTo(Entry.Status.ABSENT);
        assertThat(desk.result(desk.vanishes).outcome()).isNull();
        assertThat(desk.kinds()).containsExactly("NOT_RETURNED");
        refused(ResultRefused.Code.PROBLEMS, () -> approve.approve(PLAN, desk.look(), FIRST));
    }

    @Test
    @Order(4)
    void whatMayStillComeIsNotGivenUp() {
        var lost = List.of(desk.vanishes.run(Subject.THEORY));
        refused(ResultRefused.Code.MAY_STILL_COME, () -> lose(lost, "服务器损毁", false));
        desk.itIs("2024-05-20T08:00:00");
        refused(
                ResultRefused.Code.SOMETHING_CAME,
                () -> lose(List.of(desk.passes.run(Subject.THEORY)), "服务器损毁", false));
        refused(ResultRefused.Code.SCRIPT_UNKNOWN, () -> lose(List.of(UUID.randomUUID()), "x", false));
        refused(ResultRefused.Code.INVALID, () -> lose(lost, " ", false));
        exam.became(desk.vanishes, Subject.THEORY, Outcome.HANDED_IN);
        refused(ResultRefused.Code.HANDED_IN, () -> lose(lost, "服务器损毁", false));
        lose(lost, "服务器损毁", true);
        assertThat(desk.sheet().stale()).isTrue();
        refused(ResultRefused.Code.STALE, () -> approve.approve(PLAN, desk.look(), FIRST));
        desk.drawn(null);
        assertThat(desk.entry(desk.vanishes, Subject.THEORY).status()).isEqualTo(Entry.Status.LOST);
        assertThat(desk.result(desk.vanishes).outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(desk.counts()).isEqualTo(new Sheet.Counts(6, 3, 3, 1, 0, 1, 0));
    }

    @Test
    @Order(5)
    void aRuleBreakersPapersAreVoidAfterARuling() {
        var late = exam.happens(desk.cheats, Subject.THEORY, RecordFile.IncidentKind.CHEATING);
        exam.happens(desk.passes, Subject.THEORY, RecordFile.IncidentKind.EQUIPMENT);
        refused(ResultRefused.Code.STALE, () -> approve.approve(PLAN, desk.look(), FIRST));
        desk.drawn(null);
        assertThat(desk.kinds()).containsExactly("NOT_RULED");
        refused(
                ResultRefused.Code.INCIDENT_UNKNOWN,
                () -> rule.rule(PLAN, UUID.randomUUID(), RunRulings.Finding.DISMISSED, "无", FIRST));
        rule.rule(PLAN, late, RunRulings.Finding.DISMISSED, "看错了", FIRST);
        desk.drawn(null);
        assertThat(desk.entry(desk.cheats, Subject.THEORY).score()).isEqualTo(99);
        rule.rule(PLAN, late, RunRulings.Finding.ALL_VOID, "监控核实", SECOND);
        desk.drawn(null);
        assertThat(desk.entry(desk.cheats, Subject.THEORY).status()).isEqualTo(Entry.Status.VOID);
        assertThat(desk.entry(desk.cheats, Subject.PRACTICAL).status()).isEqualTo(Entry.Status.VOID);
        assertThat(desk.counts()).isEqualTo(new Sheet.Counts(6, 2, 4, 1, 2, 1, 0));
        assertThat(jdbc.sql("select finding from result.ruling order by number")
                        .query(String.class)
                        .list())
                .containsExactly("DISMISSED", "ALL_VOID");
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
    @Order(6)
    void manyApprovalsAtOnceAreOneOfEachPerson() throws Exception {
        heard.take();
        var looked = desk.look();
        var first = atOnce(() -> {
            approve.approve(PLAN, looked, FIRST);
            return null;
        });
        assertThat(first).filteredOn(String::isEmpty).hasSize(1);
        assertThat(first).filteredOn("result.second-person"::equals).hasSize(AT_ONCE - 1);
        assertThat(desk.sheet().publicity()).isNull();
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
    @Order(7)
    void whatTwoHaveApprovedIsChangedByNothingButAnotherDrawingWithAReason() {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new MarksChanged(PLAN, List.of(desk.passes.run(Subject.THEORY)))));
        assertThat(desk.sheet().stale()).isFalse();
        refused(
                ResultRefused.Code.ALREADY_APPROVED,
                () -> lose(List.of(desk.vanishes.run(Subject.THEORY)), "x", false));
        refused(ResultRefused.Code.REASON_MISSING, () -> start.start(PLAN, " ", FIRST));
        assertThat(desk.sheet().isApproved()).isTrue();
        var again = desk.drawn("一份答卷复核");
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
    @Order(8)
    void theWindowOpensAndClosesByTheClockAndAPendingReviewKeepsOnlyItsOwn() {
        approve.approve(PLAN, desk.look(), SECOND);
        approve.approve(PLAN, desk.look(), FIRST);
        heard.take();
        desk.itIs("2024-05-29T00:00:00");
        assertThat(desk.sheet().isOpenAt(clock.instant())).isTrue();
        refused(ResultRefused.Code.ALREADY_PUBLIC, () -> start.start(PLAN, "太迟", FIRST));
        transaction.executeWithoutResult(status -> {
            sheets.hold(PLAN);
            results.note(desk.reviewed.key(), 1, 0, Review.State.OPEN);
        });
        desk.itIs("2024-06-01T00:00:01");
        until(() -> directory.finishedPlans().contains(PLAN));
        assertThat(heard.take()).containsExactly(new ResultsFinal(PLAN));
        assertThat(results.find(desk.reviewed.key()).orElseThrow().finalAt()).isNull();
        assertThat(results.find(desk.passes.key()).orElseThrow().finalAt()).isNotNull();
        assertThat(desk.sheet().finishedAt()).isNull();
        assertThat(directory.passed(PLAN, COLLEGE))
                .extracting(PassedResult::name)
                .containsExactly("甲一");
        transaction.executeWithoutResult(status -> {
            sheets.hold(PLAN);
            results.note(desk.reviewed.key(), 0, 1, Review.State.UPHELD);
            finalise.settle(PLAN);
        });
        assertThat(heard.take()).containsExactly(new ResultsFinal(PLAN));
        assertThat(desk.sheet().stateAt(clock.instant())).isEqualTo(SheetView.State.FINISHED);
        assertThat(directory.passed(PLAN, COLLEGE))
                .extracting(PassedResult::name)
                .containsExactlyInAnyOrder("甲一", "己六");
        assertThat(directory.collegesWithPasses(PLAN)).containsExactly(COLLEGE);
    }

    @Test
    @Order(9)
    void whatIsFinalStays() {
        var before = everything();
        var found = desk.result(desk.passes);
        var entry = new Entry(Subject.THEORY, desk.passes.run(Subject.THEORY), Entry.Status.SCORED, 100, 100);
        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(status -> results.correct(
                        new Result(found.key(), found.who(), found.what(), List.of(entry), Result.Outcome.FAILED))));
        transaction.executeWithoutResult(status -> {
            results.note(desk.passes.key(), 3, 3, Review.State.OPEN);
            desk.sites.forEach(site -> results.replace(PLAN, site, List.of()));
            finalise.settle(PLAN);
        });
        exam.marks(desk.passes, Subject.THEORY, 0);
        transaction.executeWithoutResult(
                status -> events.publishEvent(new MarksChanged(PLAN, List.of(desk.passes.run(Subject.THEORY)))));
        refused(ResultRefused.Code.ALREADY_PUBLIC, () -> start.start(PLAN, "太迟", FIRST));
        refused(ResultRefused.Code.ALREADY_APPROVED, () -> approve.approve(PLAN, desk.look(), FIRST));
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
