package org.onex.center.result;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.Subject;
import org.onex.center.dispatch.DispatchDirectory;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.registration.RegistrationKey;
import org.onex.center.script.ScriptDirectory;
import org.onex.center.seating.SeatingDirectory;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.SiteOutline;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.kernel.Window;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.onex.foundation.web.RequestRefused;
import org.springframework.stereotype.Component;

/** Puts names beside what is stored of results, problems and incidents, for whoever may see them. */
@Component
class ResultViews {

    private final VisiblePlans plans;
    private final Sheets sheets;
    private final ResultList list;
    private final Problems problems;
    private final RunRulings rulings;
    private final Names names;
    private final Runs runs;
    private final Clock clock;

    ResultViews(
            VisiblePlans plans,
            Sheets sheets,
            ResultList list,
            Problems problems,
            RunRulings rulings,
            Names names,
            Runs runs,
            Clock clock) {
        this.plans = plans;
        this.sheets = sheets;
        this.list = list;
        this.problems = problems;
        this.rulings = rulings;
        this.names = names;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * What invigilators wrote down about somebody, with their name, for whoever rules on it.
     *
     * @param ticket     with which the run was sat
     * @param statement  of the candidate; may be empty
     * @param superseded whether the newest record of the room does not hold it any more (记录已更正); what was ruled on it holds
     * @param ruling     the newest
     */
    record IncidentRow(
            UUID incident,
            UUID script,
            ResultRow.ResultSite site,
            ResultRow.ResultCollege college,
            String name,
            String ticket,
            Level level,
            Subject subject,
            RecordFile.IncidentKind kind,
            String facts,
            String statement,
            OffsetDateTime at,
            boolean superseded,
            @Nullable IncidentRuling ruling) {

        record IncidentRuling(RunRulings.Finding finding, String reason, String by, OffsetDateTime at) {}
    }

    /** What other modules call sites, colleges and qualifications. */
    @Component
    static class Names {

        private final SiteDirectory sites;
        private final OrganizationDirectory organizations;
        private final QualificationDirectory qualifications;

        Names(SiteDirectory sites, OrganizationDirectory organizations, QualificationDirectory qualifications) {
            this.sites = sites;
            this.organizations = organizations;
            this.qualifications = qualifications;
        }

        Function<UUID, ResultRow.ResultSite> sites(Collection<UUID> ids) {
            var known = sites.outlines(Set.copyOf(ids)).stream()
                    .collect(Collectors.toMap(SiteOutline::id, SiteOutline::name));
            return id -> new ResultRow.ResultSite(id, known.getOrDefault(id, ""));
        }

        Function<String, ResultRow.ResultCollege> colleges(Collection<String> codes) {
            var known = organizations.names(OrganizationKind.COLLEGE, Set.copyOf(codes));
            return code -> new ResultRow.ResultCollege(code, known.getOrDefault(code, code));
        }

        Function<String, QualificationName> qualifications(Collection<String> codes) {
            Map<String, QualificationName> known =
                    codes.stream().distinct().collect(Collectors.toMap(code -> code, this::qualification));
            return code -> Objects.requireNonNull(known.get(code));
        }

        private QualificationName qualification(String code) {
            return qualifications
                    .outline(code)
                    .map(outline -> new QualificationName(outline.code(), outline.name()))
                    .orElse(new QualificationName(code, code));
        }
    }

    /** Whose runs are, and what invigilators wrote down about them. */
    @Component
    static class Runs {

        private final ScriptDirectory scripts;
        private final DispatchDirectory dispatch;
        private final SeatingDirectory seating;
        private final Results results;

        Runs(ScriptDirectory scripts, DispatchDirectory dispatch, SeatingDirectory seating, Results results) {
            this.scripts = scripts;
            this.dispatch = dispatch;
            this.seating = seating;
            this.results = results;
        }

        /** Something that invigilators wrote down, with whom it is about; both are empty if nobody sits there any more and no sheet knows them. */
        record Written(ScriptDirectory.Incident incident, DispatchDirectory.Run run, String name, String college) {}

        /** Whose a run is. */
        private record Person(String name, String college) {}

        /** With a name beside each of a page, asked for once. */
        List<Written> named(List<ScriptDirectory.Incident> page) {
            var runs =
                    dispatch
                            .runs(page.stream()
                                    .map(ScriptDirectory.Incident::script)
                                    .collect(Collectors.toSet()))
                            .stream()
                            .collect(Collectors.toMap(DispatchDirectory.Run::script, run -> run));
            var people = people(runs.values());
            return page.stream()
                    .map(incident -> {
                        var run = Objects.requireNonNull(runs.get(incident.script()));
                        var whose = people.getOrDefault(run.registration(), new Person("", ""));
                        return new Written(incident, run, whose.name(), whose.college());
                    })
                    .toList();
        }

        /** By their seats, and whose seat was taken back by the sheet. */
        private Map<RegistrationKey, Person> people(Collection<DispatchDirectory.Run> runs) {
            var found = new HashMap<RegistrationKey, Person>();
            seating.byTickets(runs.stream().map(DispatchDirectory.Run::ticket).toList())
                    .values()
                    .forEach(place -> found.put(
                            place.seat().registration(),
                            new Person(place.seat().name(), place.seat().college())));
            var others = runs.stream()
                    .map(DispatchDirectory.Run::registration)
                    .filter(key -> !found.containsKey(key))
                    .collect(Collectors.toSet());
            results.find(others).stream()
                    .map(Results.Stored::result)
                    .forEach(one -> found.put(
                            one.key(), new Person(one.who().name(), one.who().college())));
            return found;
        }

        List<ScriptDirectory.Incident> incidents(String plan, @Nullable UUID after, int limit) {
            return scripts.incidents(plan, after, limit);
        }

        int count(String plan) {
            return scripts.countIncidents(plan);
        }
    }

    /** Those of a plan; a college's own people, and only once they are public. */
    Page<ResultRow> results(String code, ResultList.Filter filter, PageRequest page, Actor actor) {
        var plan = plans.seen(code, actor);
        var wanted = filter;
        if (actor.organization().kind() == OrganizationKind.COLLEGE) {
            var own = actor.organization().code();
            var isPublic = sheets.find(plan.code())
                    .filter(sheet -> sheet.isPublicAt(clock.instant()))
                    .isPresent();
            if (!isPublic || !own.equals(filter.college() == null ? own : filter.college())) {
                return Page.of(List.of(), page.size(), 0, ignored -> "");
            }
            wanted = filter.within(own);
        }
        var rows = list.find(code, wanted, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.count(code, wanted), ResultList::key);
        return new Page<>(rows(found.items()), found.next(), found.total());
    }

    private List<ResultRow> rows(List<Results.Stored> stored) {
        var results = stored.stream().map(Results.Stored::result).toList();
        var sites = names.sites(results.stream().map(one -> one.what().site()).toList());
        var colleges =
                names.colleges(results.stream().map(one -> one.who().college()).toList());
        var qualifications = names.qualifications(
                results.stream().map(one -> one.what().qualification()).toList());
        var losses = losses(results);
        return stored.stream()
                .map(one -> {
                    var who = one.result().who();
                    var what = one.result().what();
                    return new ResultRow(
                            ResultRow.ResultKey.of(one.result().key()),
                            who.name(),
                            who.number().masked(),
                            what.ticket(),
                            colleges.apply(who.college()),
                            who.className(),
                            sites.apply(what.site()),
                            qualifications.apply(what.qualification()),
                            what.level(),
                            one.result().entries().stream()
                                    .map(entry -> ResultRow.ResultEntry.of(
                                            entry, losses.of(one.result().key(), entry.subject(), entry.script())))
                                    .toList(),
                            one.result().outcome(),
                            one.finalAt() != null,
                            one.review());
                })
                .toList();
    }

    /** Why there is no score, by what was said about the subject or about the run. */
    private record Losses(Map<RunRulings.Sitting, RunRulings.Loss> declared, Map<UUID, RunRulings.Loss> lost) {

        RunRulings.@Nullable Loss of(RegistrationKey key, Subject subject, @Nullable UUID script) {
            var declaration = declared.get(new RunRulings.Sitting(key, subject));
            return declaration == null && script != null ? lost.get(script) : declaration;
        }
    }

    private Losses losses(List<Result> results) {
        var keys = new HashSet<RegistrationKey>();
        var scripts = new HashSet<UUID>();
        for (var result : results) {
            for (var entry : result.entries()) {
                var script = entry.script();
                if (entry.status() == Entry.Status.LOST) {
                    keys.add(result.key());
                    Stream.ofNullable(script).forEach(scripts::add);
                }
            }
        }
        return new Losses(rulings.declared(keys), rulings.lost(scripts));
    }

    Page<Problems.ProblemView> problems(String code, PageRequest page, Actor actor) {
        plans.own(code, actor);
        var rows = problems.find(code, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), problems.count(code), Problems::key);
        var sites = names.sites(found.items().stream().map(Problem::site).toList());
        var losses = new Losses(
                rulings.declared(
                        found.items().stream().map(Problem::registration).toList()),
                rulings.lost(found.items().stream()
                        .flatMap(one -> Stream.ofNullable(one.script()))
                        .toList()));
        return new Page<>(
                found.items().stream()
                        .map(one -> new Problems.ProblemView(
                                one.kind(),
                                ResultRow.ResultKey.of(one.registration()),
                                sites.apply(one.site()),
                                one.script(),
                                one.name(),
                                one.ticket(),
                                one.level(),
                                one.subject(),
                                ResultRow.ResultLoss.of(losses.of(one.registration(), one.subject(), one.script()))))
                        .toList(),
                found.next(),
                found.total());
    }

