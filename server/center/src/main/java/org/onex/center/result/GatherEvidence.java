package org.onex.center.result;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.Subject;
import org.onex.center.dispatch.DispatchDirectory;
import org.onex.center.marking.MarkDirectory;
import org.onex.center.marking.ScriptMark;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.registration.RegistrationKey;
import org.onex.center.script.ScriptDirectory;
import org.springframework.stereotype.Component;

/** Brings together what each module knows of everybody who was registered, and makes their results of it. */
@Component
class GatherEvidence {

    private final PlanDirectory plans;
    private final QualificationDirectory qualifications;
    private final RegistrationDirectory registrations;
    private final DispatchDirectory dispatch;
    private final ScriptDirectory scripts;
    private final MarkDirectory marks;
    private final RunRulings rulings;

    GatherEvidence(
            PlanDirectory plans,
            QualificationDirectory qualifications,
            RegistrationDirectory registrations,
            DispatchDirectory dispatch,
            ScriptDirectory scripts,
            MarkDirectory marks,
            RunRulings rulings) {
        this.plans = plans;
        this.qualifications = qualifications;
        this.registrations = registrations;
        this.dispatch = dispatch;
        this.scripts = scripts;
        this.marks = marks;
        this.rulings = rulings;
    }

    /** The results of a site, and what is not clear there. */
    record Gathered(List<Result> results, List<Problem> problems) {

        Gathered {
            results = List.copyOf(results);
            problems = List.copyOf(problems);
        }
    }

    /** What is known of some runs, by their scripts; findings by incident. */
    private record Known(
            Map<UUID, ScriptDirectory.Outcome> outcomes,
            Map<UUID, ScriptMark> marks,
            Map<UUID, List<ScriptDirectory.Incident>> incidents,
            Map<UUID, RunRulings.Finding> findings,
            Set<UUID> lost,
            Set<RunRulings.Sitting> declared) {

        /** Whether somebody has to rule on something of these runs still. */
        boolean isDue(Collection<UUID> runs) {
            return runs.stream()
                    .flatMap(run -> incidents.getOrDefault(run, List.of()).stream())
                    .anyMatch(one -> ScriptDirectory.GRAVE.contains(one.kind()) && !findings.containsKey(one.id()));
        }

        boolean isFound(Collection<UUID> runs, RunRulings.Finding finding) {
            return runs.stream()
                    .flatMap(run -> incidents.getOrDefault(run, List.of()).stream())
                    .anyMatch(one -> findings.get(one.id()) == finding);
        }

        Evidence.Run run(DispatchDirectory.Run packed) {
            var script = packed.script();
            return new Evidence.Run(
                    script, packed.stands(), outcomes.get(script), marks.get(script), lost.contains(script));
        }
    }

    Gathered site(PlanOutline plan, UUID site) {
        var people = registrations.registered(plan.code(), site);
        var keys = people.stream().map(Registered::key).toList();
        var ofEach = dispatch.runsOf(keys).stream().collect(groupingBy(DispatchDirectory.Run::registration));
        var known = known(keys, ofEach);
        var rules = rules(plan);
        var results = new ArrayList<Result>();
        var problems = new ArrayList<Problem>();
        for (var person : people) {
            var own = ofEach.getOrDefault(person.key(), List.of());
            var rule = rules.apply(new Offer(person.qualification(), person.level()));
            var found = evidence(person.key(), rule, own, known);
            var result = result(person, site, plan, own).with(entries(found), rule);
            results.add(result);
            found.forEach(one -> one.problem().ifPresent(kind -> problems.add(problem(kind, one, result))));
        }
        return new Gathered(results, problems);
    }

    /** What is known now of each subject of these results of a plan. */
    Map<RegistrationKey, List<Evidence>> now(PlanOutline plan, Collection<Result> stored) {
        var keys = stored.stream().map(Result::key).toList();
        var ofEach = dispatch.runsOf(keys).stream().collect(groupingBy(DispatchDirectory.Run::registration));
        var known = known(keys, ofEach);
        var rules = rules(plan);
        return stored.stream()
                .collect(toMap(
                        Result::key,
                        one -> evidence(
                                one.key(),
                                rules.apply(Offer.of(one)),
                                ofEach.getOrDefault(one.key(), List.of()),
                                known)));
    }

