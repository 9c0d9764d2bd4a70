package org.onex.center.marking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onex.center.script.ScriptDirectory;
import org.onex.contract.kernel.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Finds what is read when a work is marked: the text, the question and the rubric, each where it is sealed. */
@Component
class WorkTexts {

    private static final Logger log = LoggerFactory.getLogger(WorkTexts.class);

    private final ScriptDirectory scripts;
    private final PapersToMark papers;

    WorkTexts(ScriptDirectory scripts, PapersToMark papers) {
        this.scripts = scripts;
        this.papers = papers;
    }

    /** Everything that is needed to mark a text (待评内容). */
    record Task(String title, AskedPaper.AskedItem asked, String text, List<WorkView.RubricCriterion> rubric) {

        Task {
            rubric = List.copyOf(rubric);
        }

        WorkView.DeskWork onDesk(Score.Sat sat, Work work, Optional<Judgement> judgement) {
            var hold = work.hold();
            return new WorkView.DeskWork(
                    new WorkView.WorkReference(work.key().script(), work.key().item(), work.version()),
                    sat.subject(),
                    sat.level(),
                    title,
                    asked.stem(),
                    asked.maxLength(),
                    text,
                    rubric,
                    work.full(),
                    hold == null ? null : Window.inBeijing(hold.until()),
                    judgement.map(Task::points).orElse(null),
                    judgement.map(Judgement::remark).orElse(null));
        }

        private static @Nullable Map<String, Integer> points(Judgement judgement) {
            return new TreeMap<>(judgement.points());
        }
    }

    /**
     * @throws MarkingRefused if the text is another one by now, or something of it cannot be read
     */
    Task find(Score score, Work work) {
        var sat = score.sat();
        var item = work.key().item();
        var text = read(score, () -> scripts.answers(score.script()).getOrDefault(item, ""));
        if (!StoreScoring.hash(sat, text).equals(work.textHash())) {
            throw MarkingRefused.of(MarkingRefused.Code.STALE);
        }
        return read(score, () -> {
            var paper = papers.asked(sat.paper(), sat.form());
            var rubric = papers.key(sat.paper(), sat.form()).rubric(item).orElseThrow();
            return new Task(paper.title(), paper.item(item), text, rubric);
        });
    }

    private static <T> T read(Score score, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("Script {} cannot be laid on a desk", score.script(), e);
            throw MarkingRefused.of(MarkingRefused.Code.UNREADABLE);
        }
    }
}
