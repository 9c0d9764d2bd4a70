package org.onex.center.registration;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.QualificationName;
import org.onex.center.organization.Actor;
import org.onex.center.organization.CollegeOutline;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.SiteOutline;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Component;

/** Puts the names of plans, qualifications, sites and colleges beside the codes that are stored. */
@Component
class RegistrationViews {

    private final RegistrationList list;
    private final Gates gates;
    private final PlanDirectory plans;
    private final SiteDirectory sites;
    private final QualificationDirectory qualifications;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    RegistrationViews(
            RegistrationList list,
            Gates gates,
            PlanDirectory plans,
            SiteDirectory sites,
            QualificationDirectory qualifications,
            OrganizationDirectory organizations,
            Clock clock) {
        this.list = list;
        this.gates = gates;
        this.plans = plans;
        this.sites = sites;
        this.qualifications = qualifications;
        this.organizations = organizations;
        this.clock = clock;
    }

    RegistrationList.Asker asker(Actor actor) {
        return new RegistrationList.Asker(actor, clock.instant());
    }

    List<RegistrationView> views(Collection<RegistrationList.Row> rows) {
        var registrations =
                rows.stream().map(RegistrationList.Row::registration).toList();
        var planNames =
                plans.names(registrations.stream().map(one -> one.what().plan()).toList());
        var siteNames = sites
                .outlines(registrations.stream().map(Registration::site).toList())
                .stream()
                .collect(Collectors.toMap(SiteOutline::id, SiteOutline::name));
        var colleges = byCode(registrations.stream().map(one -> one.who().college()), this::collegeName);
        var names = byCode(registrations.stream().map(one -> one.what().qualification()), this::qualificationName);
        return rows.stream()
                .map(row -> view(row, planNames, siteNames, colleges, names))
                .toList();
    }

    private static <T> Map<String, T> byCode(Stream<String> codes, Function<String, T> find) {
        return codes.distinct().collect(Collectors.toMap(Function.identity(), find));
    }

    private static RegistrationView view(
            RegistrationList.Row row,
            Map<String, String> planNames,
            Map<UUID, String> siteNames,
            Map<String, String> colleges,
            Map<String, QualificationName> names) {
        var registration = row.registration();
        var who = registration.who();
        var what = registration.what();
        return new RegistrationView(
                registration.candidate(),
                registration.key().id(),
                who.enrolment(),
                registration.version(),
                row.state(),
                who.name(),
                who.number().masked(),
                who.kind(),
                who.className(),
                new RegistrationView.NamedCode(who.college(), colleges.getOrDefault(who.college(), who.college())),
                new RegistrationView.NamedCode(what.plan(), planNames.getOrDefault(what.plan(), what.plan())),
                names.getOrDefault(
                        what.qualification(), new QualificationName(what.qualification(), what.qualification())),
                what.level(),
                new RegistrationView.SiteName(registration.site(), siteNames.getOrDefault(registration.site(), "")),
                registration.subjects(),
                registration.since(),
                registration.withdrawn());
    }

    RegistrationView view(Registration registration) {
        var gate = gates.find(registration.what().plan()).orElseThrow();
        var isOpen = gate.isOpenAt(clock.instant());
        var state = !registration.isStanding()
                ? RegistrationState.WITHDRAWN
                : isOpen ? RegistrationState.OPEN : RegistrationState.FROZEN;
        return views(List.of(new RegistrationList.Row(registration, state))).getFirst();
    }

    /**
     * @throws RegistrationRefused if there is no such published plan
     */
    RegistrationTotals totals(String code, Actor actor) {
        var plan =
                plans.published(code).orElseThrow(() -> RegistrationRefused.of(RegistrationRefused.Code.PLAN_UNKNOWN));
        var gate = gates.find(code).orElseThrow();
        var asker = asker(actor);
        var lines = list.lines(code, asker);
        var frozen = gate.frozenAt();
        return new RegistrationTotals(
                new RegistrationView.NamedCode(plan.code(), plan.name()),
                Window.inBeijing(gate.closesAt()),
                frozen == null ? null : Window.inBeijing(frozen),
                list.people(code, asker),
                lines.stream().mapToInt(RegistrationList.Line::registrations).sum(),
                lines.stream().mapToInt(RegistrationList.Line::records).sum(),
                lines.stream()
                        .mapToInt(line -> line.registrations() * subjects(plan, line))
                        .sum(),
                lines.stream().map(line -> line(plan, line)).toList());
    }

    private static int subjects(PlanOutline plan, RegistrationList.Line line) {
        return plan.offering(line.qualification(), line.level())
                .map(offered -> offered.subjects().size())
                .orElse(0);
    }

    private RegistrationTotals.TotalsLine line(PlanOutline plan, RegistrationList.Line line) {
        return new RegistrationTotals.TotalsLine(
                new RegistrationView.NamedCode(line.college(), collegeName(line.college())),
                qualificationName(line.qualification()),
                line.level(),
                line.registrations(),
                line.records(),
                line.registrations() * subjects(plan, line));
    }

    private String collegeName(String code) {
        return organizations.college(code).map(CollegeOutline::name).orElse(code);
    }

    private QualificationName qualificationName(String code) {
        return qualifications
                .outline(code)
                .map(outline -> new QualificationName(outline.code(), outline.name()))
                .orElse(new QualificationName(code, code));
    }
}
