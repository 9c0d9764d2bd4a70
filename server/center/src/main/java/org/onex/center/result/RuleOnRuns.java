package org.onex.center.result;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.audit.AuditTrail;
import org.onex.center.dispatch.DispatchDirectory;
import org.onex.center.organization.Actor;
import org.onex.center.plan.PlanOutline;
import org.onex.center.registration.RegistrationKey;
import org.onex.center.script.ScriptDirectory;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The awarding body says what follows from an incident (违规认定), and where there is no score because nothing else can be done (无成绩). */
@Service
class RuleOnRuns {

    /** Exam servers that were cut off bring what they have the next day at the latest. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private static final int MOST = 1_000;
    private static final int LONGEST_REASON = 500;

    private final VisiblePlans plans;
    private final Sheets sheets;
    private final Results results;
    private final RunRulings rulings;
    private final GatherEvidence evidence;
    private final ScriptDirectory scripts;
    private final DispatchDirectory dispatch;
    private final AuditTrail trail;
    private final Clock clock;

    RuleOnRuns(
            VisiblePlans plans,
            Sheets sheets,
            Results results,
            RunRulings rulings,
            GatherEvidence evidence,
            ScriptDirectory scripts,
            DispatchDirectory dispatch,
            AuditTrail trail,
            Clock clock) {
        this.plans = plans;
        this.sheets = sheets;
        this.results = results;
        this.rulings = rulings;
        this.evidence = evidence;
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
     * Where there is to be no score (无成绩).
     *
     * @param scripts  of runs of which nothing can come back any more
     * @param sittings of which nothing else can be made: never packed, sat twice, or with a paper of other full marks
     * @param despite  whether also runs that were handed in and never came
     */
    record Hopeless(Set<UUID> scripts, Set<RunRulings.Sitting> sittings, boolean despite) {

        Hopeless {
            scripts = Set.copyOf(scripts);
            sittings = Set.copyOf(sittings);
        }

        private int size() {
            return scripts.size() + sittings.size();
        }
    }

    /**
     * @throws ResultRefused if something may still come, or came, or something else is to be done, or the results were approved
     */
    @Transactional
    void lose(String code, Hopeless wanted, String reason, Actor actor) {
        var plan = plans.own(code, actor);
        requireReason(reason);
        ResultRefused.require(wanted.size() > 0 && wanted.size() <= MOST, "scripts");
        held(plan).requireUnapproved();
        requireHopeless(plan, runs(code, wanted.scripts()));
        requireNothingCame(wanted.scripts(), wanted.despite());
        requireNothingElse(plan, wanted.sittings());
        var by = new Sheet.Approval(actor.login(), actor.name(), now());
        wanted.scripts().forEach(script -> rulings.lose(code, script, reason.strip(), by));
        wanted.sittings().forEach(sitting -> rulings.declare(code, sitting, reason.strip(), by));
        sheets.outdate(code);
        trail.record(
                actor,
                "result.lose",
                code,
                Map.of(
                        "scripts", texts(wanted.scripts()),
                        "sittings", places(wanted.sittings()),
                        "reason", reason.strip(),
                        "despite", wanted.despite()));
    }

    /**
     * Takes back that there is no score; what the subject is then, the next drawing says.
     *
     * @throws ResultRefused if nobody has said so of one of them, or the results were approved
     */
    @Transactional
    void takeBack(String code, Set<RunRulings.Sitting> sittings, String reason, Actor actor) {
        var plan = plans.own(code, actor);
        requireReason(reason);
        ResultRefused.require(!sittings.isEmpty() && sittings.size() <= MOST, "sittings");
        held(plan).requireUnapproved();
        var found = stored(plan, sittings);
        var runs = dispatch.runsOf(found.keySet());
        for (var sitting : sittings) {
            var own = runs.stream()
                    .filter(run ->
                            run.registration().equals(sitting.registration()) && run.subject() == sitting.subject())
                    .map(DispatchDirectory.Run::script)
                    .toList();
            if (!rulings.takeBack(sitting, own)) {
                throw about(ResultRefused.Code.NOT_LOST, Objects.requireNonNull(found.get(sitting.registration())));
            }
        }
        sheets.outdate(code);
        trail.record(
                actor, "result.take-back-loss", code, Map.of("sittings", places(sittings), "reason", reason.strip()));
    }

    private static ResultRefused about(ResultRefused.Code code, Result result) {
        return ResultRefused.of(code, "name", result.who().name());
    }

    private Map<RegistrationKey, Result> stored(PlanOutline plan, Set<RunRulings.Sitting> sittings) {
        var wanted = sittings.stream().map(RunRulings.Sitting::registration).collect(Collectors.toSet());
        var found = results.find(wanted).stream()
                .map(Results.Stored::result)
                .filter(result -> result.what().plan().equals(plan.code()))
                .collect(Collectors.toMap(Result::key, result -> result));
        if (found.size() < wanted.size()) {
            throw ResultRefused.of(ResultRefused.Code.RESULT_UNKNOWN);
        }
        return found;
    }

    /** Whoever can do anything else about it does that: bring it back, decide, mark or rule. */
    private void requireNothingElse(PlanOutline plan, Set<RunRulings.Sitting> sittings) {
        var found = stored(plan, sittings);
        var known = evidence.now(plan, found.values());
        for (var sitting : sittings) {
            var isBlocked = Objects.requireNonNull(known.get(sitting.registration())).stream()
                    .filter(one -> one.subject() == sitting.subject())
                    .flatMap(one -> one.matter().stream())
                    .anyMatch(Problem.Kind::isDeclared);
            if (!isBlocked) {
                throw about(ResultRefused.Code.NOT_BLOCKING, Objects.requireNonNull(found.get(sitting.registration())));
            }
        }
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
        var found = dispatch.runs(wanted).stream()
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
                .map(closes -> closes.plus(PATIENCE))
                .orElse(Instant.MIN);
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

    private static List<String> places(Set<RunRulings.Sitting> sittings) {
        return sittings.stream()
                .map(one -> one.registration().candidate() + "/"
                        + one.registration().id() + " " + one.subject())
                .sorted()
                .toList();
    }

    private static List<String> texts(Set<UUID> scripts) {
        return scripts.stream().map(UUID::toString).sorted().toList();
    }
}
