package org.onex.center.result;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.audit.AuditTrail;
import org.onex.center.dispatch.DispatchDirectory;
import org.onex.center.organization.Actor;
import org.onex.center.plan.PlanOutline;
import org.onex.center.script.ScriptDirectory;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The awarding body says what follows from an incident (违规认定), and of which runs nothing can come back any more. */
@Service
class RuleOnRuns {

    /** Exam servers that were cut off bring what they have the next day at the latest. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private static final int MOST_SCRIPTS = 1_000;
    private static final int LONGEST_REASON = 500;

    private final VisiblePlans plans;
    private final Sheets sheets;
    private final Results results;
    private final RunRulings rulings;
    private final ScriptDirectory scripts;
    private final DispatchDirectory dispatch;
    private final AuditTrail trail;
    private final Clock clock;

    RuleOnRuns(
            VisiblePlans plans,
            Sheets sheets,
            Results results,
            RunRulings rulings,
            ScriptDirectory scripts,
            DispatchDirectory dispatch,
            AuditTrail trail,
            Clock clock) {
        this.plans = plans;
        this.sheets = sheets;
        this.results = results;
        this.rulings = rulings;
        this.scripts = scripts;
        this.dispatch = dispatch;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @throws ResultRefused if there is no such incident, or the results were approved and no review of that person waits
     */
    @Transactional
    RunRulings.Ruling rule(String code, UUID incident, RunRulings.Finding finding, String reason, Actor actor) {
        var plan = plans.own(code, actor);
        requireReason(reason);
        var sheet = held(plan);
        var found = scripts.incident(code, incident)
                .orElseThrow(() -> ResultRefused.of(ResultRefused.Code.INCIDENT_UNKNOWN));
        var run = dispatch.run(found.script()).orElseThrow();
        var isReviewed = results.find(run.registration())
                .filter(stored -> stored.pendingReviews() > 0)
                .isPresent();
        if (!isReviewed) {
            sheet.requireUnapproved();
        }
        var ruling = new RunRulings.Ruling(finding, reason.strip(), actor.name(), now());
        rulings.add(code, found.script(), incident, ruling, actor);
        sheets.outdate(code);
        trail.record(
                actor,
                "result.rule",
                code + "/" + incident,
                Map.of("script", found.script().toString(), "finding", finding.name(), "reason", ruling.reason()));
        return ruling;
    }

    /**
     * @param despite whether also those that were handed in and never came
     * @throws ResultRefused if something may still come, or came, or the results were approved
     */
    @Transactional
    void lose(String code, Collection<UUID> given, String reason, boolean despite, Actor actor) {
        var plan = plans.own(code, actor);
        requireReason(reason);
        var wanted = new HashSet<>(given);
        ResultRefused.require(!wanted.isEmpty() && wanted.size() <= MOST_SCRIPTS, "scripts");
        held(plan).requireUnapproved();
        requireHopeless(plan, runs(code, wanted));
        requireNothingCame(wanted, despite);
        var by = new Sheet.Approval(actor.login(), actor.name(), now());
        wanted.forEach(script -> rulings.lose(code, script, reason.strip(), by));
        sheets.outdate(code);
        trail.record(
                actor,
                "result.lose",
                code,
                Map.of("scripts", texts(wanted), "reason", reason.strip(), "despite", despite));
    }

    private Sheet held(PlanOutline plan) {
        sheets.add(Sheet.empty(plan.code(), plan.awardingBody()));
        return sheets.hold(plan.code());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireReason(String reason) {
        ResultRefused.require(!reason.isBlank() && reason.length() <= LONGEST_REASON, "reason");
    }

    private List<DispatchDirectory.Run> runs(String plan, Set<UUID> wanted) {
        var found = wanted.stream()
                .flatMap(script -> dispatch.run(script).stream())
                .filter(run -> run.plan().equals(plan))
                .toList();
        if (found.size() < wanted.size()) {
            var unknown = new HashSet<>(wanted);
            found.forEach(run -> unknown.remove(run.script()));
            throw ResultRefused.of(ResultRefused.Code.SCRIPT_UNKNOWN, "scripts", texts(unknown));
        }
        return found;
    }

    private void requireHopeless(PlanOutline plan, List<DispatchDirectory.Run> runs) {
        var until = runs.stream()
                .flatMap(run -> plan.offering(run.qualification(), run.level()).orElseThrow().spans().stream())
                .map(Window::closes)
                .max(Instant::compareTo)
                .orElseThrow()
                .plus(PATIENCE);
        if (clock.instant().isBefore(until)) {
            throw ResultRefused.of(
                    ResultRefused.Code.MAY_STILL_COME,
                    "until",
                    Window.inBeijing(until).toString());
        }
    }

    /** What was handed in exists somewhere: it is still on its way, or was refused. */
    private void requireNothingCame(Set<UUID> wanted, boolean despite) {
        var came = scripts.outcomes(wanted);
        var handedIn = came.keySet().stream()
                .filter(script -> came.get(script) == ScriptDirectory.Outcome.HANDED_IN)
                .collect(Collectors.toSet());
        var known = new HashSet<>(came.keySet());
        known.removeAll(handedIn);
        if (!known.isEmpty()) {
            throw ResultRefused.of(ResultRefused.Code.SOMETHING_CAME, "scripts", texts(known));
        }
        if (!handedIn.isEmpty() && !despite) {
            throw ResultRefused.of(ResultRefused.Code.HANDED_IN, "scripts", texts(handedIn));
        }
    }

    private static List<String> texts(Set<UUID> scripts) {
        return scripts.stream().map(UUID::toString).sorted().toList();
    }
}
