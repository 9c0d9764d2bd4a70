package org.onex.center.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.marking.MarkingDesk.PLAN;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.paper.PaperDirectory;
import org.onex.center.paper.SealedPaper;
import org.onex.center.script.ScriptsCounted;
import org.onex.foundation.clock.MoveClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Scoring by rule in a real database with really sealed papers: once, anew when something else counts, and whatever happens in between. */
@CenterTest
@Import(ScriptsOnPaper.Configuration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoreScriptsModuleTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptsOnPaper scripts;

    @Autowired
    private ScoreScripts scoring;

    @Autowired
    private StoreScoring store;

    @Autowired
    private Scores scores;

    @Autowired
    private Works works;

    @Autowired
    private MarkDirectory marks;

    @Autowired
    private PaperDirectory papers;

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

    private MarkingDesk desk;

    @BeforeAll
    void sealPapers() {
        desk = new MarkingDesk(papers, scripts, events, transaction);
        desk.prepare(port);
    }

    @AfterEach
    void powerIsBack() {
        scripts.cutPower(false);
        scoring.run();
    }

    private Score scored(UUID script) {
        scoring.run();
        return scores.find(script).orElseThrow();
    }

    private ScriptMark mark(UUID script) {
        return marks.marks(List.of(script)).getFirst();
    }

    private Map<String, String> right(Subject subject) {
        return desk.rightAnswers(subject);
    }

    private static Map<String, String> without(Map<String, String> answers, String prefix) {
        var rest = new TreeMap<>(answers);
        rest.keySet().removeIf(id -> id.startsWith(prefix));
        return rest;
    }

    private int scoringsOf(UUID script) {
        return jdbc.sql("select count(*) from marking.scoring where script_id = :script")
                .param("script", script)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatIsAllRightHasFullMarksAndWhatIsEmptyNone() {
        assertThat(right(Subject.THEORY)).hasSize(10);
        var full = desk.comesBack(Subject.THEORY, right(Subject.THEORY));
        var empty = desk.comesBack(Subject.THEORY, Map.of());
        var half = desk.comesBack(Subject.THEORY, without(right(Subject.THEORY), "S"));
        scoring.run();
        assertThat(mark(full).total()).isEqualTo(100);
        assertThat(mark(empty).total()).isZero();
        assertThat(mark(half).total()).isEqualTo(40);
        assertThat(List.of(mark(full), mark(empty), mark(half)))
                .allMatch(ScriptMark::complete)
                .allMatch(mark -> mark.full() == 100);
        assertThat(works.of(full)).isEmpty();
    }

    @Test
    void aTextWaitsForAPersonAndTheRestDoesNot() {
        var script = desk.comesBack(Subject.PRACTICAL, right(Subject.PRACTICAL));
        assertThat(scored(script).tally()).isEqualTo(new Score.Tally(50, 0, 100, 1, 1));
        assertThat(mark(script).complete()).isFalse();
        assertThat(works.of(script)).hasSize(1).allMatch(work -> work.marking() == null && work.full() == 50);
    }

    @Test
    void nothingWrittenIsNothingWithoutAPerson() {
        var answers = new TreeMap<>(right(Subject.PRACTICAL));
        answers.put(MarkingDesk.textOf(answers), " \n　");
        var blank = desk.comesBack(Subject.PRACTICAL, answers);
        var absent = desk.comesBack(Subject.PRACTICAL, without(right(Subject.PRACTICAL), "W"));
        assertThat(List.of(scored(blank), scored(absent))).allSatisfy(score -> {
            assertThat(score.state()).isEqualTo(Score.State.MARKED);
            assertThat(score.tally()).isEqualTo(new Score.Tally(50, 0, 100, 0, 0));
        });
    }

    @Test
    void isScoredOnceHoweverOftenItIsCounted() {
        var script = desk.comesBack(Subject.PRACTICAL, right(Subject.PRACTICAL));
        var first = scored(script);
        var version = works.of(script);
        desk.tell(script);
        desk.tell(script, script);
        assertThat(scores.find(script)).as("not even due").contains(first);
        assertThat(scored(script)).isEqualTo(first);
        assertThat(works.of(script)).isEqualTo(version);
        assertThat(scoringsOf(script)).isEqualTo(1);
    }

    @Test
    void isScoredAnewWhenAnotherRevisionCountsAndTheOlderScoringStays() {
        var script = desk.comesBack(Subject.THEORY, right(Subject.THEORY));
        scoring.run();
        desk.counts(script, Subject.THEORY, without(right(Subject.THEORY), "J"));
        assertThat(scored(script).tally().objective()).isEqualTo(80);
        assertThat(scoringsOf(script)).isEqualTo(2);
        desk.counts(script, Subject.THEORY, right(Subject.THEORY));
        assertThat(scored(script).tally().objective()).isEqualTo(100);
        assertThat(scoringsOf(script)).isEqualTo(2);
    }

    @Test
    void whatSomebodyScoredOfAnOlderRevisionIsNotStored() {
        var script = desk.comesBack(Subject.THEORY, right(Subject.THEORY));
        var older = scored(script);
        var answers = right(Subject.THEORY);
        desk.counts(script, Subject.THEORY, without(answers, "S"));
        var key = MarkingKey.read(
                papers.answerKey(desk.paper(Subject.THEORY), "A"),
                desk.paper(Subject.THEORY),
                "A",
                JsonMapper.builder().build());
        store.store(older, Scoring.of(key, answers), answers, clock.instant());
        assertThat(scored(script).tally().objective()).isEqualTo(40);
    }

    @Test
    void whatCountsNoLongerHasNoMarkUntilItCountsAgain() {
        var script = desk.comesBack(Subject.PRACTICAL, right(Subject.PRACTICAL));
        scoring.run();
        desk.strike(script);
        assertThat(marks.marks(List.of(script))).isEmpty();
        assertThat(marks.marks(PLAN, null, 1_000))
                .noneMatch(mark -> mark.script().equals(script));
        assertThat(works.waiting(PLAN, clock.instant(), 1_000))
                .noneMatch(work -> work.key().script().equals(script));
        desk.counts(script, Subject.PRACTICAL, right(Subject.PRACTICAL));
        assertThat(scored(script).tally()).isEqualTo(new Score.Tally(50, 0, 100, 1, 1));
    }

    /** Not first when a marker wants it, who would send it back again and again. */
    @Test
    void whatPeopleWouldHaveToMarkButThePaperDoesNotAskIsNotScored() {
        var script = desk.comesBack(Subject.PRACTICAL, right(Subject.PRACTICAL));
        var json = JsonMapper.builder().build();
        var anotherPaper = new ScoreScripts(scores, store, new PapersToMark(new SwappedPapers(), json), scripts, clock);
        anotherPaper.run();
        assertThat(scores.find(script).orElseThrow().problem()).isEqualTo(Score.Problem.KEY_UNREADABLE);
        assertThat(works.of(script)).isEmpty();
        time.to(clock.instant().plus(Duration.ofMinutes(11)));
        assertThat(scored(script).state()).isEqualTo(Score.State.WAITING);
    }

    /** Gives the theory paper for the practical one, with the right key. */
    private final class SwappedPapers implements PaperDirectory {

        @Override
        public List<SealedPaper> sealed(String qualification, Level level, Subject subject) {
            return papers.sealed(qualification, level, subject);
        }

        @Override
        public byte[] candidatePaper(UUID paper, String form) {
            return papers.candidatePaper(desk.paper(Subject.THEORY), form);
        }

        @Override
        public byte[] answerKey(UUID paper, String form) {
            return papers.answerKey(paper, form);
        }
    }

    @Test
    void whatCannotBeScoredIsListedKeepsNoOtherWaitingAndIsTriedAgain() {
        var keyless = UUID.randomUUID();
        desk.counts(keyless, Subject.THEORY, UUID.randomUUID(), Map.of("S001", "B"));
        var damaged = desk.comesBack(Subject.THEORY, Map.of("S001", "B"));
        scripts.damage(damaged);
        var whole = desk.comesBack(Subject.THEORY, right(Subject.THEORY));
        assertThat(scored(whole).state()).isEqualTo(Score.State.MARKED);
        assertThat(scores.find(keyless).orElseThrow().problem()).isEqualTo(Score.Problem.KEY_UNREADABLE);
        assertThat(scores.find(damaged).orElseThrow().problem()).isEqualTo(Score.Problem.ANSWERS_UNREADABLE);
        assertThat(mark(damaged).complete()).isFalse();
        assertThat(scoring.run()).as("not at once").isFalse();
        var counted = scripts.counting(List.of(damaged)).getFirst();
        scripts.write(counted, right(Subject.THEORY));
        time.to(clock.instant().plus(Duration.ofMinutes(11)));
        assertThat(scored(damaged).state()).isEqualTo(Score.State.MARKED);
        assertThat(scores.find(keyless).orElseThrow().state()).isEqualTo(Score.State.PROBLEM);
        desk.strike(keyless);
    }

    @Test
    void whoWasKilledGoesOnWhereTheyWere() {
        var all = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) {
            all.add(desk.comesBack(Subject.THEORY, right(Subject.THEORY)));
        }
        scripts.cutPower(true);
        desk.tell(all.toArray(UUID[]::new));
        var late = desk.comesBack(Subject.THEORY, right(Subject.THEORY));
        assertThatExceptionOfType(ScriptsOnPaper.PowerCut.class).isThrownBy(scoring::run);
        assertThat(scores.find(late).orElseThrow().state()).isEqualTo(Score.State.SCORING);
        scripts.cutPower(false);
        all.add(late);
        scoring.run();
        assertThat(marks.marks(all)).hasSize(21).allMatch(mark -> mark.complete() && mark.total() == 100);
        assertThat(all).allMatch(script -> scoringsOf(script) == 1);
    }

    @Test
    void whatIsNotCountedInTheEndIsNotNoted() {
        var script = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            desk.counts(script, Subject.THEORY, Map.of());
            status.setRollbackOnly();
        });
        assertThat(scores.find(script)).isEmpty();
    }

    @Test
    void outsideOfTheTransactionThatSettlesItNobodyListens() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> events.publishEvent(new ScriptsCounted(PLAN, List.of(UUID.randomUUID()))));
    }

    @Test
    void marksComeInPieces() {
        for (int i = 0; i < 5; i++) {
            desk.comesBack(Subject.THEORY, right(Subject.THEORY));
        }
        scoring.run();
        var whole = marks.marks(PLAN, null, 1_000);
        var pieces = new ArrayList<ScriptMark>();
        var piece = marks.marks(PLAN, null, 2);
        while (!piece.isEmpty()) {
            pieces.addAll(piece);
            piece = marks.marks(PLAN, piece.getLast().script(), 2);
        }
        assertThat(pieces).isEqualTo(whole).hasSizeGreaterThanOrEqualTo(5);
    }
}
