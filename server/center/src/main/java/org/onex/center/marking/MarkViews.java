package org.onex.center.marking;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.QualificationName;
import org.onex.center.organization.Actor;
import org.onex.center.plan.PlanDirectory;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springframework.stereotype.Component;

/** Makes views of scores, with the names that other modules keep. */
@Component
class MarkViews {

    private final MarkList list;
    private final PlanDirectory plans;
    private final QualificationDirectory qualifications;

    MarkViews(MarkList list, PlanDirectory plans, QualificationDirectory qualifications) {
        this.list = list;
        this.plans = plans;
        this.qualifications = qualifications;
    }

    Page<PlanMarkingView> plans(PageRequest page, Actor actor) {
        var rows = list.plans(actor, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.countPlans(actor), MarkList.PlanRow::plan);
        var names =
                plans.names(found.items().stream().map(MarkList.PlanRow::plan).toList());
        return new Page<>(
                found.items().stream()
                        .map(row -> new PlanMarkingView(
                                new PlanMarkingView.MarkingPlan(row.plan(), names.getOrDefault(row.plan(), row.plan())),
                                row.scripts(),
                                row.scored(),
                                row.works(),
                                row.marked(),
                                row.problems()))
                        .toList(),
                found.next(),
                found.total());
    }

    Page<ScriptMarkView> marks(String plan, Score.@Nullable State state, PageRequest page, Actor actor) {
        var rows = list.scores(plan, state, actor, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.count(plan, state, actor), score -> key(score.script()));
        return new Page<>(found.items().stream().map(this::view).toList(), found.next(), found.total());
    }

    private static String key(UUID script) {
        return script.toString();
    }

    /** Of what is not scored no points are told, not even older ones. */
    ScriptMarkView view(Score score) {
        var tally = Optional.of(score.tally()).filter(any -> score.isScored());
        return new ScriptMarkView(
                score.script(),
                nameOf(score.sat().qualification()),
                score.sat().level(),
                score.sat().subject(),
                score.state(),
                score.problem(),
                tally.map(Score.Tally::objective).orElse(null),
                tally.map(Score.Tally::written).orElse(null),
                tally.filter(any -> score.state() == Score.State.MARKED)
                        .map(Score.Tally::total)
                        .orElse(null),
                tally.map(Score.Tally::full).orElse(null));
    }

    private QualificationName nameOf(String code) {
        return qualifications
                .outline(code)
                .map(outline -> new QualificationName(outline.code(), outline.name()))
                .orElseThrow();
    }
}
