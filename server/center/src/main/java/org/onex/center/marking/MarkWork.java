package org.onex.center.marking;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a text its points, or other ones (评分). */
@Service
class MarkWork {

    private final Scores scores;
    private final Works works;
    private final PapersToMark papers;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;

    MarkWork(
            Scores scores,
            Works works,
            PapersToMark papers,
            Clock clock,
            ApplicationEventPublisher events,
            AuditTrail trail) {
        this.scores = scores;
        this.works = works;
        this.papers = papers;
        this.clock = clock;
        this.events = events;
        this.trail = trail;
    }

    /** @param version the one that was read */
    @Transactional
    WorkView mark(Work.Key key, int version, Judgement.Given given, Actor actor) {
        var score = scores.findForChange(key.script())
                .filter(found -> found.isOf(actor))
                .orElseThrow(() -> MarkingRefused.of(MarkingRefused.Code.WORK_UNKNOWN));
        var work = works.findForChange(key).orElseThrow(() -> MarkingRefused.of(MarkingRefused.Code.WORK_UNKNOWN));
        work.requireOf(actor);
        work.requireVersion(version);
        var rubric = papers.key(score.sat().paper(), score.sat().form())
                .rubric(key.item())
                .orElseThrow(() -> MarkingRefused.of(MarkingRefused.Code.STALE));
        var marker = new WorkView.WorkMarker(actor.login(), actor.name());
        var judgement = Judgement.of(given, rubric, marker, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var marked = work.marked(judgement);
        works.mark(marked, judgement);
        // One that is scored anew at this moment counts its works when that is done.
        if (score.isScored()) {
            scores.change(score.marked(works.progress(key.script())), null);
            events.publishEvent(new MarksChanged(score.sat().plan(), List.of(key.script())));
        }
        trail.record(
                actor,
                "marking.mark-work",
                key.script().toString(),
                Map.of(
                        "plan", score.sat().plan(),
                        "item", key.item(),
                        "version", marked.version(),
                        "points", judgement.total()));
        return WorkView.of(score.sat(), marked, judgement.at());
    }
}