    Page<IncidentRow> incidents(String code, PageRequest page, Actor actor) {
        plans.own(code, actor);
        var rows = runs.incidents(code, place(page.key()), page.size() + 1);
        var found = Page.of(rows, page.size(), runs.count(code), one -> one.id().toString());
        var written = runs.named(found.items());
        var held = rulings.of(written.stream().map(one -> one.run().script()).toList());
        var sites = names.sites(written.stream().map(one -> one.run().site()).toList());
        var colleges =
                names.colleges(written.stream().map(Runs.Written::college).toList());
        return new Page<>(
                written.stream()
                        .map(one -> row(
                                one, sites, colleges, held.get(one.incident().id())))
                        .toList(),
                found.next(),
                found.total());
    }

    private static @Nullable UUID place(String key) {
        try {
            return key.isEmpty() ? null : UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw RequestRefused.invalid("after", key, e);
        }
    }

    private static IncidentRow row(
            Runs.Written one,
            Function<UUID, ResultRow.ResultSite> sites,
            Function<String, ResultRow.ResultCollege> colleges,
            RunRulings.@Nullable Ruling ruling) {
        var run = one.run();
        return new IncidentRow(
                one.incident().id(),
                run.script(),
                sites.apply(run.site()),
                colleges.apply(one.college()),
                one.name(),
                run.ticket(),
                run.level(),
                run.subject(),
                one.incident().kind(),
                one.incident().facts(),
                one.incident().statement(),
                Window.inBeijing(one.incident().at()),
                one.incident().superseded(),
                ruling == null ? null : view(ruling));
    }

    static IncidentRow.IncidentRuling view(RunRulings.Ruling ruling) {
        return new IncidentRow.IncidentRuling(
                ruling.finding(), ruling.reason(), ruling.by(), Window.inBeijing(ruling.at()));
    }
}
