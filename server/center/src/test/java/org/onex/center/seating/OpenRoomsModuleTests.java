package org.onex.center.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.onex.center.seating.SeatingDesk.BODY;
import static org.onex.center.seating.SeatingDesk.COLLEGE;
import static org.onex.center.seating.SeatingDesk.ELSEWHERE;
import static org.onex.center.seating.SeatingDesk.EXAM;
import static org.onex.center.seating.SeatingDesk.HERE;
import static org.onex.center.seating.SeatingDesk.HOME;
import static org.onex.center.seating.SeatingDesk.MEDIA_SITE;
import static org.onex.center.seating.SeatingDesk.NEIGHBOURS;
import static org.onex.center.seating.SeatingDesk.OTHER_BODY;
import static org.onex.center.seating.SeatingDesk.SITE;
import static org.onex.center.seating.SeatingDesk.SPRING;
import static org.onex.center.seating.SeatingDesk.assertRefused;
import static org.onex.center.seating.SeatingDesk.beginners;
import static org.onex.center.seating.SeatingDesk.roomOf;
import static org.onex.center.seating.SeatingDesk.wanted;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onex.center.CenterTest;
import org.onex.center.catalog.Level;
import org.onex.center.site.Venue;
import org.onex.foundation.web.PageRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A college opens rooms for a plan: as many seats as people, no more than machines, and no room twice at a time (004 §四). */
@CenterTest
@Import(SeatingDesk.class)
@Timeout(120)
class OpenRoomsModuleTests {

    @Autowired
    private ObjectProvider<SeatingDesk> desks;

    private SeatingDesk desk;

    @BeforeEach
    void setUp() {
        desk = desks.getObject();
        desk.setUp();
    }

    @Test
    void aSiteIsThereAsSoonAsSomebodyIsRegisteredAndSaysWhatItNeeds() {
        desk.register(HERE, beginners(HOME, 90));
        var seen = desk.look.site(HERE, COLLEGE);
        assertThat(seen.state()).isEqualTo(Arrangement.State.REGISTERING);
        assertThat(seen.slots())
                .extracting(SiteSeatingView.SlotView::number, SiteSeatingView.SlotView::people)
                .containsExactly(tuple(1, 0), tuple(2, 90));
        assertThat(seen.slots().get(1).proposal())
                .containsExactly(
                        new SiteSeatingView.RoomProposal(roomOf(SITE, 0), 45),
                        new SiteSeatingView.RoomProposal(roomOf(SITE, 1), 45));
        assertThat(seen.slots()).extracting(SiteSeatingView.SlotView::problem).containsOnlyNulls();
    }

    @Test
    void roomsMayBeOpenedBeforeItIsFinalWhoComesAndTheFreezeSaysWhetherTheyDo() {
        desk.register(HERE, beginners(HOME, 90));
        desk.open(HERE, wanted(2, SITE, 0, 45), wanted(2, SITE, 1, 45));
        assertThat(desk.state(HERE)).isEqualTo(Arrangement.State.REGISTERING);
        desk.freeze(SPRING.code());
        assertThat(desk.state(HERE)).isEqualTo(Arrangement.State.READY);
    }

    @Test
    void whoeverComesInTheLastMinuteUnbalancesTheRooms() {
        desk.register(HERE, beginners(HOME, 90));
        desk.open(HERE, wanted(2, SITE, 0, 45), wanted(2, SITE, 1, 45));
        desk.register(HERE, beginners(HOME, 91));
        desk.freeze(SPRING.code());
        assertThat(desk.state(HERE)).isEqualTo(Arrangement.State.TO_OPEN);
        assertThat(desk.look.site(HERE, COLLEGE).slots().get(1).problem()).isEqualTo("seating.seats-differ");
        desk.open(HERE, wanted(2, SITE, 0, 46), wanted(2, SITE, 1, 45));
        assertThat(desk.state(HERE)).isEqualTo(Arrangement.State.READY);
        assertThat(desk.look.site(HERE, COLLEGE).slots().get(1).problem()).isNull();
    }

    @Test
    void seatsInASlotWithoutPeopleAreNoHelp() {
        desk.register(HERE, beginners(HOME, 45));
        desk.freeze(SPRING.code());
        assertThat(desk.look.site(HERE, COLLEGE).slots().get(1).problem()).isEqualTo("seating.no-openings");
        desk.open(HERE, wanted(1, SITE, 0, 45));
        assertThat(desk.state(HERE)).isEqualTo(Arrangement.State.TO_OPEN);
        desk.open(HERE, wanted(1, SITE, 0, 45), wanted(2, SITE, 0, 45));
        assertThat(desk.state(HERE)).isEqualTo(Arrangement.State.TO_OPEN);
    }

