package org.onex.center.marking;

import java.time.Clock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.script.ReturnedScript;
import org.onex.center.script.ScriptDirectory;
import org.onex.center.script.ScriptsCounted;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes which scripts are to be scored, in the transaction in which they came to count; scoring them is not its business. */
@Component
class NoteCountedScripts {

    private final ScriptDirectory scripts;
    private final PlanDirectory plans;
    private final Scores scores;
    private final Clock clock;

    NoteCountedScripts(ScriptDirectory scripts, PlanDirectory plans, Scores scores, Clock clock) {
        this.scripts = scripts;
        this.plans = plans;
        this.scores = scores;
        this.clock = clock;
    }

    /**
     * In the order of ids, so that two that are heard at once do not wait for each other crosswise; and before whoever makes results of it, as
     * whoever changes a mark does.
     */
    @EventListener
    @Order(0)
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ScriptsCounted counted) {
        var all = counted.scripts().stream().distinct().sorted().toList();
        var counting =
                scripts.counting(all).stream().collect(Collectors.toMap(ReturnedScript::script, Function.identity()));
        var body = plans.published(counted.plan()).orElseThrow().awardingBody();
        var now = clock.instant();
        for (var id : all) {
            var script = counting.get(id);
            if (script == null) {
                scores.drop(id);
            } else {
                scores.note(id, Score.Sat.of(script, body), script.hash(), now);
            }
        }
    }
}
