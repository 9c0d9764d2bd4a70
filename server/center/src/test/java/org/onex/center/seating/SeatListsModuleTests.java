package org.onex.center.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.seating.SeatingDesk.BODY;
import static org.onex.center.seating.SeatingDesk.COLLEGE;
import static org.onex.center.seating.SeatingDesk.ELSEWHERE;
import static org.onex.center.seating.SeatingDesk.FAR_SITE;
import static org.onex.center.seating.SeatingDesk.HERE;
import static org.onex.center.seating.SeatingDesk.HOME;
import static org.onex.center.seating.SeatingDesk.MEDIA_SITE;
import static org.onex.center.seating.SeatingDesk.NEIGHBOUR;
import static org.onex.center.seating.SeatingDesk.NEIGHBOURS;
import static org.onex.center.seating.SeatingDesk.OTHER_BODY;
import static org.onex.center.seating.SeatingDesk.SITE;
import static org.onex.center.seating.SeatingDesk.SPRING;
import static org.onex.center.seating.SeatingDesk.THERE;
import static org.onex.center.seating.SeatingDesk.assertRefused;
import static org.onex.center.seating.SeatingDesk.beginners;
import static org.onex.center.seating.SeatingDesk.wanted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onex.center.CenterTest;
import org.onex.center.catalog.Level;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.web.PageRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who sees which sites, rooms and seats, in which order, and without whole ID numbers. */
@CenterTest
@Import(SeatingDesk.class)
@Timeout(120)
class SeatListsModuleTests {

    private static final PlanSite MEDIA_HERE = new PlanSite(ELSEWHERE.code(), MEDIA_SITE.id());
    private static final ArrangementList.Filter ALL = new ArrangementList.Filter(null, null, null);
    private static final SeatList.Filter EVERYBODY = new SeatList.Filter(null, null, null, null);

    @Autowired
    private ObjectProvider<SeatingDesk> desks;

    private SeatingDesk desk;

    @BeforeEach
    void setUp() {
        desk = desks.getObject();
        desk.setUp();
    }

    /** 60 of the site's own college and 30 guests at one site, 10 of the neighbours at their own. */
    private void twoColleges() {
        var people = new ArrayList<>(beginners(HOME, 60));
        people.addAll(Crowd.classOf(NEIGHBOUR, "客班", 30));
        desk.rolls.put(HERE, people);
        desk.register(THERE, beginners(NEIGHBOUR, 10));
        desk.register(MEDIA_HERE, List.of(Crowd.registered("乙", HOME, "一班", Crowd.MEDIA, Level.ELEMENTARY)));
        desk.register(HERE, people);
        desk.freeze(SPRING.code());
        desk.open(HERE, wanted(2, SITE, 0, 45), wanted(2, SITE, 1, 45));
        desk.open(THERE, wanted(2, FAR_SITE, 0, 10));
        desk.arrange(HERE, 1);
        desk.arrange(THERE, 1);
    }

    @Test
    void aCollegeSeesItsOwnSitesAndABodyThoseOfItsPlans() {
        twoColleges();
        assertThat(sites(ALL, COLLEGE)).containsExactlyInAnyOrder("考点一", "考点二");
        assertThat(sites(ALL, NEIGHBOURS)).containsExactly("考点三");
        assertThat(sites(ALL, BODY)).containsExactlyInAnyOrder("考点一", "考点三");
        assertThat(sites(ALL, OTHER_BODY)).containsExactly("考点二");
        var operator = new Actor("op", "运营", new Organization(OrganizationKind.PLATFORM, "platform", "OneX"));
        assertThat(sites(ALL, operator)).isEmpty();
        assertThat(desk.views
                        .seats(EVERYBODY, new PageRequest(null, null), operator)
                        .items())
                .isEmpty();
    }

    @Test
    void sitesAreFoundByPlanStateAndPartOfTheirName() {
        twoColleges();
        assertThat(sites(new ArrangementList.Filter(SPRING.code(), null, null), COLLEGE))
                .containsExactly("考点一");
        assertThat(sites(new ArrangementList.Filter(null, Arrangement.State.REGISTERING, null), COLLEGE))
                .containsExactly("考点二");
        assertThat(sites(new ArrangementList.Filter(null, Arrangement.State.ARRANGED, "点三"), BODY))
                .containsExactly("考点三");
    }

