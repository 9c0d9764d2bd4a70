package org.onex.center.marking;

import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;

/** Shows a work once more to who has it on the desk or has marked it (查看阅卷任务). */
@Service
class OpenWork {

    private final Scores scores;
    private final Works works;
    private final WorkTexts texts;

    OpenWork(Scores scores, Works works, WorkTexts texts) {
        this.scores = scores;
        this.works = works;
        this.texts = texts;
    }

    WorkView.DeskWork open(Work.Key key, Actor actor) {
        var score = scores.find(key.script())
                .filter(found -> found.isOf(actor))
                .orElseThrow(() -> MarkingRefused.of(MarkingRefused.Code.WORK_UNKNOWN));
        var work = works.find(key).orElseThrow(() -> MarkingRefused.of(MarkingRefused.Code.WORK_UNKNOWN));
        work.requireOf(actor);
        return texts.find(score, work).onDesk(score.sat(), work, works.judgement(work));
    }
}
