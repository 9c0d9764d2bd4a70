package org.onex.center.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.seating.Crowd.SATURDAY;
import static org.onex.center.seating.Crowd.SHOP;
import static org.onex.center.seating.Crowd.SUNDAY;
import static org.onex.center.seating.Crowd.on;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.onex.center.audit.AuditTrail;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.center.plan.PlanOutline;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.registration.RegistrationsChanged;
import org.onex.center.registration.RegistrationsFrozen;
import org.onex.center.site.Venue;
import org.onex.contract.kernel.Window;
import org.onex.foundation.vault.Vault;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The module over a real database, with plans, sites and registrations in memory and a clock that is set by hand; another one for each test. */
@Scope("prototype")
final class SeatingDesk {

    static final String HOME = "90001";
    static final String NEIGHBOUR = "90002";
    static final Actor COLLEGE = officer(OrganizationKind.COLLEGE, HOME);
    static final Actor NEIGHBOURS = officer(OrganizationKind.COLLEGE, NEIGHBOUR);
    static final Actor BODY = officer(OrganizationKind.AWARDING_BODY, "hongke");
    static final Actor OTHER_BODY = officer(OrganizationKind.AWARDING_BODY, "aopai");
    static final Instant DEADLINE = Window.endOf(SATURDAY.minusDays(19));
    static final Instant AFTER_DEADLINE = DEADLINE.plusSeconds(3600);
    static final Instant EXAM = on(SATURDAY, "08:30", "11:45").opens();

    /** Two rooms of 75 machines and a small one whose spare machines make half of it. */
    static final Venue SITE = venue("考点一", HOME, "hongke", room("301", 75, 0), room("302", 75, 0), room("303", 20, 10));

    /** The same college's site for another qualification; its room is the same room. */
    static final Venue MEDIA_SITE = venue("考点二", HOME, "aopai", room("301", 75, 0), room("305", 75, 0));

    static final Venue FAR_SITE = venue("考点三", NEIGHBOUR, "hongke", room("101", 60, 0));

    /** 003's first: 中级 in the morning is slot 1, 初级 in the afternoon slot 2. */
    static final PlanOutline SPRING = plan(
            "HK-2024-1-01",
            "hongke",
            Crowd.offered(SHOP, Level.INTERMEDIATE, on(SATURDAY, "08:30", "11:45")),
            Crowd.offered(SHOP, Level.ELEMENTARY, on(SATURDAY, "14:00", "17:45")));

    /** Another body's on the same morning. */
    static final PlanOutline ELSEWHERE =
            plan("AP-2024-1-01", "aopai", Crowd.offered(Crowd.MEDIA, Level.ELEMENTARY, on(SATURDAY, "09:00", "11:00")));

    /** 002: the same on two days. */
    static final PlanOutline WEEKEND = plan(
            "HK-2024-2-01",
            "hongke",
            Crowd.offered(SHOP, Level.ELEMENTARY, on(SATURDAY, "14:00", "16:00"), on(SUNDAY, "09:00", "11:00")));

    static final PlanOutline OTHER_WEEKEND = plan(
            "AP-2024-2-01",
            "aopai",
            Crowd.offered(Crowd.MEDIA, Level.ELEMENTARY, on(SATURDAY, "15:00", "17:00"), on(SUNDAY, "10:00", "12:00")));

    static final PlanSite HERE = new PlanSite(SPRING.code(), SITE.id());
    static final PlanSite THERE = new PlanSite(SPRING.code(), FAR_SITE.id());

    final AtomicReference<Instant> time = new AtomicReference<>(AFTER_DEADLINE);
    final List<Object> published = Collections.synchronizedList(new ArrayList<>());
    final FakeHall hall = new FakeHall();
    final FakeRolls rolls;
    final Arrangements arrangements;
    final RoomOpenings openings;
    final Seats seats;
    final SeatingViews views;
    final LookAtSite look;
    final FollowRegistrations follow;
    final CompleteFrozenPlans complete;
    final SeatingDirectory directory;
    final JdbcClient jdbc;
    final ArrangeSeats arrange;

    private final TransactionTemplate transaction;
    private final OpenRooms open;
    private final ChangeSeats change;

