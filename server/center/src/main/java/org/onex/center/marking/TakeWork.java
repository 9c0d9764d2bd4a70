package org.onex.center.marking;

import java.time.Clock;
import java.util.Optional;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanDirectory;
import org.springframework.stereotype.Service;

/**
 * Hands out works to markers, one at a time, in an order that was drawn by chance (取阅卷任务). Texts are read outside of any transaction:
 * however long that takes, nobody waits for it.
 */
@Service
class TakeWork {

    /** So many in a row are no damaged scripts any more, but a store or a vault that is away. */
    private static final int MOST_UNREADABLE = 3;

    private final PlanDirectory plans;
    private final Scores scores;
    private final WorkTexts texts;
    private final HoldWork desk;
    private final Clock clock;

    TakeWork(PlanDirectory plans, Scores scores, WorkTexts texts, HoldWork desk, Clock clock) {
        this.plans = plans;
        this.scores = scores;
        this.texts = texts;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * The one that this marker has already, or one that nobody has. Read first: what cannot be read is nobody's, and turns up among the
     * problems instead.
     *
     * @throws MarkingRefused if several cannot be read; the others are left as they are
     */
    Optional<WorkView.DeskWork> next(String plan, Actor actor) {
        requireTheirs(plan, actor);
        var now = clock.instant();
        var unreadable = 0;
        for (var due = desk.due(plan, actor, now); due.isPresent(); due = desk.due(plan, actor, now)) {
            var work = due.get();
            var score = scores.find(work.key().script()).orElseThrow();
            if (!score.isScored()) {
                // Another revision has come to count since; its works are not due.
                continue;
            }
            try {
                var task = texts.find(score, work);
                var held = desk.hold(plan, work, actor, now);
                if (held.isPresent()) {
                    return held.map(its -> task.onDesk(score.sat(), its, Optional.empty()));
                }
            } catch (MarkingRefused unread) {
                // Due at once: the rules find out what is wrong with it, or that it was a moment's failure.
                if (scores.problem(score, Score.Problem.ANSWERS_UNREADABLE, now) && ++unreadable == MOST_UNREADABLE) {
                    throw MarkingRefused.unreadable(unreadable);
                }
            }
        }
        return Optional.empty();
    }

    private void requireTheirs(String plan, Actor actor) {
        var isTheirs = plans.published(plan)
                .filter(found -> actor.actsFor(OrganizationKind.AWARDING_BODY, found.awardingBody()))
                .isPresent();
        if (!isTheirs) {
            throw MarkingRefused.of(MarkingRefused.Code.PLAN_UNKNOWN);
        }
    }
}