    /** What is known of a subject of a result now, from which its entry would be drawn up. */
    Evidence now(Result stored, Subject subject) {
        return Objects.requireNonNull(now(plan(stored), List.of(stored)).get(stored.key())).stream()
                .filter(one -> one.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    /** The result with this entry in the place of the one of its subject, decided anew by the rule of the scheme. */
    Result corrected(Result stored, Entry entry) {
        var entries = stored.entries().stream()
                .map(one -> one.subject() == entry.subject() ? entry : one)
                .toList();
        return stored.with(entries, rule(stored));
    }

    private Result.PassRule rule(Result result) {
        return rules(plan(result)).apply(Offer.of(result));
    }

    private PlanOutline plan(Result result) {
        return plans.published(result.what().plan()).orElseThrow();
    }

    /** Whether somebody has to rule on something that invigilators wrote down. */
    boolean isRulingDue(String plan) {
        return !rulings.ruled(plan).containsAll(scripts.graveIncidents(plan));
    }

    /** Where somebody is registered to sit, in one order. */
    List<UUID> sites(String plan) {
        return registrations.siteCounts(plan).stream()
                .map(RegistrationDirectory.SiteCount::site)
                .distinct()
                .sorted()
                .toList();
    }

    private Known known(List<RegistrationKey> people, Map<RegistrationKey, List<DispatchDirectory.Run>> ofEach) {
        var runs = scripts(ofEach.values().stream().flatMap(List::stream).toList());
        return new Known(
                scripts.outcomes(runs),
                marks.marks(runs).stream().collect(toMap(ScriptMark::script, mark -> mark)),
                incidents(runs),
                rulings.findings(runs),
                rulings.lost(runs).keySet(),
                rulings.declared(people).keySet());
    }

    private Map<UUID, List<ScriptDirectory.Incident>> incidents(List<UUID> runs) {
        return scripts.incidents(runs).stream().collect(groupingBy(ScriptDirectory.Incident::script));
    }

    /** What a plan examines people in. */
    private record Offer(String qualification, Level level) {

        static Offer of(Result result) {
            return new Offer(result.what().qualification(), result.what().level());
        }
    }

    /** Asks for each scheme once, and for none that nobody needs. */
    private Function<Offer, Result.PassRule> rules(PlanOutline plan) {
        var known = new HashMap<Offer, Result.PassRule>();
        return offer -> known.computeIfAbsent(offer, asked -> rule(plan, asked));
    }

    private Result.PassRule rule(PlanOutline plan, Offer offer) {
        var offered = plan.offering(offer.qualification(), offer.level()).orElseThrow();
        var scheme = qualifications
                .scheme(offer.qualification(), offer.level(), offered.schemeVersion())
                .orElseThrow();
        var full = new HashMap<Subject, Integer>();
        offered.subjects()
                .forEach(subject -> full.put(
                        subject, Objects.requireNonNull(scheme.fullMarks().get(subject))));
        return new Result.PassRule(offered.subjects(), full, scheme.eachAtLeast());
    }

    private static List<Evidence> evidence(
            RegistrationKey key, Result.PassRule rule, List<DispatchDirectory.Run> runs, Known known) {
        var isAllVoid = known.isFound(scripts(runs), RunRulings.Finding.ALL_VOID);
        return rule.subjects().stream()
                .map(subject -> {
                    var own = runs.stream()
                            .filter(run -> run.subject() == subject)
                            .toList();
                    var word = new Evidence.Word(
                            known.isDue(scripts(own)),
                            isAllVoid || known.isFound(scripts(own), RunRulings.Finding.SUBJECT_VOID),
                            false,
                            known.declared().contains(new RunRulings.Sitting(key, subject)));
                    return Evidence.of(
                            subject,
                            rule.full(subject),
                            own.stream().map(known::run).toList(),
                            word);
                })
                .toList();
    }

    private static List<UUID> scripts(List<DispatchDirectory.Run> runs) {
        return runs.stream().map(DispatchDirectory.Run::script).toList();
    }

    private static List<Entry> entries(List<Evidence> found) {
        return found.stream().flatMap(one -> one.entry().stream()).toList();
    }

    private static Result result(Registered person, UUID site, PlanOutline plan, List<DispatchDirectory.Run> runs) {
        var ticket = runs.stream()
                .min(Comparator.comparing(run -> !run.stands()))
                .map(DispatchDirectory.Run::ticket)
                .orElse(null);
        return new Result(
                person.key(),
                new Result.Who(
                        person.enrolment(), person.college(), person.className(), person.name(), person.number()),
                new Result.What(plan.code(), plan.awardingBody(), site, ticket, person.qualification(), person.level()),
                List.of(),
                null);
    }

    private static Problem problem(Problem.Kind kind, Evidence evidence, Result of) {
        return new Problem(
                kind,
                of.key(),
                of.what().site(),
                evidence.subject(),
                evidence.script(),
                of.who().name(),
                of.what().ticket(),
                of.what().qualification(),
                of.what().level());
    }
}