    SeatingDesk(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batches,
            TransactionTemplate transaction,
            Vault vault,
            AuditTrail trail,
            RegistrationDirectory registrations,
            QualificationDirectory qualifications,
            OrganizationDirectory organizations) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        rolls = new FakeRolls(hall, registrations);
        arrangements = new Arrangements(jdbc);
        openings = new RoomOpenings(jdbc, batches);
        seats = new Seats(jdbc, batches, vault);
        var given = new GivenSessions(jdbc, batches);
        var tickets = new Tickets(jdbc, batches);
        var sessions = new ChooseSessions(rolls, given);
        views = new SeatingViews(
                new ArrangementList(jdbc), new SeatList(jdbc, seats), rolls, qualifications, organizations, clock());
        look = new LookAtSite(arrangements, openings, seats, sessions, views, hall, hall);
        follow = new FollowRegistrations(arrangements, openings, rolls, hall, hall);
        complete = new CompleteFrozenPlans(rolls, arrangements, follow, transaction);
        directory = new SeatingOutlines(jdbc, arrangements, openings, seats, tickets, hall);
        open = new OpenRooms(arrangements, openings, sessions, hall, hall, clock(), trail);
        change = new ChangeSeats(arrangements, openings, seats, given, rolls, hall, clock(), published::add, trail);
        arrange =
                new ArrangeSeats(
                        arrangements,
                        openings,
                        seats,
                        given,
                        tickets,
                        sessions,
                        rolls,
                        hall,
                        hall,
                        clock(),
                        published::add,
                        trail) {
                    @Override
                    void arrange(PlanSite where, int version, long seed, Actor actor) {
                        transaction.executeWithoutResult(status -> super.arrange(where, version, seed, actor));
                    }
                };
    }

    private static Actor officer(OrganizationKind kind, String code) {
        return new Actor("officer-" + code, "王老师", new Organization(kind, code, "示范" + code));
    }

    private static Venue venue(String name, String college, String body, Venue.MachineRoom... rooms) {
        var own = new ArrayList<Venue.MachineRoom>();
        for (var room : rooms) {
            // The rooms of an application have ids of their own.
            own.add(new Venue.MachineRoom(
                    Crowd.id(name + room.name()), room.name(), room.building(), room.machines(), room.spareMachines()));
        }
        return new Venue(Crowd.id(name), name, college, body, "某路 1 号", true, own);
    }

    private static Venue.MachineRoom room(String name, int machines, int spare) {
        return new Venue.MachineRoom(Crowd.id(name), name, "实训楼", machines, spare);
    }

    private static PlanOutline plan(String code, String body, PlanOutline.Offered... offerings) {
        return new PlanOutline(
                code,
                "统考 " + code,
                body,
                SATURDAY,
                DEADLINE,
                Window.endOf(Crowd.SUNDAY),
                List.of(offerings),
                new PlanOutline.Admission(true, true, true),
                null,
                null,
                null);
    }

    /** Empties the tables and enters who and what the fixtures speak of. */
    void setUp() {
        for (var table : List.of("seat", "given_session", "ticket", "opening", "arrangement", "premises")) {
            jdbc.sql("delete from seating." + table).update();
        }
        List.of(HOME, NEIGHBOUR).forEach(this::enterCollege);
        List.of("hongke", "aopai")
                .forEach(body -> jdbc.sql("""
                        insert into organization.awarding_body (code, name, short_name) values (:code, :code, :code)
                        on conflict (code) do nothing
                        """).param("code", body).update());
        List.of(SHOP, Crowd.MEDIA)
                .forEach(code -> jdbc.sql("""
                        insert into catalog.qualification (code, awarding_body, name, short_name) values (:code, 'hongke', :code, :code)
                        on conflict (code) do nothing
                        """).param("code", code).update());
        List.of(SPRING, ELSEWHERE, WEEKEND, OTHER_WEEKEND).forEach(this::enter);
        List.of(SITE, MEDIA_SITE, FAR_SITE).forEach(this::enter);
    }

    private void enterCollege(String code) {
        jdbc.sql("""
                insert into organization.college (code, name, province, pilot) values (:code, :code, '安徽', true)
                on conflict (code) do nothing
                """).param("code", code).update();
    }

    private void enter(PlanOutline plan) {
        hall.put(plan);
        var notice = Crowd.id(plan.code());
        jdbc.sql("""
                insert into plan.notice (id, code, awarding_body, status, version, title, file, digest, content)
                values (:id, :code, :body, 'PUBLISHED', 1, '', '', '', '{}') on conflict (code) do nothing
                """)
                .param("id", notice)
                .param("code", plan.code())
                .param("body", plan.awardingBody())
                .update();
        jdbc.sql("""
                insert into plan.plan (id, notice_id, code, sequence, name, deadline, closes_at, first_exam_date, exam_starts_at, exam_ends_at)
                values (:id, :id, :code, 1, :name, :day, :closes, :day, :closes, :closes) on conflict (code) do nothing
                """)
                .param("id", notice)
                .param("code", plan.code())
                .param("name", plan.name())
                .param("day", plan.firstExamDate())
                .param("closes", Timestamp.from(plan.closesAt()))
                .update();
    }

    void enter(Venue venue) {
        hall.put(venue);
        jdbc.sql("""
                insert into site.site (id, version, state, since, college, province, qualification, awarding_body, name, address, manager_name)
                values (:id, 1, 'SUSPENDED', :since, :college, '安徽', 'WDYY', :body, :name, '', '') on conflict (id) do nothing
                """)
                .param("id", venue.id())
                .param("since", Timestamp.from(AFTER_DEADLINE))
                .param("college", venue.college())
                .param("body", venue.awardingBody())
                .param("name", venue.name())
                .update();
    }

    /** These people are registered to sit there, and nobody else. */
    void register(PlanSite where, List<Registered> people) {
        rolls.put(where, people);
        inTransaction(() -> {
            people.stream()
                    .map(Registered::college)
                    .distinct()
                    .forEach(college -> follow.on(new RegistrationsChanged(where.plan(), college)));
            return true;
        });
    }

    void freeze(String plan) {
        rolls.freeze(plan, DEADLINE);
        inTransaction(() -> {
            follow.on(new RegistrationsFrozen(plan, DEADLINE));
            return true;
        });
    }

    /** So many people of 初级 from two classes of a college. */
    static List<Registered> beginners(String college, int number) {
        var people = new ArrayList<>(Crowd.classOf(college, "一班", Math.ceilDiv(number, 2)));
        people.addAll(Crowd.classOf(college, "二班", number / 2));
        return people;
    }

    static OpenRooms.Wanted wanted(int slot, Venue venue, int room, int seats) {
        return new OpenRooms.Wanted(slot, venue.rooms().get(room).id(), seats, null);
    }

    void open(PlanSite where, OpenRooms.Wanted... wanted) {
        open(where, version(where), officerOf(where), wanted);
    }

    void open(PlanSite where, int version, Actor actor, OpenRooms.Wanted... wanted) {
        inTransaction(() -> {
            open.open(where, version, List.of(wanted), actor);
            return true;
        });
    }

    private Actor officerOf(PlanSite where) {
        var college = hall.venue(where.site()).orElseThrow().college();
        return college.equals(HOME) ? COLLEGE : NEIGHBOURS;
    }

    void arrange(PlanSite where, long seed) {
        arrange.arrange(where, version(where), seed, BODY);
    }

    void withdraw(PlanSite where, String reason) {
        inTransaction(() -> {
            change.withdraw(where, version(where), reason, BODY);
            return true;
        });
    }

    void swap(PlanSite where, String reason, Seat first, Seat second) {
        swap(
                where,
                reason,
                new ChangeSeats.SeatReference(first.opening(), first.number()),
                new ChangeSeats.SeatReference(second.opening(), second.number()));
    }

    void swap(PlanSite where, String reason, ChangeSeats.SeatReference first, ChangeSeats.SeatReference second) {
        inTransaction(() -> {
            change.swap(where, new ChangeSeats.Swap(version(where), reason, first, second), BODY);
            return true;
        });
    }

    int version(PlanSite where) {
        return arrangements.find(where).map(Arrangement::version).orElse(0);
    }

    Arrangement.State state(PlanSite where) {
        return arrangements.find(where).orElseThrow().state();
    }

    /** Ninety people of 初级 in two rooms, ready to be arranged. */
    void ninetyInTwoRooms() {
        register(HERE, beginners(HOME, 90));
        freeze(SPRING.code());
        open(HERE, wanted(2, SITE, 0, 45), wanted(2, SITE, 1, 45));
    }

    String lastFacts(String act) {
        return jdbc.sql("select facts from audit.entry where act = :act order by number desc limit 1")
                .param("act", act)
                .query((row, n) -> row.getString("facts"))
                .single();
    }

    int count(String table) {
        return jdbc.sql("select count(*) from seating." + table)
                .query(Integer.class)
                .single();
    }

    <T> T inTransaction(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(status -> act.get()));
    }

    static void assertRefused(String code, Map<String, ?> facts, ThrowingCallable act) {
        assertThatExceptionOfType(SeatingRefused.class)
                .isThrownBy(act)
                .satisfies(e -> assertThat(e.code()).isEqualTo("seating." + code))
                .satisfies(e -> assertThat(e.facts()).isEqualTo(facts));
    }

    static void assertRefused(String code, ThrowingCallable act) {
        assertRefused(code, Map.of(), act);
    }

    static UUID roomOf(Venue venue, int room) {
        return venue.rooms().get(room).id();
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return time.get();
            }
        };
    }
}
