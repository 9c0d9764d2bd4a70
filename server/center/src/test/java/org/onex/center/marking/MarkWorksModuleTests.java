package org.onex.center.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.marking.MarkingDesk.PLAN;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.paper.PaperDirectory;
import org.onex.foundation.clock.MoveClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Works in a real database: who gets which, for how long, and what becomes of what they give. */
@CenterTest
@Import(ScriptsOnPaper.Configuration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarkWorksModuleTests {

    private static final Actor FIRST = marker("hongke-marker1", "990000004");
    private static final Actor SECOND = marker("hongke-marker2", "990000004");
    private static final Actor STRANGER = marker("aopai-marker1", "990000003");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptsOnPaper scripts;

    @Autowired
    private ScoreScripts scoring;

    @Autowired
    private TakeWork take;

    @Autowired
    private OpenWork open;

    @Autowired
    private MarkWork mark;

    @Autowired
    private Scores scores;

    @Autowired
    private Works works;

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

    private final List<UUID> here = new ArrayList<>();
    private MarkingDesk desk;

    private static Actor marker(String login, String body) {
        return new Actor(login, "阅卷" + login, new Organization(OrganizationKind.AWARDING_BODY, body, "评价组织"));
    }

    @BeforeAll
    void sealPapers() {
        desk = new MarkingDesk(papers, scripts, events, transaction);
        desk.prepare(port);
    }

    @BeforeEach
    void nothingWaits() {
        here.forEach(desk::strike);
        here.clear();
    }

    @AfterEach
    void everythingIsReadableAgain() {
        scripts.lose(false);
        scripts.whileReading(() -> {});
    }

    private Map<String, String> answers(String text) {
        var answers = new TreeMap<>(desk.rightAnswers(Subject.PRACTICAL));
        answers.put(MarkingDesk.textOf(answers), text);
        return answers;
    }

    /** A text waits for a marker. */
    private UUID written(String text) {
        var script = desk.comesBack(Subject.PRACTICAL, answers(text));
        here.add(script);
        scoring.run();
        return script;
    }

    private WorkView.DeskWork next(Actor marker) {
        return take.next(PLAN, marker).orElseThrow();
    }

    private WorkView give(WorkView.DeskWork work, int a, int b, Actor marker) {
        return give(work.work(), a, b, marker);
    }

    private WorkView give(WorkView.WorkReference work, int a, int b, Actor marker) {
        var points = Map.of("a", BigDecimal.valueOf(a), "b", BigDecimal.valueOf(b));
        return mark.mark(
                new Work.Key(work.script(), work.item()), work.version(), new Judgement.Given(points, "已阅"), marker);
    }

    private static void refused(String code, ThrowingCallable attempt) {
        assertThatExceptionOfType(MarkingRefused.class)
                .isThrownBy(attempt)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private Score score(UUID script) {
        return scores.find(script).orElseThrow();
    }

    private void pass(Duration duration) {
        time.to(clock.instant().plus(duration));
    }

    @Test
    void aMarkerGetsTheTextTheQuestionAndTheRubric() {
        var script = written("滚烫一整天");
        var work = next(FIRST);
        assertThat(work.work().script()).isEqualTo(script);
        assertThat(work.text()).isEqualTo("滚烫一整天");
        assertThat(work.title()).isEqualTo("网店运营推广 初级 实操考试");
        assertThat(work.stem()).contains("一款保温杯。", "请写一段卖点文案。");
        assertThat(work.maxLength()).isEqualTo(800);
        assertThat(work.full()).isEqualTo(50);
        assertThat(work.rubric())
                .containsExactly(
                        new WorkView.RubricCriterion("a", "卖点准确", 30, List.of("三个以上", "一至两个")),
                        new WorkView.RubricCriterion("b", "语言通顺", 20, List.of()));
        assertThat(work.points()).isNull();
        assertThat(work.heldUntil().toInstant())
                .isBetween(
                        clock.instant().plus(HALF_AN_HOUR).minusSeconds(60),
                        clock.instant().plus(HALF_AN_HOUR));
    }

    @Test
    void askingAgainGivesTheSameOneAndNobodyElseGetsIt() {
        written("甲");
        var work = next(FIRST);
        assertThat(take.next(PLAN, SECOND)).isEmpty();
        pass(HALF_AN_HOUR.minusMinutes(1));
        assertThat(next(FIRST).work()).isEqualTo(work.work());
        pass(Duration.ofMinutes(2));
        assertThat(take.next(PLAN, SECOND)).as("the time began anew").isEmpty();
    }

    @Test
    void afterHalfAnHourAnotherMarkerGetsItAndTheFirstOneComesTooLate() {
        var script = written("甲");
        var first = next(FIRST);
        pass(HALF_AN_HOUR.plusSeconds(1));
        var second = next(SECOND);
        assertThat(second.work().script()).isEqualTo(script);
        refused("marking.not-yours", () -> give(first, 1, 1, FIRST));
        refused(
                "marking.not-yours",
                () -> open.open(new Work.Key(script, first.work().item()), FIRST));
        assertThat(give(second, 30, 20, SECOND).points()).isEqualTo(50);
        assertThat(take.next(PLAN, FIRST)).isEmpty();
    }

    @Test
    void whoIsSlowKeepsAWorkThatNobodyElseWants() {
        written("甲");
        var work = next(FIRST);
        pass(HALF_AN_HOUR.multipliedBy(3));
        assertThat(give(work, 10, 10, FIRST).points()).isEqualTo(20);
    }

    @Test
    void twoMarkersNeverHoldTheSame() {
        for (int i = 0; i < 12; i++) {
            written("文案" + i);
        }
        var markers = Stream.iterate(1, i -> i + 1)
                .limit(12)
                .map(i -> marker("marker-" + i, "990000004"))
                .toList();
        try (var pool = Executors.newFixedThreadPool(6)) {
            var taken = markers.stream()
                    .map(marker -> CompletableFuture.supplyAsync(() -> take.next(PLAN, marker), pool))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .flatMap(Optional::stream)
                    .map(work -> work.work().script())
                    .toList();
            assertThat(taken).hasSize(12).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(here);
        }
        assertThat(take.next(PLAN, FIRST)).isEmpty();
    }

    @Test
    void twoWindowsOfOneMarkerShowTheSameWork() {
        written("甲");
        written("乙");
        written("丙");
        try (var pool = Executors.newFixedThreadPool(4)) {
            var shown =
                    Stream.generate(() -> CompletableFuture.supplyAsync(() -> next(FIRST), pool))
                            .limit(4)
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .map(WorkView.DeskWork::work)
                            .toList();
            assertThat(new HashSet<>(shown)).hasSize(1);
        }
    }

    @Test
    void thePointsOfAPersonCompleteTheMark() {
        var script = written("甲");
        var marked = give(next(FIRST), 25, 11, FIRST);
        assertThat(marked.state()).isEqualTo(WorkView.State.MARKED);
        assertThat(marked.points()).isEqualTo(36);
        assertThat(score(script).state()).isEqualTo(Score.State.MARKED);
        assertThat(score(script).tally()).isEqualTo(new Score.Tally(50, 36, 100, 1, 0));
        assertThat(take.next(PLAN, SECOND)).isEmpty();
    }

    @Test
    void pointsOutOfRangeAreRefusedAndNothingIsMarked() {
        var script = written("甲");
        var work = next(FIRST);
        refused("marking.points-invalid", () -> give(work, 31, 20, FIRST));
        refused("marking.points-invalid", () -> give(work, 30, -1, FIRST));
        assertThat(score(script).state()).isEqualTo(Score.State.WAITING);
        assertThat(give(work, 30, 20, FIRST).points()).isEqualTo(50);
    }

    @Test
    void changesKeepWhatWasGivenBefore() {
        var script = written("甲");
        var first = give(next(FIRST), 10, 10, FIRST);
        refused("marking.not-yours", () -> give(first.work(), 1, 1, SECOND));
        var shown = open.open(new Work.Key(script, first.work().item()), FIRST);
        assertThat(shown.points()).isEqualTo(Map.of("a", 10, "b", 10));
        assertThat(shown.remark()).isEqualTo("已阅");
        assertThat(shown.heldUntil()).isNull();
        give(shown, 12, 10, FIRST);
        refused("marking.stale", () -> give(first.work(), 1, 1, FIRST));
        assertThat(score(script).tally().written()).isEqualTo(22);
        assertThat(jdbc.sql("select total from marking.judgement where script_id = :script order by version")
                        .param("script", script)
                        .query(Integer.class)
                        .list())
                .containsExactly(20, 22);
        assertThat(jdbc.sql("select count(*) from audit.entry where act = 'marking.mark-work' and subject = :script")
                        .param("script", script.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aRevisionWithTheSameTextKeepsThePointsOfAPerson() {
        var script = written("甲");
        give(next(FIRST), 10, 10, FIRST);
        var answers = answers("甲");
        answers.put("D01-1", "0");
        answers.put("D02-1", "0");
        desk.counts(script, Subject.PRACTICAL, answers);
        assertThat(score(script).state()).isEqualTo(Score.State.SCORING);
        scoring.run();
        assertThat(score(script).state()).isEqualTo(Score.State.MARKED);
        assertThat(score(script).tally()).isEqualTo(new Score.Tally(30, 20, 100, 1, 0));
    }

    @Test
    void aRevisionWithAnotherTextIsMarkedAnew() {
        var script = written("甲");
        var before = give(next(FIRST), 10, 10, FIRST);
        desk.counts(script, Subject.PRACTICAL, answers("甲乙"));
        scoring.run();
        assertThat(score(script).tally()).isEqualTo(new Score.Tally(50, 0, 100, 1, 1));
        refused("marking.not-yours", () -> give(before.work(), 1, 1, FIRST));
        var work = next(SECOND);
        assertThat(work.text()).isEqualTo("甲乙");
        give(work, 30, 20, SECOND);
        assertThat(score(script).tally().written()).isEqualTo(50);
        assertThat(jdbc.sql("select count(*) from marking.judgement where script_id = :script")
                        .param("script", script)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private void counts(UUID script, String text) {
        desk.counts(script, Subject.PRACTICAL, answers(text));
        scoring.run();
    }

    @Test
    void aTextThatComesBackBringsItsNewestPoints() {
        var script = written("甲");
        var corrected = give(give(next(FIRST), 10, 10, FIRST).work(), 12, 10, FIRST);
        counts(script, "甲乙");
        assertThat(score(script).tally()).isEqualTo(new Score.Tally(50, 0, 100, 1, 1));
        give(next(SECOND), 30, 20, SECOND);
        counts(script, "甲");
        assertThat(score(script).state()).isEqualTo(Score.State.MARKED);
        assertThat(score(script).tally()).isEqualTo(new Score.Tally(50, 22, 100, 1, 0));
        assertThat(take.next(PLAN, SECOND)).isEmpty();
        refused("marking.stale", () -> give(corrected.work(), 1, 1, FIRST));
        var shown = open.open(new Work.Key(script, corrected.work().item()), FIRST);
        assertThat(shown.points()).isEqualTo(Map.of("a", 12, "b", 10));
        assertThat(give(shown, 13, 10, FIRST).points()).isEqualTo(23);
        counts(script, "甲乙");
        assertThat(score(script).tally().written()).isEqualTo(50);
        assertThat(works.of(script).getFirst().marker())
                .extracting(WorkView.WorkMarker::login)
                .isEqualTo(SECOND.login());
    }

    @Test
    void aRevisionWithoutTheTextTakesItsWorkAway() {
        var script = written("甲");
        give(next(FIRST), 10, 10, FIRST);
        counts(script, " ");
        assertThat(score(script).state()).isEqualTo(Score.State.MARKED);
        assertThat(score(script).tally()).isEqualTo(new Score.Tally(50, 0, 100, 0, 0));
        assertThat(works.of(script)).isEmpty();
        counts(script, "乙");
        assertThat(score(script).state()).isEqualTo(Score.State.WAITING);
        counts(script, "甲");
        assertThat(score(script).tally()).isEqualTo(new Score.Tally(50, 20, 100, 1, 0));
    }

    @Test
    void whatIsWorthSomethingElseIsMarkedAnew() {
        var script = written("甲");
        give(next(FIRST), 10, 10, FIRST);
        var work = works.of(script).getFirst();
        works.want(work.key(), PLAN, work.textHash(), 49);
        assertThat(works.progress(script)).isEqualTo(new Works.Progress(1, 1, 0));
        works.want(work.key(), PLAN, work.textHash(), 50);
        assertThat(works.progress(script)).isEqualTo(new Works.Progress(1, 0, 20));
    }

    @Test
    void whatIsMarkedWhileItIsScoredAnewIsNotLost() {
        var script = written("甲");
        var work = next(FIRST);
        var answers = answers("甲");
        answers.put("D01-2", "0");
        answers.put("D02-2", "0");
        scripts.cutPower(true);
        desk.counts(script, Subject.PRACTICAL, answers);
        give(work, 10, 10, FIRST);
        assertThat(score(script).state()).isEqualTo(Score.State.SCORING);
        scripts.cutPower(false);
        scoring.run();
        assertThat(score(script).tally()).isEqualTo(new Score.Tally(20, 20, 100, 1, 0));
    }

    @Test
    void aTextThatCannotBeReadIsNobodysAndKeepsNoOtherWaiting() {
        var broken = written("甲");
        var whole = written("乙");
        scripts.damage(broken);
        assertThat(Stream.of(next(FIRST), next(FIRST)).map(work -> work.work().script()))
                .containsOnly(whole);
        assertThat(take.next(PLAN, SECOND)).isEmpty();
        assertThat(score(broken).state()).isEqualTo(Score.State.PROBLEM);
    }

    @Test
    void ifNothingCanBeReadThreeAreTriedAndTheMarkerIsTold() {
        for (int i = 0; i < 8; i++) {
            written("文案" + i);
        }
        var own = next(FIRST);
        scripts.lose(true);
        assertThatExceptionOfType(MarkingRefused.class)
                .isThrownBy(() -> take.next(PLAN, SECOND))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("marking.unreadable"))
                .satisfies(refused -> assertThat(refused.facts()).isEqualTo(Map.of("scripts", 3)));
        assertThat(here.stream().map(script -> score(script).state()))
                .as("also after the refusal")
                .containsOnly(Score.State.PROBLEM, Score.State.WAITING)
                .filteredOn(state -> state == Score.State.PROBLEM)
                .hasSize(3);
        refused(
                "marking.unreadable",
                () -> open.open(new Work.Key(own.work().script(), own.work().item()), FIRST));
        scripts.lose(false);
        scoring.run();
        assertThat(here).allMatch(script -> score(script).state() == Score.State.WAITING);
        assertThat(next(FIRST).work()).isEqualTo(own.work());
    }

    @Test
    void whileATextIsReadNothingIsLocked() {
        var all = Stream.of("甲", "乙", "丙").map(this::written).toArray(UUID[]::new);
        for (var script : all) {
            scripts.damage(script);
        }
        var wasTold = new ArrayList<Boolean>();
        scripts.whileReading(() -> wasTold.add(isDone(() -> desk.tell(all))));
        refused("marking.unreadable", () -> take.next(PLAN, FIRST));
        assertThat(wasTold).containsExactly(true, true, true);
    }

    /** Within ten seconds, by somebody else. */
    private static boolean isDone(Runnable work) {
        return CompletableFuture.runAsync(work)
                .thenApply(done -> true)
                .completeOnTimeout(false, 10, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void whatNoLongerCountsIsTakenOffTheDesk() {
        var script = written("甲");
        var work = next(FIRST);
        desk.strike(script);
        assertThat(take.next(PLAN, FIRST)).isEmpty();
        refused("marking.work-unknown", () -> give(work, 1, 1, FIRST));
    }

    @Test
    void anotherBodysMarkersGetNothing() {
        var script = written("甲");
        var work = next(FIRST);
        refused("marking.plan-unknown", () -> take.next(PLAN, STRANGER));
        refused("marking.plan-unknown", () -> take.next("NOWHERE", FIRST));
        refused("marking.work-unknown", () -> give(work, 1, 1, STRANGER));
        refused(
                "marking.work-unknown",
                () -> open.open(new Work.Key(script, work.work().item()), STRANGER));
    }

    @Test
    void whatNobodyHasTakenIsNotMarked() {
        var script = written("甲");
        var item = works.of(script).getFirst();
        refused(
                "marking.not-yours",
                () -> give(new WorkView.WorkReference(script, item.key().item(), item.version()), 1, 1, FIRST));
    }

    /** Whose a script is, or what somebody wrote, stands in no table of this module. */
    @Test
    void noTextAndNobodysNameIsReadableInTheDatabase() {
        var answers = answers("保温杯里泡枸杞");
        answers.put("D01-1", "大约陈皮三两");
        here.add(desk.comesBack(Subject.PRACTICAL, answers));
        scoring.run();
        give(next(FIRST), 1, 1, FIRST);
        for (var table : List.of("score", "scoring", "work", "judgement", "desk")) {
            var rows = String.join(
                    "\n",
                    jdbc.sql("select cast(t as text) from marking." + table + " t")
                            .query(String.class)
                            .list());
            assertThat(rows).as(table).isNotEmpty().doesNotContain("枸杞", "陈皮");
        }
        assertThat(jdbc.sql("select column_name from information_schema.columns where table_schema = 'marking'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(column -> column.matches(".*(candidate|ticket|registration|seat|site|id_number|person).*"));
    }
}
