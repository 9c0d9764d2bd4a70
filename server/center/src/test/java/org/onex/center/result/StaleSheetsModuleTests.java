package org.onex.center.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.result.ResultDesk.FIRST;
import static org.onex.center.result.ResultDesk.PLAN;
import static org.onex.center.result.ResultDesk.await;
import static org.onex.center.result.ResultDesk.refused;
import static org.onex.center.result.ResultDesk.until;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.catalog.Subject;
import org.onex.center.dispatch.BundleHeld;
import org.onex.center.dispatch.BundleRecalled;
import org.onex.center.marking.MarksChanged;
import org.onex.center.script.ScriptDirectory.Outcome;
import org.onex.center.script.ScriptDirectory.OutcomesChanged;
import org.onex.center.script.ScriptsCounted;
import org.onex.contract.bundle.RecordFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What changes after a sheet was drawn up, or while it is, is neither overlooked nor lost; in a real database. */
@CenterTest
@Import({ExamOnPaper.Configuration.class, ResultDesk.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaleSheetsModuleTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ResultDesk desk;

    @Autowired
    private ExamOnPaper exam;

    @Autowired
    private StartDrawing start;

    @Autowired
    private ApproveSheet approve;

    @Autowired
    private GatherEvidence evidence;

    @Autowired
    private RunRulings rulings;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @BeforeAll
    void theExamIsSat() {
        desk.sit(port);
        desk.itIs("2024-05-20T08:00:00");
    }

    @BeforeEach
    void itIsDrawnUp() {
        desk.drawn(null);
    }

    @Test
    void aChangeMakesItStaleInItsOwnTransaction() {
        var one = List.of(desk.passes.run(Subject.THEORY));
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new MarksChanged(PLAN, one));
            status.setRollbackOnly();
        });
        assertThat(desk.sheet().stale()).isFalse();
        for (var change : List.of(
                new MarksChanged(PLAN, one),
                new ScriptsCounted(PLAN, one),
                new OutcomesChanged(PLAN),
                new BundleRecalled(desk.sites.getFirst(), PLAN, UUID.randomUUID()),
                new BundleHeld(desk.sites.getFirst(), PLAN, UUID.randomUUID()))) {
            transaction.executeWithoutResult(status -> events.publishEvent(change));
            assertThat(desk.sheet().stale()).isTrue();
            refused(ResultRefused.Code.STALE, () -> approve.approve(PLAN, desk.look(), FIRST));
            desk.drawn(null);
            assertThat(desk.sheet().stale()).isFalse();
        }
    }

    @Test
    void aReviewSeesWhatHappenedInEveryRunOfTheRegistration() {
        var old = exam.wasPackedBefore(desk.reviewed, Subject.THEORY, Outcome.ABSENT);
        var incident = exam.happens(old, RecordFile.IncidentKind.EQUIPMENT);
        assertThat(evidence.now(desk.result(desk.reviewed), Subject.THEORY).entry())
                .contains(desk.entry(desk.reviewed, Subject.THEORY));
        transaction.executeWithoutResult(status -> {
            var ruling = new RunRulings.Ruling(RunRulings.Finding.ALL_VOID, "替考", "甲", clock.instant());
            rulings.add(PLAN, old, incident, ruling, FIRST);
            for (var subject : List.of(Subject.THEORY, Subject.PRACTICAL)) {
                assertThat(evidence.now(desk.result(desk.reviewed), subject)
                                .entry()
                                .orElseThrow()
                                .status())
                        .isEqualTo(Entry.Status.VOID);
            }
            status.setRollbackOnly();
        });
    }

    /** It is stale already, so those who mark do not touch it: only leaning on it keeps the drawing waiting. */
    @Test
    void whoeverDrawsItUpWaitsForMarksThatAreUnderWay() throws Exception {
        var changed = new MarksChanged(PLAN, List.of(desk.passes.run(Subject.THEORY)));
        transaction.executeWithoutResult(status -> events.publishEvent(changed));
        var before = desk.sheet();
        assertThat(before.stale()).isTrue();
        var marked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var marking = CompletableFuture.runAsync(
                    () -> transaction.executeWithoutResult(status -> {
                        events.publishEvent(changed);
                        marked.countDown();
                        await(goOn);
                    }),
                    threads);
            try {
                await(marked);
                var drawing = CompletableFuture.supplyAsync(() -> start.start(PLAN, null, FIRST), threads);
                until(() -> drawing.isDone() || somebodyWaits());
                assertThat(drawing).isNotDone();
                exam.marks(desk.passes, Subject.THEORY, 62);
                goOn.countDown();
                marking.get();
                drawing.get();
            } finally {
                goOn.countDown();
            }
        }
        until(() -> desk.sheet().drawn() != null);
        assertThat(desk.sheet().version()).isEqualTo(before.version() + 1);
        assertThat(desk.sheet().stale()).isFalse();
        assertThat(desk.entry(desk.passes, Subject.THEORY).score()).isEqualTo(62);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock' and query like '%result.sheet%'
                        """).query(Integer.class).single() > 0;
    }
}
