package org.onex.center.marking;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.onex.center.job.RecurringWork;
import org.onex.center.script.ScriptDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Scores by rule what is due (客观题自动评分), one script after another and each by itself: whatever stops it, the rest is still due. Key and
 * answers are read outside of any transaction, and what they gave is stored only if the very same revision still counts.
 */
@Component
class ScoreScripts implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(ScoreScripts.class);

    private static final Duration EVERY = Duration.ofSeconds(3);
    /** What could not be read is tried again after this time. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private static final int AT_ONCE = 200;

    private final Scores scores;
    private final StoreScoring store;
    private final PapersToMark papers;
    private final ScriptDirectory scripts;
    private final Clock clock;

    ScoreScripts(Scores scores, StoreScoring store, PapersToMark papers, ScriptDirectory scripts, Clock clock) {
        this.scores = scores;
        this.store = store;
        this.papers = papers;
        this.scripts = scripts;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "marking.score";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    /** Until nothing is due: thousands come back within an hour, and nobody waits for the next round. */
    @Override
    public boolean run() {
        var wasSomething = false;
        var isMore = true;
        while (isMore) {
            isMore = false;
            var keys = new Keys();
            for (var due : scores.due(clock.instant(), AT_ONCE)) {
                isMore |= score(due, keys);
            }
            wasSomething |= isMore;
        }
        return wasSomething;
    }

    /** Whether it is not due any more. */
    private boolean score(Score due, Keys keys) {
        try {
            var key = keys.of(due.sat());
            if (key.isEmpty()) {
                return problem(due, Score.Problem.KEY_UNREADABLE);
            }
            var answers = read("script " + due.script(), () -> scripts.answers(due.script()));
            if (answers.isEmpty()) {
                return problem(due, Score.Problem.ANSWERS_UNREADABLE);
            }
            store.store(due, Scoring.of(key.get(), answers.get()), answers.get(), clock.instant());
            return true;
        } catch (DataAccessException e) {
            log.error("Script {} could not be scored now", due.script(), e);
            return false;
        }
    }

    private boolean problem(Score due, Score.Problem problem) {
        scores.problem(due, problem, clock.instant().plus(AGAIN));
        return true;
    }

    /** Whatever is wrong with a file, it must not keep the other scripts from being scored, and somebody must see it. */
    private static <T> Optional<T> read(String what, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("Nothing can be scored with {}", what, e);
            return Optional.empty();
        }
    }

    /** Keys of one round, so that a paper is not opened anew for each of its scripts. */
    private final class Keys {

        private record Form(UUID paper, String name) {}

        private final Map<Form, Optional<MarkingKey>> opened = new HashMap<>();

        Optional<MarkingKey> of(Score.Sat sat) {
            return opened.computeIfAbsent(new Form(sat.paper(), sat.form()), this::open);
        }

        private Optional<MarkingKey> open(Form form) {
            return read("paper " + form.paper() + " form " + form.name(), () -> {
                // Scored is only what people can mark, too.
                var key = papers.key(form.paper(), form.name());
                key.requireAskedBy(papers.asked(form.paper(), form.name()));
                return key;
            });
        }
    }
}
