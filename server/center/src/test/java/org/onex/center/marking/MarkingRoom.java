package org.onex.center.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.marking.MarkingDesk.PLAN;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.paper.PaperDirectory;
import org.onex.foundation.clock.MoveClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Where 003's markers sit: texts wait for them, they take one after another and give points, and time passes. */
final class MarkingRoom {

    static final Actor FIRST = marker("hongke-marker1", "990000004");
    static final Actor SECOND = marker("hongke-marker2", "990000004");
    static final Actor STRANGER = marker("aopai-marker1", "990000003");

    private final MarkingDesk desk;
    private final ScoreScripts scoring;
    private final TakeWork take;
    private final OpenWork open;
    private final MarkWork mark;
    private final Scores scores;
    private final Clock clock;
    private final MoveClock time;
    private final List<UUID> waiting = new ArrayList<>();

    MarkingRoom(
            PaperDirectory papers,
            ScriptsOnPaper scripts,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            ScoreScripts scoring,
            TakeWork take,
            OpenWork open,
            MarkWork mark,
            Scores scores,
            Clock clock,
            MoveClock time) {
        this.desk = new MarkingDesk(papers, scripts, events, transaction);
        this.scoring = scoring;
        this.take = take;
        this.open = open;
        this.mark = mark;
        this.scores = scores;
        this.clock = clock;
        this.time = time;
    }

    static Actor marker(String login, String body) {
        return new Actor(login, "阅卷" + login, new Organization(OrganizationKind.AWARDING_BODY, body, "评价组织"));
    }

    MarkingDesk desk() {
        return desk;
    }

    /** Nothing waits that this room knows of. */
    void clear() {
        waiting.forEach(desk::strike);
        waiting.clear();
    }

    /** All that is right, and this text. */
    Map<String, String> answers(String text) {
        var answers = new TreeMap<>(desk.rightAnswers(Subject.PRACTICAL));
        answers.put(MarkingDesk.textOf(answers), text);
        return answers;
    }

    /** A text waits for a marker. */
    UUID written(String text) {
        return written(answers(text));
    }

    UUID written(Map<String, String> answers) {
        var script = desk.comesBack(Subject.PRACTICAL, answers);
        waiting.add(script);
        score();
        return script;
    }

    /** What the rules can score is scored, what came anew too. */
    void score() {
        scoring.run();
    }

    Optional<WorkView.DeskWork> ask(Actor marker) {
        return take.next(PLAN, marker);
    }

    WorkView.DeskWork next(Actor marker) {
        return ask(marker).orElseThrow();
    }

    WorkView.DeskWork open(WorkView.WorkReference work, Actor marker) {
        return open.open(new Work.Key(work.script(), work.item()), marker);
    }

    WorkView give(WorkView.DeskWork work, int a, int b, Actor marker) {
        return give(work.work(), a, b, marker);
    }

    WorkView give(WorkView.WorkReference work, int a, int b, Actor marker) {
        var points = Map.of("a", BigDecimal.valueOf(a), "b", BigDecimal.valueOf(b));
        return mark.mark(
                new Work.Key(work.script(), work.item()), work.version(), new Judgement.Given(points, "已阅"), marker);
    }

    Score score(UUID script) {
        return scores.find(script).orElseThrow();
    }

    void pass(Duration duration) {
        time.to(clock.instant().plus(duration));
    }

    static void refused(String code, ThrowingCallable attempt) {
        assertThatExceptionOfType(MarkingRefused.class)
                .isThrownBy(attempt)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
