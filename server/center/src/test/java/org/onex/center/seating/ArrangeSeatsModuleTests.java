package org.onex.center.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.center.seating.SeatingDesk.BODY;
import static org.onex.center.seating.SeatingDesk.COLLEGE;
import static org.onex.center.seating.SeatingDesk.HERE;
import static org.onex.center.seating.SeatingDesk.HOME;
import static org.onex.center.seating.SeatingDesk.MEDIA_SITE;
import static org.onex.center.seating.SeatingDesk.OTHER_BODY;
import static org.onex.center.seating.SeatingDesk.OTHER_WEEKEND;
import static org.onex.center.seating.SeatingDesk.SITE;
import static org.onex.center.seating.SeatingDesk.SPRING;
import static org.onex.center.seating.SeatingDesk.WEEKEND;
import static org.onex.center.seating.SeatingDesk.assertRefused;
import static org.onex.center.seating.SeatingDesk.beginners;
import static org.onex.center.seating.SeatingDesk.wanted;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onex.center.CenterTest;
import org.onex.center.catalog.Level;
import org.onex.center.organization.Actor;
import org.onex.center.plan.PlanOutline;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.registration.RegistrationKey;
import org.onex.contract.kernel.Window;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The body arranges a site: everybody gets a session, a seat and a ticket, or nobody does. */
@CenterTest
@Import(SeatingDesk.class)
@Timeout(120)
class ArrangeSeatsModuleTests {

    private static final PlanSite WEEKEND_HERE = new PlanSite(WEEKEND.code(), SITE.id());
    private static final PlanSite OTHER_WEEKEND_HERE = new PlanSite(OTHER_WEEKEND.code(), MEDIA_SITE.id());

    @Autowired
    private ObjectProvider<SeatingDesk> desks;

    @Autowired
    private RegistrationDirectory.SettledSessions settled;

    private SeatingDesk desk;

    @BeforeEach
    void setUp() {
        desk = desks.getObject();
        desk.setUp();
    }

