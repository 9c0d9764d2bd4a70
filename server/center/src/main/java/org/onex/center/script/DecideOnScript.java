package org.onex.center.script;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody of the awarding body says which revision counts, where the rule leaves a doubt; the last word does. */
@Service
class DecideOnScript {

    private static final int MOST_REASON = 200;

    private final CountingScripts scripts;
    private final Rulings rulings;
    private final JudgeScript judge;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final Clock clock;

    DecideOnScript(
            CountingScripts scripts,
            Rulings rulings,
            JudgeScript judge,
            ApplicationEventPublisher events,
            AuditTrail trail,
            Clock clock) {
        this.scripts = scripts;
        this.rulings = rulings;
        this.judge = judge;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @throws ScriptRefused if there is nothing to decide, no such revision or no reason
     */
    @Transactional
    void decide(UUID script, ScriptController.ScriptDecisionRequest request, Actor actor) {
        var seen = scripts.find(script)
                .filter(one -> actor.actsFor(OrganizationKind.AWARDING_BODY, one.awardingBody()))
                .orElseThrow(() -> ScriptRefused.of(ScriptRefused.Code.UNKNOWN));
        var reason = request.reason().strip();
        if (reason.isEmpty() || reason.length() > MOST_REASON) {
            throw ScriptRefused.of(ScriptRefused.Code.REASON_MISSING);
        }
        var held = scripts.hold(script).orElseThrow();
        var choice = choice(rulings.of(script), request.node(), request.revision());
        rulings.decide(
                script,
                new Ruling.Decision(
                        choice.copy().node(),
                        choice.revision().number(),
                        reason,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        actor.name()));
        if (judge.judge(held)) {
            events.publishEvent(new ScriptsCounted(seen.plan(), List.of(script)));
        }
        trail.record(
                actor,
                "script.decide",
                script.toString(),
                Map.of(
                        "node",
                        choice.copy().node().toString(),
                        "revision",
                        choice.revision().number(),
                        "hash",
                        choice.revision().hash(),
                        "reason",
                        reason));
    }

    /** Where nobody names an exam server, and all that have sent it agree, it is the one of which a revision would count. */
    private static Ruling.Choice choice(Ruling ruling, @Nullable UUID node, int revision) {
        if (!ruling.isDoubtful()) {
            throw ScriptRefused.of(ScriptRefused.Code.NOTHING_TO_DECIDE);
        }
        return Optional.ofNullable(node)
                .or(() -> ruling.preferred().map(Ruling.Copy::node))
                .flatMap(from -> ruling.find(from, revision))
                .orElseThrow(() -> ScriptRefused.of(ScriptRefused.Code.REVISION_UNKNOWN));
    }
}
