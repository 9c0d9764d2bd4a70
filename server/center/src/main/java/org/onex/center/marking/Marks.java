package org.onex.center.marking;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers other modules' questions about marks. */
@Component
class Marks implements MarkDirectory {

    private final Scores scores;

    Marks(Scores scores) {
        this.scores = scores;
    }

    @Override
    public List<ScriptMark> marks(String plan, @Nullable UUID after, int limit) {
        return scores.countingOf(plan, after, limit).stream().map(Marks::mark).toList();
    }

    @Override
    public List<ScriptMark> marks(Collection<UUID> scripts) {
        return scores.counting(scripts).stream().map(Marks::mark).toList();
    }

    private static ScriptMark mark(Score score) {
        var sat = score.sat();
        var isScored = score.isScored();
        return new ScriptMark(
                score.script(),
                sat.qualification(),
                sat.level(),
                sat.subject(),
                isScored ? score.tally().total() : 0,
                isScored ? score.tally().full() : 0,
                score.state() == Score.State.MARKED);
    }
}