    @Test
    void aRoomNeverGetsMoreSeatsThanMachines() {
        desk.ninetyInTwoRooms();
        assertRefused(
                "too-many-seats",
                Map.of("room", "实训楼 301", "seats", 76, "machines", 75),
                () -> desk.open(HERE, wanted(2, SITE, 0, 76), wanted(2, SITE, 1, 14)));
        assertThat(desk.openings.of(HERE))
                .as("what was open stays so")
                .extracting(RoomOpening::seats)
                .containsExactly(45, 45);
    }

    @Test
    void aRoomOfAnotherSiteIsUnknown() {
        desk.ninetyInTwoRooms();
        var foreign = roomOf(SeatingDesk.FAR_SITE, 0);
        assertRefused(
                "room-unknown",
                Map.of("room", foreign.toString()),
                () -> desk.open(HERE, new OpenRooms.Wanted(2, foreign, 1, null)));
    }

    @Test
    void aRoomThatAnotherPlanHasAtThatHourIsTaken() {
        desk.register(HERE, List.of(Crowd.registered("甲", HOME, "一班", Crowd.SHOP, Level.INTERMEDIATE)));
        var media = new PlanSite(ELSEWHERE.code(), MEDIA_SITE.id());
        desk.register(media, List.of(Crowd.registered("乙", HOME, "一班", Crowd.MEDIA, Level.ELEMENTARY)));
        desk.open(media, wanted(1, MEDIA_SITE, 0, 1));
        assertRefused(
                "room-taken",
                Map.of(
                        "room", "实训楼 301",
                        "opens", "2024-05-18 09:00",
                        "closes", "2024-05-18 11:00"),
                () -> desk.open(HERE, wanted(1, SITE, 0, 1)));
        assertThat(desk.look.site(HERE, COLLEGE).slots().getFirst().proposal())
                .as("and it is not proposed")
                .containsExactly(new SiteSeatingView.RoomProposal(roomOf(SITE, 1), 1));
        desk.open(HERE, wanted(1, SITE, 1, 1), wanted(2, SITE, 0, 1));
        assertThat(desk.openings.of(HERE)).as("in the afternoon it is free").hasSize(2);
    }