    @Test
    void aLineSaysHowManyPeopleThereAreBeforeAndAfterTheDeadline() {
        twoColleges();
        var lines = desk.views.sites(ALL, new PageRequest(null, null), COLLEGE).items();
        assertThat(lines)
                .satisfiesExactly(
                        line -> {
                            assertThat(line.people()).isEqualTo(90);
                            assertThat(line.seats()).isEqualTo(90);
                            assertThat(line.openings()).isEqualTo(2);
                            assertThat(line.frozen()).isTrue();
                            assertThat(line.blocked()).isFalse();
                            assertThat(line.arrangedAt()).isNotNull();
                        },
                        line -> {
                            assertThat(line.people()).isEqualTo(1);
                            assertThat(line.frozen()).isFalse();
                            assertThat(line.state()).isEqualTo(Arrangement.State.REGISTERING);
                        });
    }

    @Test
    void examsThatAreOverComeLast() {
        twoColleges();
        assertThat(sites(ALL, COLLEGE)).containsExactly("考点一", "考点二");
        // 002's weekend goes on for one more day.
        desk.register(new PlanSite(SeatingDesk.WEEKEND.code(), SITE.id()), beginners(HOME, 1));
        desk.time.set(SeatingDesk.EXAM.plus(Duration.ofHours(12)));
        var plans = desk.views.sites(ALL, new PageRequest(null, null), COLLEGE).items().stream()
                .map(line -> line.plan().code())
                .toList();
        assertThat(plans).containsExactly(SeatingDesk.WEEKEND.code(), SPRING.code(), ELSEWHERE.code());
    }

    @Test
    void leafingThroughSitesAndSeatsMeetsEachOnce() {
        twoColleges();
        var sites = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var page = desk.views.sites(ALL, new PageRequest(1, after), BODY);
            page.items().forEach(line -> sites.add(line.site().name()));
            assertThat(page.total().count()).isEqualTo(2);
            after = page.next();
        } while (after != null);
        assertThat(sites).containsExactlyInAnyOrder("考点一", "考点三");
        var tickets = new ArrayList<String>();
        do {
            var page = desk.views.seats(EVERYBODY, new PageRequest(40, after), BODY);
            page.items().forEach(seat -> tickets.add(seat.ticket()));
            assertThat(page.total().count()).isEqualTo(100);
            after = page.next();
        } while (after != null);
        assertThat(tickets).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void aHomeCollegeSeesItsPeopleWhereverTheySitAndNobodyElse() {
        twoColleges();
        var seen = desk.views
                .seats(EVERYBODY, new PageRequest(200, null), NEIGHBOURS)
                .items();
        assertThat(seen).hasSize(40).allMatch(seat -> seat.college().code().equals(NEIGHBOUR));
        assertThat(desk.views
                        .seats(EVERYBODY, new PageRequest(200, null), COLLEGE)
                        .items())
                .as("guests at its site too")
                .hasSize(90);
        assertThat(desk.views
                        .seats(EVERYBODY, new PageRequest(200, null), OTHER_BODY)
                        .items())
                .isEmpty();
        var opening = desk.openings.of(HERE).getFirst().id();
        assertRefused("unknown", () -> desk.look.room(HERE, opening, NEIGHBOURS));
        assertRefused("unknown", () -> desk.look.site(HERE, NEIGHBOURS));
        assertRefused("unknown", () -> desk.look.room(HERE, opening, OTHER_BODY));
        assertThat(desk.directory.sitesOf(SPRING.code(), NEIGHBOUR))
                .containsExactlyInAnyOrder(SITE.id(), FAR_SITE.id());
    }

