package org.onex.center.marking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanDirectory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out works to markers, one at a time, in an order that was drawn by chance (取阅卷任务). */
@Service
@Transactional
class TakeWork {

    /** As long nobody else gets a work that somebody has on the desk. */
    private static final Duration HELD = Duration.ofMinutes(30);

    private static final int AT_ONCE = 10;

    private final PlanDirectory plans;
    private final Scores scores;
    private final Works works;
    private final WorkTexts texts;
    private final Clock clock;

    TakeWork(PlanDirectory plans, Scores scores, Works works, WorkTexts texts, Clock clock) {
        this.plans = plans;
        this.scores = scores;
        this.works = works;
        this.texts = texts;
        this.clock = clock;
    }

    /** The one that this marker has already, or one that nobody has. */
    Optional<WorkView.DeskWork> next(String plan, Actor actor) {
        var isTheirs = plans.published(plan)
                .filter(found -> actor.actsFor(OrganizationKind.AWARDING_BODY, found.awardingBody()))
                .isPresent();
        if (!isTheirs) {
            throw MarkingRefused.of(MarkingRefused.Code.PLAN_UNKNOWN);
        }
        works.sitDown(plan, actor.login());
        var now = clock.instant();
        for (var held : works.heldBy(plan, actor.login())) {
            var taken = take(held, actor, now);
            if (taken.isPresent()) {
                return taken;
            }
        }
        var waiting = works.waiting(plan, now, AT_ONCE);
        while (!waiting.isEmpty()) {
            for (var work : waiting) {
                var taken = take(work, actor, now);
                if (taken.isPresent()) {
                    return taken;
                }
            }
            waiting = works.waiting(plan, now, AT_ONCE);
        }
        return Optional.empty();
    }

    /** Read first: what cannot be read is nobody's, and turns up among the problems instead. */
    private Optional<WorkView.DeskWork> take(Work work, Actor actor, Instant now) {
        var score = scores.find(work.key().script()).orElseThrow();
        var task = texts.find(score, work);
        if (task.isEmpty()) {
            scores.problem(score, Score.Problem.ANSWERS_UNREADABLE, now);
            return Optional.empty();
        }
        var hold = new Work.Hold(new WorkView.WorkMarker(actor.login(), actor.name()), now.plus(HELD));
        return works.hold(work, hold, now).map(held -> task.get().onDesk(score.sat(), held, Optional.empty()));
    }

    /** Once more, for who has it or has marked it. */
    WorkView.DeskWork again(Work.Key key, Actor actor) {
        var score = scores.find(key.script())
                .filter(found -> found.isOf(actor))
                .orElseThrow(() -> MarkingRefused.of(MarkingRefused.Code.WORK_UNKNOWN));
        var work = works.find(key).orElseThrow(() -> MarkingRefused.of(MarkingRefused.Code.WORK_UNKNOWN));
        work.requireOf(actor);
        return texts.find(score, work)
                .orElseThrow(() -> MarkingRefused.of(MarkingRefused.Code.STALE))
                .onDesk(score.sat(), work, works.judgement(work));
    }
}
