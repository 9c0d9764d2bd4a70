package org.onex.center.seating;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.QualificationName;
import org.onex.center.organization.Actor;
import org.onex.center.organization.CollegeOutline;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.registration.RegistrationDirectory.SiteCount;
import org.onex.contract.kernel.Window;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springframework.stereotype.Component;

/** Turns lists of arrangements and seats into what people read: names instead of codes, and ID numbers masked. */
@Component
class SeatingViews {

    private final ArrangementList arrangements;
    private final SeatList seats;
    private final RegistrationDirectory registrations;
    private final QualificationDirectory qualifications;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    SeatingViews(
            ArrangementList arrangements,
            SeatList seats,
            RegistrationDirectory registrations,
            QualificationDirectory qualifications,
            OrganizationDirectory organizations,
            Clock clock) {
        this.arrangements = arrangements;
        this.seats = seats;
        this.registrations = registrations;
        this.qualifications = qualifications;
        this.organizations = organizations;
        this.clock = clock;
    }

    Page<SiteSeatingView.SiteSeatingSummary> sites(ArrangementList.Filter filter, PageRequest page, Actor actor) {
        var asker = new ArrangementList.Asker(actor, clock.instant());
        var rows = arrangements.find(filter, asker, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), arrangements.count(filter, asker), ArrangementList.Row::key);
        return new Page<>(
                summaries(found.items().stream()
                        .map(ArrangementList.Row::arrangement)
                        .toList()),
                found.next(),
                found.total());
    }

    Page<SeatPlaceView> seats(SeatList.Filter filter, PageRequest page, Actor actor) {
        var rows = seats.find(filter, actor, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), seats.count(filter, actor), SeatList.Row::key);
        var names = new Names();
        return new Page<>(found.items().stream().map(row -> place(row, names)).toList(), found.next(), found.total());
    }

    /** Everybody in a room. */
    List<OpeningView.SeatView> people(Collection<Seat> seated) {
        var names = new Names();
        return seated.stream().map(seat -> view(seat, names)).toList();
    }

    SiteSeatingView.SeatedCollege college(String code) {
        return new Names().college(code);
    }

    /** As long as it is not final who comes, people are counted now, once for all sites of a plan. */
    private List<SiteSeatingView.SiteSeatingSummary> summaries(List<Arrangement> found) {
        var names = new Names();
        var people = new HashMap<PlanSite, Integer>();
        found.stream()
                .filter(arrangement -> !arrangement.isFrozen())
                .collect(
                        Collectors.groupingBy(arrangement -> arrangement.where().plan()))
                .forEach((plan, ofPlan) -> registrations
                        .siteCounts(
                                plan,
                                ofPlan.stream().map(one -> one.where().site()).toList())
                        .forEach(count -> add(people, plan, count)));
        return found.stream()
                .map(one -> summary(one, people.getOrDefault(one.where(), one.people()), names))
                .toList();
    }

    private static void add(Map<PlanSite, Integer> people, String plan, SiteCount count) {
        people.merge(new PlanSite(plan, count.site()), count.people(), Integer::sum);
    }

    private static SiteSeatingView.SiteSeatingSummary summary(Arrangement arrangement, int people, Names names) {
        var seated = arrangement.seated();
        return new SiteSeatingView.SiteSeatingSummary(
                new SiteSeatingView.SeatedPlan(
                        arrangement.where().plan(), arrangement.names().plan()),
                new SiteSeatingView.SeatedSite(
                        arrangement.where().site(), arrangement.names().site()),
                names.college(arrangement.names().college()),
                arrangement.state(),
                people,
                arrangement.rooms().seats(),
                arrangement.rooms().openings(),
                arrangement.state() == Arrangement.State.TO_OPEN,
                seated == null ? null : Window.inBeijing(seated.at()),
                Window.inBeijing(arrangement.calendar().closesAt()),
                arrangement.isFrozen());
    }

    private static SeatPlaceView place(SeatList.Row row, Names names) {
        var seat = row.seat();
        return new SeatPlaceView(
                new SiteSeatingView.SeatedPlan(row.where().plan(), row.names().plan()),
                new SiteSeatingView.SeatedSite(row.where().site(), row.names().site()),
                row.opening().slot(),
                Window.inBeijing(row.hours().opens()),
                Window.inBeijing(row.hours().closes()),
                new SeatPlaceView.OpeningName(
                        row.opening().id(),
                        row.opening().number(),
                        row.opening().name()),
                seat.number(),
                seat.row(),
                seat.column(),
                seat.form(),
                seat.ticket(),
                seat.registration().candidate(),
                seat.registration().id(),
                seat.name(),
                seat.idNumber().masked(),
                names.college(seat.college()),
                seat.className(),
                names.qualification(seat.qualification()),
                seat.level(),
                seat.session());
    }

    private static OpeningView.SeatView view(Seat seat, Names names) {
        return new OpeningView.SeatView(
                seat.number(),
                seat.row(),
                seat.column(),
                seat.form(),
                seat.ticket(),
                seat.registration().candidate(),
                seat.registration().id(),
                seat.name(),
                seat.idNumber().masked(),
                names.college(seat.college()),
                seat.className(),
                names.qualification(seat.qualification()),
                seat.level(),
                seat.session());
    }

    /** Asks for each name once. */
    private final class Names {

        private final Map<String, SiteSeatingView.SeatedCollege> colleges = new HashMap<>();
        private final Map<String, QualificationName> known = new HashMap<>();

        SiteSeatingView.SeatedCollege college(String code) {
            return colleges.computeIfAbsent(
                    code,
                    asked -> new SiteSeatingView.SeatedCollege(
                            asked,
                            organizations
                                    .college(asked)
                                    .map(CollegeOutline::name)
                                    .orElse(asked)));
        }

        QualificationName qualification(String code) {
            return known.computeIfAbsent(
                    code,
                    asked -> qualifications
                            .outline(asked)
                            .map(outline -> new QualificationName(outline.code(), outline.name()))
                            .orElse(new QualificationName(asked, asked)));
        }
    }
}