    @Test
    void ninetyPeopleInTwoRoomsOfSeventyFiveAreFortyFiveAndFortyFive() {
        desk.ninetyInTwoRooms();
        desk.arrange(HERE, 1);
        var seating = desk.directory.arranged(HERE.plan(), HERE.site()).orElseThrow();
        assertThat(seating.openings()).extracting(RoomOpening::seats).containsExactly(45, 45);
        assertThat(seating.slots()).extracting(Slot::number).containsExactly(2);
        assertThat(seating.seats()).hasSize(90);
        assertThat(seating.seats().stream().map(Seat::registration).distinct()).hasSize(90);
        assertThat(seating.seats()).allMatch(seat -> TicketNumber.isOne(seat.ticket()));
        for (var room : seating.openings()) {
            assertThat(seating.seats().stream()
                            .filter(seat -> seat.opening().equals(room.id()))
                            .map(Seat::number))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 45).boxed().toList());
        }
        assertThat(desk.published).containsExactly(new SeatsArranged(HERE.plan(), HERE.site()));
        assertThat(desk.lastFacts("seating.arrange-seats"))
                .contains("\"seed\":1")
                .contains("\"people\":90")
                .contains("\"rooms\":2")
                .containsPattern("\"manifest\":\"[0-9a-f]{64}\"");
    }

    @Test
    void whatIsKnownOfPeopleStandsAtTheirSeatsAndTheirNumbersAreSealed() {
        desk.ninetyInTwoRooms();
        desk.arrange(HERE, 1);
        var known = desk.rolls.registered(HERE.plan(), HERE.site()).stream()
                .collect(Collectors.toMap(Registered::key, who -> who));
        assertThat(desk.seats.of(HERE)).allSatisfy(seat -> {
            var who = known.get(seat.registration());
            assertThat(seat.name()).isEqualTo(who.name());
            assertThat(seat.idNumber()).isEqualTo(who.number());
            assertThat(seat.className()).isEqualTo(who.className());
            assertThat(seat.enrolment()).isEqualTo(who.enrolment());
        });
        var stored = desk.jdbc
                .sql("select string_agg(cast(s.* as text), ' ') from seating.seat s")
                .query(String.class)
                .single();
        assertThat(stored).isNotEmpty();
        assertThat(known.values()).noneMatch(who -> stored.contains(who.number().value()));
    }

    @Test
    void registrationLearnsWhichSessionsAreSettledAsLongAsSeatsAreGiven() {
        desk.register(WEEKEND_HERE, beginners(HOME, 5));
        desk.freeze(WEEKEND.code());
        desk.open(WEEKEND_HERE, wanted(1, SITE, 0, 3), wanted(2, SITE, 0, 2));
        var people = desk.rolls.registered(WEEKEND_HERE.plan(), WEEKEND_HERE.site()).stream()
                .map(who -> who.key().candidate())
                .toList();
        desk.arrange(WEEKEND_HERE, 1);
        assertThat(settled.of(people))
                .isEqualTo(desk.seats.of(WEEKEND_HERE).stream()
                        .collect(Collectors.toMap(Seat::registration, Seat::session)))
                .containsValues(1, 2);
        desk.withdraw(WEEKEND_HERE, "机房停电");
        assertThat(settled.of(people)).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameSeatsAndAnotherOneOthers() {
        desk.ninetyInTwoRooms();
        desk.arrange(HERE, 7);
        var first = places();
        desk.withdraw(HERE, "再来一次");
        desk.arrange(HERE, 7);
        assertThat(places()).isEqualTo(first);
        desk.withdraw(HERE, "换一种");
        desk.arrange(HERE, 8);
        assertThat(places()).isNotEqualTo(first);
    }

    @Test
    void ticketNumbersSurviveHoweverOftenSeatsAreGiven() {
        desk.ninetyInTwoRooms();
        desk.arrange(HERE, 7);
        var tickets = tickets();
        desk.withdraw(HERE, "机房停电");
        assertThat(desk.directory.byTicket(tickets.values().iterator().next()))
                .as("nobody sits anywhere")
                .isEmpty();
        desk.open(HERE, wanted(2, SITE, 0, 60), wanted(2, SITE, 1, 30));
        desk.arrange(HERE, 8);
        assertThat(tickets()).isEqualTo(tickets);
        assertThat(new HashSet<>(tickets.values())).hasSize(90);
        var ticket = tickets.entrySet().iterator().next();
        assertThat(desk.directory.byTicket(ticket.getValue()).orElseThrow())
                .satisfies(place -> assertThat(place.plan()).isEqualTo(HERE.plan()))
                .satisfies(place -> assertThat(place.site()).isEqualTo(HERE.site()))
                .satisfies(place -> assertThat(place.seat().registration()).isEqualTo(ticket.getKey()));
    }

    @Test
    void manyTicketsFindWhatEachOfThemFindsAlone() {
        desk.ninetyInTwoRooms();
        desk.arrange(HERE, 7);
        var some = tickets().values().stream().sorted().limit(40).toList();
        var asked = Stream.concat(some.stream(), Stream.of("0000000000000000")).toList();
        assertThat(desk.directory.byTickets(asked))
                .isEqualTo(some.stream()
                        .collect(Collectors.toMap(
                                ticket -> ticket,
                                ticket -> desk.directory.byTicket(ticket).orElseThrow())));
        desk.withdraw(HERE, "机房停电");
        assertThat(desk.directory.byTickets(asked)).isEmpty();
        assertThat(desk.directory.byTickets(List.of())).isEmpty();
    }

    @Test
    void seatsThatAreNotAsManyAsPeopleAreRefusedWithTheNumbersAndNothingIsStored() {
        desk.register(HERE, beginners(HOME, 90));
        desk.freeze(SPRING.code());
        assertRefused("no-openings", () -> desk.arrange(HERE, 1));
        desk.open(HERE, wanted(2, SITE, 0, 45), wanted(2, SITE, 1, 44));
        assertRefused("seats-differ", Map.of("slot", 2, "people", 90, "seats", 89), () -> desk.arrange(HERE, 1));
        desk.open(HERE, wanted(1, SITE, 0, 1), wanted(2, SITE, 0, 45), wanted(2, SITE, 1, 45));
        assertRefused("seats-differ", Map.of("slot", 1, "people", 0, "seats", 1), () -> desk.arrange(HERE, 1));
        assertThat(desk.count("seat") + desk.count("ticket") + desk.count("given_session"))
                .isZero();
        assertThat(desk.published).isEmpty();
    }

    @Test
    void nobodyIsSeatedBeforeItIsFinalWhoComes() {
        desk.register(HERE, beginners(HOME, 2));
        desk.open(HERE, wanted(2, SITE, 0, 2));
        assertRefused(
                "not-frozen",
                Map.of("closesAt", "2024-04-30T00:00+08:00", "lastDay", "2024-04-29"),
                () -> desk.arrange(HERE, 1));
    }

    @Test
    void onlyThePlansBodyArrangesAndOnlyOnceAndOnlyOnTheVersionItHasSeen() {
        desk.ninetyInTwoRooms();
        var version = desk.version(HERE);
        assertRefused("not-yours", () -> desk.arrange.arrange(HERE, version, 1, COLLEGE));
        assertRefused("unknown", () -> desk.arrange.arrange(HERE, version, 1, OTHER_BODY));
        assertRefused("changed", () -> desk.arrange.arrange(HERE, version - 1, 1, BODY));
        desk.arrange(HERE, 1);
        assertRefused("arranged", () -> desk.arrange(HERE, 1));
    }

    @Test
    void bothLevelsOfADaySitInTheSameRoomOneAfterTheOther() {
        var people = new ArrayList<>(beginners(HOME, 12));
        for (int i = 0; i < 6; i++) {
            people.add(Crowd.registered("中级" + i, HOME, "三班", Crowd.SHOP, Level.INTERMEDIATE));
        }
        desk.register(HERE, people);
        desk.freeze(SPRING.code());
        desk.open(HERE, wanted(1, SITE, 1, 6), wanted(2, SITE, 0, 6), wanted(2, SITE, 1, 6));
        desk.arrange(HERE, 1);
        var seating = desk.directory.arranged(HERE.plan(), HERE.site()).orElseThrow();
        assertThat(seating.openings())
                .extracting(room -> room.slot() + ":" + room.number() + ":" + room.name())
                .containsExactly("1:2:实训楼 302", "2:1:实训楼 301", "2:2:实训楼 302");
        var morning = seating.openings().getFirst().id();
        assertThat(seating.seats().stream()
                        .filter(seat -> seat.opening().equals(morning))
                        .map(Seat::level))
                .hasSize(6)
                .containsOnly(Level.INTERMEDIATE);
    }

    @Test
    void neighboursHaveDifferentPapers() {
        desk.ninetyInTwoRooms();
        desk.arrange(HERE, 1);
        var forms = desk.seats.of(HERE).stream()
                .collect(Collectors.toMap(seat -> seat.opening() + " " + seat.row() + " " + seat.column(), Seat::form));
        assertThat(desk.seats.of(HERE)).allSatisfy(seat -> {
            var right = forms.get(seat.opening() + " " + seat.row() + " " + (seat.column() + 1));
            var behind = forms.get(seat.opening() + " " + (seat.row() + 1) + " " + seat.column());
            assertThat(right).isNotEqualTo(seat.form());
            assertThat(behind).isNotEqualTo(seat.form());
        });
    }

    @Test
    void whoeverMaySitOnOneOfTwoDaysIsSpreadEvenly() {
        desk.register(WEEKEND_HERE, beginners(HOME, 31));
        desk.freeze(WEEKEND.code());
        var seen = desk.look.site(WEEKEND_HERE, COLLEGE);
        assertThat(seen.slots()).extracting(SiteSeatingView.SlotView::people).containsExactly(16, 15);
        desk.open(WEEKEND_HERE, wanted(1, SITE, 0, 16), wanted(2, SITE, 0, 15));
        assertThat(desk.state(WEEKEND_HERE)).isEqualTo(Arrangement.State.READY);
        desk.arrange(WEEKEND_HERE, 1);
        assertThat(desk.seats.of(WEEKEND_HERE).stream()
                        .collect(Collectors.groupingBy(Seat::session, Collectors.counting())))
                .isEqualTo(Map.of(1, 16L, 2, 15L));
    }

    @Test
    void twoBodiesThatArrangeAtOneMomentNeverGiveAnybodyTwoPlacesAtOneHour() throws Exception {
        for (int round = 0; round < 8; round++) {
            setUp();
            bothWeekends(30);
            var together = new CyclicBarrier(2);
            try (var bodies = Executors.newVirtualThreadPerTaskExecutor()) {
                var one = bodies.submit(arranging(together, WEEKEND_HERE, BODY));
                var other = bodies.submit(arranging(together, OTHER_WEEKEND_HERE, OTHER_BODY));
                one.get();
                other.get();
            }
            assertThat(overlapping()).as("round " + round).isEmpty();
            assertThat(desk.count("seat")).isEqualTo(60);
        }
    }

    private Callable<Boolean> arranging(CyclicBarrier together, PlanSite where, Actor who) {
        var version = desk.version(where);
        return () -> {
            together.await();
            desk.arrange.arrange(where, version, 1, who);
            return true;
        };
    }

    @Test
    void whatAnotherBodyHasGivenIsLookedAtFirst() {
        bothWeekends(30);
        desk.arrange.arrange(WEEKEND_HERE, desk.version(WEEKEND_HERE), 1, BODY);
        var given = desk.seats.of(WEEKEND_HERE).stream()
                .collect(Collectors.toMap(seat -> seat.registration().candidate(), Seat::session));
        desk.arrange.arrange(OTHER_WEEKEND_HERE, desk.version(OTHER_WEEKEND_HERE), 1, OTHER_BODY);
        assertThat(desk.seats.of(OTHER_WEEKEND_HERE))
                .allMatch(
                        seat -> seat.session() != given.get(seat.registration().candidate()));
    }

    @Test
    void whoeverHasNoHourLeftIsNamedAndNobodyIsSeated() {
        var busy = busyAllWeekend();
        desk.hall.put(busy);
        var everywhere = new PlanSite(busy.code(), MEDIA_SITE.id());
        desk.rolls.put(everywhere, List.of(Crowd.registered("忙人", HOME, "一班", Crowd.MEDIA, Level.ADVANCED)));
        desk.register(WEEKEND_HERE, List.of(Crowd.of(HOME, "一班", "忙人"), Crowd.of(HOME, "一班", "闲人")));
        desk.freeze(WEEKEND.code());
        desk.open(WEEKEND_HERE, wanted(1, SITE, 0, 1), wanted(2, SITE, 0, 1));
        assertThat(desk.state(WEEKEND_HERE)).isEqualTo(Arrangement.State.TO_OPEN);
        assertThat(desk.look.site(WEEKEND_HERE, BODY).slots())
                .extracting(SiteSeatingView.SlotView::problem)
                .containsOnly("seating.no-session-free");
        assertRefused(
                "no-session-free", Map.of("people", 1, "names", List.of("忙人")), () -> desk.arrange(WEEKEND_HERE, 1));
        assertThat(desk.count("seat")).isZero();
    }

    /** A plan that takes both days. */
    private static PlanOutline busyAllWeekend() {
        var days = new Window(Window.startOf(Crowd.SATURDAY), Window.endOf(Crowd.SUNDAY));
        var offered = Crowd.offered(Crowd.MEDIA, Level.ADVANCED, days);
        return new PlanOutline(
                "AP-2024-3-01",
                "整个周末",
                "aopai",
                Crowd.SATURDAY,
                SeatingDesk.DEADLINE,
                Window.endOf(Crowd.SUNDAY),
                List.of(offered),
                OTHER_WEEKEND.admission(),
                null,
                null,
                null);
    }

    /** The same people are registered for both bodies' weekends, whose hours overlap on both days. */
    private void bothWeekends(int number) {
        var people = beginners(HOME, number);
        desk.register(WEEKEND_HERE, people);
        desk.register(
                OTHER_WEEKEND_HERE,
                people.stream()
                        .map(who -> Crowd.registered(who.name(), HOME, who.className(), Crowd.MEDIA, Level.ELEMENTARY))
                        .toList());
        desk.freeze(WEEKEND.code());
        desk.freeze(OTHER_WEEKEND.code());
        desk.open(WEEKEND_HERE, wanted(1, SITE, 1, number / 2), wanted(2, SITE, 1, number / 2));
        desk.open(OTHER_WEEKEND_HERE, wanted(1, MEDIA_SITE, 1, number / 2), wanted(2, MEDIA_SITE, 1, number / 2));
    }

    /** Whoever sits in both plans on the same day. */
    private List<UUID> overlapping() {
        return desk.jdbc
                .sql("""
                        select a.candidate_id from seating.given_session a
                        join seating.given_session b on b.candidate_id = a.candidate_id and b.plan > a.plan
                        where b.session = a.session
                        """)
                .query((row, n) -> row.getObject("candidate_id", UUID.class))
                .list();
    }

    private Map<RegistrationKey, String> places() {
        return desk.seats.of(HERE).stream()
                .collect(Collectors.toMap(Seat::registration, seat -> seat.opening() + " " + seat.number()));
    }

    private Map<RegistrationKey, String> tickets() {
        return desk.seats.of(HERE).stream().collect(Collectors.toMap(Seat::registration, Seat::ticket));
    }
}