    @Test
    void leafingThroughOnesOwnPeopleAndGuestsMeetsEachOnceInOneOrder() {
        twoColleges();
        var whole =
                desk.views.seats(EVERYBODY, new PageRequest(200, null), COLLEGE).items();
        var tickets = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var page = desk.views.seats(EVERYBODY, new PageRequest(7, after), COLLEGE);
            page.items().forEach(seat -> tickets.add(seat.ticket()));
            assertThat(page.total().count()).isEqualTo(90);
            after = page.next();
        } while (after != null);
        assertThat(tickets)
                .doesNotHaveDuplicates()
                .isEqualTo(whole.stream().map(SeatPlaceView::ticket).toList());
    }

    @Test
    void aTicketFindsASeatOnlyForWhoeverMaySeeIt() {
        twoColleges();
        var guest = desk.seats.of(HERE).stream()
                .filter(seat -> seat.college().equals(NEIGHBOUR))
                .findFirst()
                .orElseThrow();
        for (var actor : List.of(COLLEGE, NEIGHBOURS, BODY)) {
            assertThat(seats(guest.ticket(), actor)).as(actor.login()).containsExactly(guest.ticket());
        }
        assertThat(seats(guest.ticket(), OTHER_BODY)).isEmpty();
    }

    private List<String> seats(String words, Actor actor) {
        return desk
                .views
                .seats(new SeatList.Filter(null, null, null, words), new PageRequest(200, null), actor)
                .items()
                .stream()
                .map(SeatPlaceView::ticket)
                .toList();
    }

    @Test
    void aSeatIsFoundByItsWholeTicketOrAPartOfTheName() {
        twoColleges();
        var one = desk.seats.of(HERE).get(17);
        assertThat(found(one.ticket())).containsExactly(one.ticket());
        assertThat(found(one.name())).contains(one.ticket());
        assertThat(found(one.ticket().substring(0, 8))).isEmpty();
        assertThat(desk.views
                        .seats(
                                new SeatList.Filter(SPRING.code(), FAR_SITE.id(), 2, null),
                                new PageRequest(200, null),
                                BODY)
                        .items())
                .hasSize(10);
    }

    @Test
    void aTicketLeadsToItsRoomAndSlotAndToNobodyElse() {
        twoColleges();
        var one = desk.seats.of(HERE).get(50);
        var found = desk.directory.arrangedFor(one.ticket()).orElseThrow();
        var whole = desk.directory.arranged(HERE.plan(), HERE.site()).orElseThrow();
        assertThat(found.seats()).containsExactly(one);
        assertThat(found).usingRecursiveComparison().ignoringFields("seats").isEqualTo(whole);
        assertThat(desk.directory.arrangedFor("0")).isEmpty();
    }

    @Test
    void aRoomShowsEverybodyInTheOrderOfSeatsWithMaskedNumbers() {
        twoColleges();
        var opening = desk.openings.of(HERE).getFirst();
        var room = desk.look.room(HERE, opening.id(), BODY);
        assertThat(room.opening().taken()).isEqualTo(45);
        assertThat(room.slot().opens()).hasToString("2024-05-18T14:00+08:00");
        assertThat(room.seats()).hasSize(45).allSatisfy(seat -> {
            assertThat(seat.number()).matches("9999\\*{10}[\\dX]{4}");
            assertThat(seat.seat()).isEqualTo((seat.row() - 1) * opening.columns() + seat.column());
        });
        assertThat(room.seats()).extracting(OpeningView.SeatView::seat).isSorted();
        assertRefused("opening-unknown", () -> desk.look.room(HERE, UUID.randomUUID(), BODY));
        var foreign = desk.openings.of(THERE).getFirst().id();
        assertRefused("opening-unknown", () -> desk.look.room(HERE, foreign, BODY));
    }

    @Test
    void theSiteSaysHowGoodItsSeatsAre() {
        twoColleges();
        var seen = desk.look.site(HERE, BODY);
        assertThat(seen.arrangedBy()).isEqualTo(BODY.name());
        assertThat(seen.seed()).isEqualTo(1);
        assertThat(seen.openings())
                .extracting(SiteSeatingView.RoomOpeningView::taken)
                .containsExactly(45, 45);
        var fairness = seen.fairness();
        assertThat(fairness).isNotNull();
        assertThat(fairness.rooms()).isEqualTo(2);
        // 45 seats in rows of six: seven whole rows and three seats.
        assertThat(fairness.pairs()).isEqualTo(2 * (7 * 5 + 2 + 6 * 6 + 3));
        assertThat(fairness.sameClassNeighbours()).isLessThan(fairness.pairs() / 4);
    }

    private List<String> sites(ArrangementList.Filter filter, Actor actor) {
        return desk.views.sites(filter, new PageRequest(null, null), actor).items().stream()
                .map(line -> line.site().name())
                .toList();
    }

    private List<String> found(String words) {
        return seats(words, BODY);
    }
}