    @Test
    void twoPlansThatWantARoomAtOnceDoNotBothGetIt() throws Exception {
        var media = new PlanSite(ELSEWHERE.code(), MEDIA_SITE.id());
        desk.register(HERE, List.of(Crowd.registered("甲", HOME, "一班", Crowd.SHOP, Level.INTERMEDIATE)));
        desk.register(media, List.of(Crowd.registered("乙", HOME, "一班", Crowd.MEDIA, Level.ELEMENTARY)));
        for (int round = 0; round < 10; round++) {
            desk.open(HERE);
            desk.open(media);
            var together = new CyclicBarrier(2);
            try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<Boolean> one = () -> isOpened(together, HERE, wanted(1, SITE, 0, 1));
                Callable<Boolean> other = () -> isOpened(together, media, wanted(1, MEDIA_SITE, 0, 1));
                var first = people.submit(one);
                var second = people.submit(other);
                assertThat(first.get()).isNotEqualTo(second.get());
            }
        }
    }

    private boolean isOpened(CyclicBarrier together, PlanSite where, OpenRooms.Wanted wanted) throws Exception {
        var version = desk.version(where);
        together.await();
        try {
            desk.open(where, version, COLLEGE, wanted);
            return true;
        } catch (SeatingRefused refused) {
            assertThat(refused.code()).isEqualTo("seating.room-taken");
            return false;
        }
    }

    @Test
    void onlyTheSitesCollegeOpensRoomsAndOnlyOnTheVersionItHasSeen() {
        desk.ninetyInTwoRooms();
        var version = desk.version(HERE);
        assertRefused("not-yours", () -> desk.open(HERE, version, BODY));
        assertRefused("unknown", () -> desk.open(HERE, version, NEIGHBOURS));
        assertRefused("unknown", () -> desk.look.site(HERE, OTHER_BODY));
        assertRefused("changed", () -> desk.open(HERE, version - 1, COLLEGE));
        assertRefused("unknown", () -> desk.open(new PlanSite(SPRING.code(), UUID.randomUUID()), 1, COLLEGE));
    }

    @Test
    void aSuspendedSiteOpensNothing() {
        desk.ninetyInTwoRooms();
        suspend();
        assertThat(problems()).containsExactly("seating.site-not-approved", "seating.site-not-approved");
        assertRefused("site-not-approved", () -> desk.open(HERE, wanted(2, SITE, 0, 75)));
        assertRefused("site-not-approved", () -> desk.arrange(HERE, 1));
    }

    @Test
    void thatASiteIsSuspendedIsSaidBeforeTheDeadlineTooAndNoProblemForWhoeverSitsAlready() {
        desk.register(HERE, beginners(HOME, 90));
        suspend();
        assertThat(problems()).containsExactly("seating.site-not-approved", "seating.site-not-approved");
        desk.hall.put(SITE);
        desk.freeze(SPRING.code());
        desk.open(HERE, wanted(2, SITE, 0, 45), wanted(2, SITE, 1, 45));
        desk.arrange(HERE, 1);
        suspend();
        assertThat(problems()).containsOnlyNulls();
    }

    private void suspend() {
        desk.hall.put(new Venue(
                SITE.id(), SITE.name(), SITE.college(), SITE.awardingBody(), SITE.address(), false, SITE.rooms()));
    }

    private List<@Nullable String> problems() {
        return desk.look.site(HERE, COLLEGE).slots().stream()
                .<@Nullable String>map(SiteSeatingView.SlotView::problem)
                .toList();
    }

    @Test
    void aRoomIsTheSameRoomHoweverItsNameIsWritten() {
        var otherwise = new Venue(
                MEDIA_SITE.id(),
                MEDIA_SITE.name(),
                HOME,
                "aopai",
                "某路 1 号",
                true,
                List.of(new Venue.MachineRoom(Crowd.id("另写"), "３０１ ａ", "实训 楼", 75, 0)));
        var here = new Venue(
                SITE.id(),
                SITE.name(),
                HOME,
                "hongke",
                "某路 1 号",
                true,
                List.of(new Venue.MachineRoom(Crowd.id("这写"), "实训楼301A", "", 75, 0)));
        desk.hall.put(otherwise);
        desk.hall.put(here);
        desk.register(HERE, List.of(Crowd.registered("甲", HOME, "一班", Crowd.SHOP, Level.INTERMEDIATE)));
        var media = new PlanSite(ELSEWHERE.code(), MEDIA_SITE.id());
        desk.register(media, List.of(Crowd.registered("乙", HOME, "一班", Crowd.MEDIA, Level.ELEMENTARY)));
        desk.open(media, wanted(1, otherwise, 0, 1));
        assertRefused(
                "room-taken",
                Map.of("room", "实训楼301A", "opens", "2024-05-18 09:00", "closes", "2024-05-18 11:00"),
                () -> desk.open(HERE, wanted(1, here, 0, 1)));
        assertThat(desk.look.site(HERE, COLLEGE).slots().getFirst().proposal()).isEmpty();
    }

    @Test
    void onceEverybodySitsOrTheExamHasBegunRoomsStayAsTheyAre() {
        desk.ninetyInTwoRooms();
        desk.arrange(HERE, 1);
        assertRefused("arranged", () -> desk.open(HERE));
        desk.withdraw(HERE, "改考场");
        desk.time.set(EXAM.minusNanos(1_000));
        desk.open(HERE, wanted(2, SITE, 0, 60), wanted(2, SITE, 1, 30));
        desk.time.set(EXAM);
        assertRefused("begun", Map.of("began", "2024-05-18 08:30"), () -> desk.open(HERE));
        assertRefused("begun", Map.of("began", "2024-05-18 08:30"), () -> desk.arrange(HERE, 1));
    }

    @Test
    void whereEverybodyWithdrewRoomsAreFreeForOthersAfterTheDeadline() {
        desk.register(HERE, beginners(HOME, 1));
        desk.open(HERE, wanted(2, SITE, 0, 1));
        desk.rolls.put(HERE, List.of());
        desk.freeze(SPRING.code());
        assertThat(desk.openings.of(HERE)).isEmpty();
        assertThat(desk.views
                        .sites(new ArrangementList.Filter(null, null, null), new PageRequest(null, null), COLLEGE)
                        .items())
                .isEmpty();
    }

    @Test
    void aPlanThatFrozeWhenNobodyListenedIsCompletedOnce() {
        desk.rolls.put(HERE, beginners(HOME, 3));
        desk.rolls.freeze(SPRING.code(), SeatingDesk.DEADLINE);
        assertThat(desk.complete.run()).isTrue();
        assertThat(desk.complete.run()).isFalse();
        assertThat(desk.arrangements.find(HERE).orElseThrow().people()).isEqualTo(3);
        assertThat(desk.state(HERE)).isEqualTo(Arrangement.State.TO_OPEN);
    }

    @Test
    void whatIsOpenedStandsOnTheTrail() {
        desk.ninetyInTwoRooms();
        assertThat(desk.lastFacts("seating.open-rooms"))
                .contains("2 实训楼 301 45")
                .contains("2 实训楼 302 45");
    }
}
