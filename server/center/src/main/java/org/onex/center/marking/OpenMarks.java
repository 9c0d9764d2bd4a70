package org.onex.center.marking;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.audit.AuditTrail;
import org.onex.center.marking.ScriptMarkView.ItemMark;
import org.onex.center.marking.ScriptMarkView.MarkedBy;
import org.onex.center.organization.Actor;
import org.onex.center.script.ScriptDirectory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a script's mark item by item, with the answers; each look is on the trail (查看得分明细). */
@Service
class OpenMarks {

    private final Scores scores;
    private final Works works;
    private final MarkViews views;
    private final ScriptDirectory scripts;
    private final AuditTrail trail;

    OpenMarks(Scores scores, Works works, MarkViews views, ScriptDirectory scripts, AuditTrail trail) {
        this.scores = scores;
        this.works = works;
        this.views = views;
        this.scripts = scripts;
        this.trail = trail;
    }

    /** What is not scored yet has no items; its answers are opened by whoever may read returned scripts. */
    @Transactional
    ScriptMarkView.OpenedScript open(UUID script, Actor actor) {
        var score = scores.find(script)
                .filter(found -> found.isOf(actor))
                .orElseThrow(() -> MarkingRefused.of(MarkingRefused.Code.SCRIPT_UNKNOWN));
        var items = score.isScored() ? items(score) : List.<ItemMark>of();
        trail.record(
                actor,
                "marking.open-script",
                script.toString(),
                Map.of("plan", score.sat().plan(), "hash", score.hash()));
        return new ScriptMarkView.OpenedScript(views.view(score), score.sat().plan(), items);
    }

    private List<ItemMark> items(Score score) {
        var answers = scripts.answers(score.script());
        var marked = works.of(score.script()).stream()
                .collect(Collectors.toMap(work -> work.key().item(), Function.identity()));
        return scores.scoring(score).orElseThrow().items().stream()
                .map(item -> item(item, marked.get(item.item()), answers.get(item.item())))
                .toList();
    }

    private static ItemMark item(Scoring.ItemScore item, @Nullable Work work, @Nullable String answer) {
        if (!item.isForPeople()) {
            return new ItemMark(item.item(), item.kind(), item.points(), item.full(), MarkedBy.RULE, answer);
        }
        var marking = work == null ? null : work.marking();
        return marking == null
                ? new ItemMark(item.item(), item.kind(), null, item.full(), null, answer)
                : new ItemMark(item.item(), item.kind(), marking.points(), item.full(), MarkedBy.PERSON, answer);
    }
}
