package org.onex.center.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.staffing.InvigilatorTests.assertRefused;
import static org.onex.center.staffing.StaffingDesk.OTHER_PLAN;
import static org.onex.center.staffing.StaffingDesk.PLAN;
import static org.onex.center.staffing.StaffingFixtures.AFTERNOON;
import static org.onex.center.staffing.StaffingFixtures.BODY;
import static org.onex.center.staffing.StaffingFixtures.COLLEGE;
import static org.onex.center.staffing.StaffingFixtures.HONGKE;
import static org.onex.center.staffing.StaffingFixtures.MORNING;
import static org.onex.center.staffing.StaffingFixtures.OTHER_BODY;
import static org.onex.center.staffing.StaffingFixtures.OTHER_COLLEGE;
import static org.onex.center.staffing.StaffingFixtures.hours;
import static org.onex.center.staffing.StaffingFixtures.teacher;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.seating.SeatsWithdrawn;
import org.onex.center.staffing.SeatingOnPaper.Hours;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Rooms get their invigilators in a real database: by draw, by hand, by two people at once, and lose them again. */
@CenterTest
@Import({SeatingOnPaper.Configuration.class, StaffingDesk.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssignInvigilatorsModuleTests {

    @LocalServerPort
    private int port;

    @Autowired
    private StaffingDesk desk;

    @Autowired
    private SeatingOnPaper seating;

    @Autowired
    private AssignInvigilators assign;

    @Autowired
    private DecideOnInvigilators decide;

    @Autowired
    private StaffingDirectory directory;

    @Autowired
    private SiteStaffingViews views;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    private UUID site = new UUID(0, 0);

    @BeforeAll
    void publishNotice() {
        desk.publishNotice(port);
    }

    @BeforeEach
    void nobodyIsAssigned() {
        desk.clear();
        seating.clear();
        site = desk.site("90001");
    }

    @Test
    void theDrawFillsEveryRoomAndSaysWhatIsMissing() {
        seating.arrange(PLAN, site, new Hours(MORNING, 45, 30), new Hours(AFTERNOON, 61));
        desk.approved("90001", 4);
        draw(PLAN, site);
        var staffing = views.of(desk.place(PLAN, site));
        assertThat(staffing.rooms())
                .extracting(SiteStaffing.StaffingRoom::required)
                .containsExactly(3, 2, 4);
        assertThat(staffing.rooms())
                .extracting(SiteStaffing.StaffingRoom::missing)
                .containsExactly(1, 0, 0);
        assertThat(desk.acts(site)).containsExactly("staffing.draw");

        desk.enter("90001", HONGKE, teacher(9));
        draw(PLAN, site);
        assertThat(views.of(desk.place(PLAN, site)).rooms())
                .extracting(SiteStaffing.StaffingRoom::missing)
                .containsExactly(0, 0, 0);
        assertThat(desk.assigned(PLAN, site)).hasSize(9);
    }

    @Test
    void onlyApprovedPeopleOfTheSitesCollegeAndThePlansBodyAreDrawn() {
        seating.arrange(PLAN, site, new Hours(MORNING, 100));
        var one = desk.enter("90001", HONGKE, teacher(1));
        desk.enter("90002", HONGKE, teacher(2));
        desk.enter("90001", "990000003", teacher(3));
        var gone = desk.enter("90001", HONGKE, teacher(4));
        decide.retire(gone.id(), gone.version(), "调离", COLLEGE);
        draw(PLAN, site);
        assertThat(desk.assigned(PLAN, site))
                .extracting(Assignment::invigilator)
                .containsExactly(one.id());
    }

    @Test
    void nobodyIsDrawnForHoursInWhichAnotherPlanHasThem() {
        var other = desk.site("90001");
        seating.arrange(PLAN, site, new Hours(MORNING, 40));
        seating.arrange(OTHER_PLAN, other, new Hours(hours("2024-05-18T11:00:00", "2024-05-18T13:00:00"), 40));
        desk.approved("90001", 3);
        draw(PLAN, site);
        draw(OTHER_PLAN, other);
        assertThat(desk.assigned(OTHER_PLAN, other)).hasSize(1);
        assertThat(desk.peopleInTwoRoomsAtOnce()).isZero();
    }

    @Test
    void ofManyDrawsAtOnceNoTwoTakeTheSamePerson() throws Exception {
        var sites = IntStream.range(0, 6).mapToObj(i -> desk.site("90001")).toList();
        sites.forEach(one -> seating.arrange(PLAN, one, new Hours(MORNING, 40)));
        desk.approved("90001", 8);
        var places = sites.stream().map(one -> desk.place(PLAN, one)).toList();
        var outcomes = StaffingDesk.atOnce(places.stream()
                .map(place -> (Callable<?>) () -> {
                    assign.draw(place, 0, place.venue().id().hashCode(), COLLEGE);
                    return place;
                })
                .toList());
        assertThat(outcomes).containsOnly("done");
        assertThat(desk.peopleInTwoRoomsAtOnce()).isZero();
        assertThat(sites.stream().mapToInt(one -> desk.assigned(PLAN, one).size()))
                .as("all eight have a room, and four rooms have all they need")
                .containsOnly(0, 2)
                .satisfies(sizes -> assertThat(
                                sizes.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(8));
    }

    @Test
    void ofTwoWhoPutTheSamePersonIntoRoomsOfTheSameHoursOneIsTold() throws Exception {
        var other = desk.site("90001");
        var room =
                seating.arrange(PLAN, site, new Hours(MORNING, 40)).openings().getFirst();
        var otherRoom = seating.arrange(OTHER_PLAN, other, new Hours(MORNING, 40))
                .openings()
                .getFirst();
        var one = List.of(desk.approved("90001", 1).getFirst().id());
        var here = desk.place(PLAN, site);
        var there = desk.place(OTHER_PLAN, other);
        var outcomes =
                StaffingDesk.atOnce(List.of(() -> put(here, room.id(), one), () -> put(there, otherRoom.id(), one)));
        assertThat(outcomes).containsExactlyInAnyOrder("done", "staffing.busy");
        assertThat(desk.peopleInTwoRoomsAtOnce()).isZero();
    }

    @Test
    void ofTwoWhoChangeTheSameSiteOneIsTold() throws Exception {
        var opening =
                seating.arrange(PLAN, site, new Hours(MORNING, 40)).openings().getFirst();
        var people = desk.approved("90001", 2);
        var place = desk.place(PLAN, site);
        var outcomes = StaffingDesk.atOnce(people.stream()
                .map(one -> (Callable<?>) () -> put(place, opening.id(), List.of(one.id())))
                .toList());
        assertThat(outcomes).containsExactlyInAnyOrder("done", "staffing.changed");
        assertThat(desk.assigned(PLAN, site)).hasSize(1);
    }

    @Test
    void aPersonIsOneWhicheverBodyKnowsThem() {
        var rooms = seating.arrange(PLAN, site, new Hours(MORNING, 40, 40)).openings();
        var here = desk.enter("90001", HONGKE, teacher(1));
        var guest = desk.enter("90002", HONGKE, teacher(1));
        assign.assign(desk.place(PLAN, site), rooms.getFirst().id(), 0, List.of(here.id()), BODY);
        assertRefused(
                "busy",
                () -> assign.assign(desk.place(PLAN, site), rooms.getLast().id(), 1, List.of(guest.id()), BODY));
    }

    @Test
    void byHandARoomHasWhomSomebodyNamesAndNobodyElse() {
        var rooms = seating.arrange(PLAN, site, new Hours(MORNING, 40, 40)).openings();
        var people = desk.approved("90001", 4);
        var place = desk.place(PLAN, site);
        draw(PLAN, site);
        var first = rooms.getFirst().id();
        var stays = desk.in(PLAN, site, first).getFirst();
        put(place, first, List.of(stays, stays));
        assertThat(desk.in(PLAN, site, first)).containsExactly(stays);
        put(place, first, List.of());
        assertThat(desk.in(PLAN, site, first)).isEmpty();
        assertThat(desk.assigned(PLAN, site))
                .as("the other room keeps its people")
                .hasSize(2);
        var free = people.stream()
                .map(Invigilator::id)
                .filter(id -> !desk.in(PLAN, site, rooms.getLast().id()).contains(id))
                .toList();
        put(place, first, free);
        assertThat(desk.in(PLAN, site, first)).containsExactlyInAnyOrderElementsOf(free);
    }

    @Test
    void byHandNobodyIsAssignedWhoIsUnknownOrNotApproved() {
        var room = seating.arrange(PLAN, site, new Hours(MORNING, 40))
                .openings()
                .getFirst()
                .id();
        var place = desk.place(PLAN, site);
        var foreign = desk.enter("90002", HONGKE, teacher(2));
        var otherBodys = desk.enter("90001", "990000003", teacher(3));
        var gone = desk.enter("90001", HONGKE, teacher(4));
        decide.retire(gone.id(), gone.version(), "调离", COLLEGE);
        for (var unknown : List.of(UUID.randomUUID(), foreign.id(), otherBodys.id())) {
            assertRefused("invigilator-unknown", () -> put(place, room, List.of(unknown)));
        }
        assertRefused("not-approved", () -> put(place, room, List.of(gone.id())));
        assertRefused("room-unknown", () -> put(place, UUID.randomUUID(), List.of()));
        assertRefused(
                "invalid",
                () -> put(
                        place,
                        room,
                        IntStream.range(0, 21).mapToObj(i -> UUID.randomUUID()).toList()));
        assertThat(desk.assigned(PLAN, site)).isEmpty();

        assign.assign(place, room, 0, List.of(foreign.id()), BODY);
        assertThat(desk.in(PLAN, site, room))
                .as("the body may send its people anywhere")
                .containsExactly(foreign.id());
    }

    @Test
    void aCollegeDoesNotSendAwayWhomTheBodySentFromElsewhere() {
        var room = seating.arrange(PLAN, site, new Hours(MORNING, 60))
                .openings()
                .getFirst()
                .id();
        var place = desk.place(PLAN, site);
        var guest = desk.enter("90002", HONGKE, teacher(9)).id();
        var own = desk.approved("90001", 3).stream().map(Invigilator::id).toList();
        assign.assign(place, room, 0, List.of(guest, own.getFirst()), BODY);
        assertRefused("not-yours", () -> put(place, room, List.of(own.getLast())));
        assertThat(desk.in(PLAN, site, room)).containsExactlyInAnyOrder(guest, own.getFirst());
        put(place, room, List.of(guest, own.getLast()));
        assertThat(desk.in(PLAN, site, room)).containsExactlyInAnyOrder(guest, own.getLast());
        assign.assign(place, room, 2, List.of(), BODY);
        assertThat(desk.in(PLAN, site, room)).isEmpty();
    }

    @Test
    void beforeSeatsAreGivenAndAfterTheHoursAreOverNobodyIsAssigned() {
        var one = desk.approved("90001", 1).getFirst();
        assertRefused("not-arranged", () -> draw(PLAN, site));
        assertThat(views.of(desk.place(PLAN, site)).arranged()).isFalse();
        var past = seating.arrange(PLAN, site, new Hours(hours("2024-04-01T09:00:00", "2024-04-01T11:00:00"), 40))
                .openings()
                .getFirst();
        assertRefused("over", () -> put(desk.place(PLAN, site), past.id(), List.of(one.id())));
        draw(PLAN, site);
        assertThat(desk.assigned(PLAN, site)).isEmpty();
    }

    @Test
    void onlyTheSitesCollegeAndThePlansBodySeeItsStaffing() {
        var place = desk.place(PLAN, site);
        assertThat(place.isVisibleTo(COLLEGE)).isTrue();
        assertThat(place.isVisibleTo(BODY)).isTrue();
        assertThat(place.isVisibleTo(OTHER_COLLEGE)).isFalse();
        assertThat(place.isVisibleTo(OTHER_BODY)).isFalse();
        assertRefused("site-unknown", () -> desk.place("HK-1999-1-01", site));
        assertRefused("site-unknown", () -> desk.place(PLAN, UUID.randomUUID()));
    }

    @Test
    void whoRetiresLosesTheRoomsToComeAndNoOthers() {
        var past = hours("2024-04-01T09:00:00", "2024-04-01T11:00:00");
        var seats = seating.arrange(PLAN, site, new Hours(past, 40), new Hours(MORNING, 40));
        var one = desk.approved("90001", 1).getFirst();
        draw(PLAN, site);
        var before = desk.version(PLAN, site);
        remember(seats.openings().getFirst().id(), one.id());
        decide.retire(one.id(), one.version(), "调离", COLLEGE);
        assertThat(desk.assigned(PLAN, site))
                .extracting(Assignment::opening)
                .containsExactly(seats.openings().getFirst().id());
        assertThat(desk.version(PLAN, site)).isEqualTo(before + 1);
        assertThat(desk.lastFacts("staffing.retire")).contains("\"assignmentsLost\":1");
    }

    @Test
    void aDrawAndARetirementAtOnceLeaveNoRetiredPersonInARoom() throws Exception {
        for (int round = 0; round < 5; round++) {
            nobodyIsAssigned();
            seating.arrange(PLAN, site, new Hours(MORNING, 40));
            var one = desk.approved("90001", 1).getFirst();
            var place = desk.place(PLAN, site);
            var outcomes =
                    StaffingDesk.atOnce(List.of(() -> decide.retire(one.id(), one.version(), "调离", COLLEGE), () -> {
                        assign.draw(place, 0, 1, COLLEGE);
                        return place;
                    }));
            assertThat(outcomes).containsOnly("done");
            assertThat(desk.assigned(PLAN, site)).as("round %d", round).isEmpty();
        }
    }

    @Test
    void withTheSeatsTheAssignmentsFall() {
        var other = desk.site("90001");
        seating.arrange(PLAN, site, new Hours(MORNING, 40));
        seating.arrange(OTHER_PLAN, site, new Hours(AFTERNOON, 40));
        seating.arrange(PLAN, other, new Hours(MORNING, 40));
        desk.approved("90001", 4);
        draw(PLAN, site);
        draw(OTHER_PLAN, site);
        draw(PLAN, other);
        withdraw(PLAN, site);
        assertThat(desk.assigned(PLAN, site)).isEmpty();
        assertThat(desk.assigned(OTHER_PLAN, site)).as("another plan there").hasSize(2);
        assertThat(desk.assigned(PLAN, other)).as("the plan elsewhere").hasSize(2);
        assertRefused("not-arranged", () -> draw(PLAN, site));
    }

    @Test
    void aDrawThatWaitsWhileTheSeatsAreWithdrawnFindsNoRooms() throws Exception {
        for (int round = 0; round < 5; round++) {
            nobodyIsAssigned();
            seating.arrange(PLAN, site, new Hours(MORNING, 40));
            desk.approved("90001", 2);
            var place = desk.place(PLAN, site);
            var outcomes = StaffingDesk.atOnce(List.of(
                    () -> {
                        withdraw(PLAN, site);
                        return site;
                    },
                    () -> {
                        assign.draw(place, 0, 1, COLLEGE);
                        return place;
                    }));
            assertThat(outcomes.getLast()).isIn("done", "staffing.not-arranged", "staffing.changed");
            assertThat(desk.assigned(PLAN, site)).as("round %d", round).isEmpty();
        }
    }

    @Test
    void othersAreToldWhoIsInWhichRoom() {
        var room =
                seating.arrange(PLAN, site, new Hours(MORNING, 40)).openings().getFirst();
        var people = desk.approved("90001", 2);
        assertThat(directory.assigned(PLAN, site)).isEmpty();
        draw(PLAN, site);
        assertThat(directory.assigned(PLAN, site))
                .containsExactlyInAnyOrderElementsOf(people.stream()
                        .map(one -> new AssignedInvigilator(
                                one.id(),
                                String.valueOf(one.number()),
                                one.particulars().name(),
                                room.id()))
                        .collect(Collectors.toSet()))
                .isSortedAccordingTo((a, b) -> a.number().compareTo(b.number()));
    }

    @Test
    void theSameSeedDrawsTheSamePeople() {
        var openings = seating.arrange(PLAN, site, new Hours(MORNING, 40)).openings();
        desk.approved("90001", 10);
        var place = desk.place(PLAN, site);
        var drawn = new HashSet<List<UUID>>();
        for (int round = 0; round < 3; round++) {
            assign.draw(place, desk.version(PLAN, site), 42, COLLEGE);
            drawn.add(desk.in(PLAN, site, openings.getFirst().id()));
            put(place, openings.getFirst().id(), List.of());
        }
        assertThat(drawn).hasSize(1);
    }

    private void draw(String plan, UUID at) {
        assign.draw(desk.place(plan, at), desk.version(plan, at), 1, COLLEGE);
    }

    private StaffingPlace put(StaffingPlace place, UUID opening, List<UUID> people) {
        var version = place.plan().code().equals(PLAN) ? desk.version(PLAN, site) : 0;
        assign.assign(place, opening, version, people, COLLEGE);
        return place;
    }

    /** As seating does it: the seats are gone for others when its transaction ends. */
    private void withdraw(String plan, UUID at) {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new SeatsWithdrawn(plan, at));
            seating.withdraw(plan, at);
        });
    }

    /** Somebody was in a room whose hours are over by now. */
    private void remember(UUID opening, UUID invigilator) {
        desk.remember(
                PLAN, site, new Assignment(opening, invigilator, hours("2024-04-01T09:00:00", "2024-04-01T11:00:00")));
    }
}
