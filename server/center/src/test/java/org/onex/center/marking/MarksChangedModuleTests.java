package org.onex.center.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.paper.PaperDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever keeps results hears of every change of a mark, in the transaction that makes it. */
@CenterTest
@Import({ScriptsOnPaper.Configuration.class, MarksChangedModuleTests.Heard.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarksChangedModuleTests {

    private static final Actor MARKER =
            new Actor("hongke-marker1", "阅卷一", new Organization(OrganizationKind.AWARDING_BODY, "990000004", "评价组织"));

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptsOnPaper scripts;

    @Autowired
    private ScoreScripts scoring;

    @Autowired
    private TakeWork take;

    @Autowired
    private MarkWork mark;

    @Autowired
    private PaperDirectory papers;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Heard heard;

    private MarkingDesk desk;

    /** What was said of marks, and whether it was said within a transaction. */
    static class Heard {

        private final List<UUID> scripts = new CopyOnWriteArrayList<>();
        private final List<Boolean> within = new CopyOnWriteArrayList<>();

        @EventListener
        void on(MarksChanged changed) {
            assertThat(changed.plan()).isEqualTo(MarkingDesk.PLAN);
            scripts.addAll(changed.scripts());
            within.add(TransactionSynchronizationManager.isActualTransactionActive());
        }
    }

    @BeforeAll
    void sealPapers() {
        desk = new MarkingDesk(papers, scripts, events, transaction);
        desk.prepare(port);
    }

    @Test
    void scoringIsHeardAndEveryTimeThatAPersonGivesPointsToo() {
        var answers = new TreeMap<>(desk.rightAnswers(Subject.PRACTICAL));
        answers.put(MarkingDesk.textOf(answers), "滚烫一整天");
        var script = desk.comesBack(Subject.PRACTICAL, answers);
        scoring.run();
        assertThat(heard.scripts).contains(script).containsOnly(script);
        var before = heard.scripts.size();
        var work = take.next(MarkingDesk.PLAN, MARKER).orElseThrow().work();
        assertThat(heard.scripts).as("looking changes nothing").hasSize(before);
        mark.mark(
                new Work.Key(work.script(), work.item()),
                work.version(),
                new Judgement.Given(Map.of("a", BigDecimal.TEN, "b", BigDecimal.TEN), "已阅"),
                MARKER);
        assertThat(heard.scripts).hasSize(before + 1).containsOnly(script);
        assertThat(heard.within).containsOnly(true);
    }
}
