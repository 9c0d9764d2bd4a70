package org.onex.center.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.registration.RegistrationFixtures.COLLEGE;
import static org.onex.center.registration.RegistrationFixtures.DEADLINE;
import static org.onex.center.registration.RegistrationFixtures.ELSEWHERE;
import static org.onex.center.registration.RegistrationFixtures.EXAM_DAY;
import static org.onex.center.registration.RegistrationFixtures.MEDIA;
import static org.onex.center.registration.RegistrationFixtures.OFFICER;
import static org.onex.center.registration.RegistrationFixtures.OTHER_COLLEGE;
import static org.onex.center.registration.RegistrationFixtures.OTHER_OFFICER;
import static org.onex.center.registration.RegistrationFixtures.SHOP;
import static org.onex.center.registration.RegistrationFixtures.SPRING;
import static org.onex.center.registration.RegistrationFixtures.elementary;
import static org.onex.center.registration.RegistrationFixtures.offered;
import static org.onex.center.registration.RegistrationFixtures.on;
import static org.onex.center.registration.RegistrationFixtures.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.center.CenterTest;
import org.onex.center.audit.AuditTrail;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.OrganizationDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registrations in a real database: whole or not at all, once, and one hour for one thing, whoever registers at the same time. */
@CenterTest
@Import(RegistrationDesk.class)
class RegistrationsModuleTests {

    @Autowired
    private ObjectProvider<RegistrationDesk> desks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Registrations registrations;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private OrganizationDirectory organizations;

    private RegistrationDesk desk;

    @BeforeEach
    void open() {
        desk = desks.getObject();
        desk.open();
    }

    @Test
    void aRegistrationOwnsARecordForEverySubject() {
        var registered = registered(1, elementary());
        assertThat(registered.subjects()).containsExactly(Subject.THEORY, Subject.PRACTICAL);
        assertThat(registrations.find(registered.key())).contains(registered);
        assertThat(records()).isEqualTo(2);
        assertThat(desk.published).containsExactly(new RegistrationsChanged(SPRING.code(), COLLEGE));
    }

    @Test
    void plansAreToldOfInOneOrderSoThatTheirBillsAreLockedInIt() {
        var later = desk.roster.enrol(1, COLLEGE);
        var earlier = desk.roster.enrol(2, COLLEGE);
        var plans = Stream.of(ELSEWHERE.code(), SPRING.code()).sorted().toList();
        desk.inTransaction(() -> desk.register.register(() -> Stream.of(plans.getLast(), plans.getFirst())
                .flatMap(plan -> {
                    var what =
                            plan.equals(SPRING.code()) ? elementary() : new OfferingKey(plan, MEDIA, Level.ELEMENTARY);
                    var who = plan.equals(plans.getLast()) ? later : earlier;
                    return desk.read.choice(new ReadWishes.Choice(List.of(who.key()), what, null), OFFICER).stream();
                })
                .toList()));
        assertThat(desk.published).extracting("plan").containsExactlyElementsOf(plans);
    }

    @Test
    void whoListensToAWithdrawalIsToldBeforeTheTrailIsLocked() {
        var registered = registered(1, elementary());
        var before = acts();
        var actsWhenTold = new ArrayList<Integer>();
        var judge = new JudgeWishes(
                registrations, desk.gates, desk.offers, organizations, desk.roster, people -> desk.settled);
        var change = new ChangeRegistrations(
                registrations,
                desk.gates,
                desk.offers,
                desk.read,
                judge,
                desk.clock(),
                trail,
                event -> actsWhenTold.add(acts()));
        desk.inTransaction(() -> change.withdraw(registered.key(), 1, OFFICER));
        assertThat(actsWhenTold).containsExactly(before);
        assertThat(acts()).isEqualTo(before + 1);
    }

    private int acts() {
        return jdbc.sql("select count(*) from audit.entry").query(Integer.class).single();
    }

    @Test
    void whoeverIsRegisteredIsNotRegisteredAgain() {
        var who = desk.roster.enrol(1, COLLEGE);
        var first = desk.register(who, elementary());
        var second = desk.register(who, elementary());
        assertThat(second.isNew()).isFalse();
        assertThat(second.standing()).isEqualTo(first.standing());
        assertThat(records()).isEqualTo(2);
    }

    @Test
    void anotherCollegeCannotRegisterThePersonForTheSame() {
        registered(1, elementary());
        var there = desk.roster.enrol(1, OTHER_COLLEGE);
        assertThat(codes(desk.register(there, elementary())))
                .containsExactly(RegistrationRefused.Code.DUPLICATE_ELSEWHERE);
    }

    @Test
    void twoLevelsOfOneDayAreFineWhileTheirHoursAre() {
        var who = desk.roster.enrol(1, COLLEGE);
        assertThat(codes(desk.register(who, elementary()))).isEmpty();
        assertThat(codes(desk.register(who, level(Level.INTERMEDIATE)))).isEmpty();
        assertThat(codes(desk.register(who, level(Level.ADVANCED)))).containsExactly(RegistrationRefused.Code.CLASH);
    }

    @Test
    void aClashIsNamedToWhoeverRegisteredBothAndToNobodyElse() {
        var here = desk.roster.enrol(1, COLLEGE);
        desk.register(here, elementary());
        var own = desk.register(here, level(Level.ADVANCED)).refusals().getFirst();
        assertThat(own.facts().get("other").toString()).contains(SPRING.name(), "初级");

        var there = desk.roster.enrol(1, OTHER_COLLEGE);
        var outsiders = desk.register(there, level(Level.ADVANCED)).refusals().getFirst();
        assertThat(outsiders.facts())
                .containsEntry("day", "2024-05-18")
                .containsEntry("opens", "14:00")
                .containsEntry("closes", "17:45")
                .containsEntry("other", "");
    }

    @Test
    void twoAwardingBodiesCannotHaveThePersonAtTheSameHour() {
        var who = desk.roster.enrol(1, COLLEGE);
        desk.register(who, elementary());
        assertThat(codes(desk.register(who, new OfferingKey(ELSEWHERE.code(), MEDIA, Level.ELEMENTARY))))
                .containsExactly(RegistrationRefused.Code.CLASH);
    }

    @Test
    void aChoiceThatSeatingHasMadeIsNoChoiceAnyMore() {
        var either = plan(
                "HK-2024-2-01",
                "两天任选",
                "hongke",
                offered(
                        SHOP,
                        Level.ELEMENTARY,
                        on(EXAM_DAY, "15:00", "17:00"),
                        on(EXAM_DAY.plusDays(1), "09:00", "11:00")));
        desk.offer(either);
        var who = desk.roster.enrol(1, COLLEGE);
        var what = new OfferingKey(either.code(), SHOP, Level.ELEMENTARY);
        var registered = Objects.requireNonNull(desk.register(who, what).standing());
        var elsewhere = new OfferingKey(ELSEWHERE.code(), MEDIA, Level.ELEMENTARY);
        desk.settled.put(registered.key(), 1);
        assertThat(codes(desk.register(who, elsewhere))).containsExactly(RegistrationRefused.Code.CLASH);
        desk.settled.put(registered.key(), 2);
        assertThat(codes(desk.register(who, elsewhere))).isEmpty();
    }

    @Test
    void ofTwoThatWouldClashAtTheSameMomentOneIsRefused() throws Exception {
        for (int person = 1; person <= 20; person++) {
            var who = desk.roster.enrol(person, COLLEGE);
            List<Callable<Judgement>> both = List.of(
                    () -> desk.register(who, elementary()),
                    () -> desk.register(who, new OfferingKey(ELSEWHERE.code(), MEDIA, Level.ELEMENTARY)));
            assertThat(atOnce(both).stream().filter(Judgement::isRefused)).hasSize(1);
        }
        assertThat(records()).isEqualTo(40);
    }

    @Test
    void manyCollegesThatRegisterTheSamePeopleAtOnceRegisterEachOnce() throws Exception {
        var here = IntStream.range(1, 31)
                .mapToObj(n -> desk.roster.enrol(n, COLLEGE))
                .toList();
        var there = IntStream.range(1, 31)
                .mapToObj(n -> desk.roster.enrol(n, OTHER_COLLEGE))
                .toList();
        List<Callable<List<Judgement>>> rush = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            rush.add(() -> desk.register(here, elementary(), OFFICER));
            rush.add(() -> desk.register(there.reversed(), elementary(), OTHER_OFFICER));
        }
        atOnce(rush);
        assertThat(desk.registrations.counts(SPRING.code()).stream()
                        .mapToInt(RegistrationCount::people)
                        .sum())
                .isEqualTo(30);
        assertThat(records()).isEqualTo(60);
    }

    @Test
    void whatIsWithdrawnOwnsNoRecordsAndMakesRoom() {
        var registered = registered(1, elementary());
        var withdrawn = desk.inTransaction(() -> desk.change.withdraw(registered.key(), 1, OFFICER));
        assertThat(withdrawn.isStanding()).isFalse();
        assertThat(records()).isZero();
        assertThat(registrations.counts(SPRING.code())).isEmpty();
        var who = desk.roster
                .enrolled(List.of(RegistrationFixtures.number(1)), COLLEGE)
                .values();
        assertThat(codes(desk.register(desk.roster.outlines(who).getFirst(), level(Level.ADVANCED))))
                .isEmpty();
    }

    @Test
    void aChangedLevelKeepsTheRecordsWhole() {
        var registered = registered(1, elementary());
        var changed = desk.inTransaction(() -> desk.change.change(
                registered.key(), new ChangeRegistrations.Change(1, SHOP, Level.ADVANCED, null), OFFICER));
        assertThat(changed.what().level()).isEqualTo(Level.ADVANCED);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(registrations.find(registered.key())).contains(changed);
        assertThat(records()).isEqualTo(2);
    }

    @Test
    void whatSomebodyChangedMeanwhileIsNotChanged() {
        var registered = registered(1, elementary());
        desk.inTransaction(() -> desk.change.change(
                registered.key(), new ChangeRegistrations.Change(1, SHOP, Level.ADVANCED, null), OFFICER));
        assertRefused(
                () -> desk.inTransaction(() -> desk.change.withdraw(registered.key(), 1, OFFICER)),
                RegistrationRefused.Code.CHANGED);
    }

    @Test
    void aChangeIntoWhatThePersonIsRegisteredForAlreadyIsRefused() {
        var who = desk.roster.enrol(1, COLLEGE);
        desk.register(who, level(Level.INTERMEDIATE));
        var elementary = desk.register(who, elementary()).standing();
        assertRefused(
                () -> desk.inTransaction(() -> desk.change.change(
                        elementary.key(), new ChangeRegistrations.Change(1, SHOP, Level.INTERMEDIATE, null), OFFICER)),
                RegistrationRefused.Code.DUPLICATE);
    }

    @Test
    void anotherCollegeDoesNotFindIt() {
        var registered = registered(1, elementary());
        assertRefused(
                () -> desk.inTransaction(() -> desk.change.withdraw(registered.key(), 1, OTHER_OFFICER)),
                RegistrationRefused.Code.UNKNOWN);
    }

    @Test
    void noIdNumberIsReadable() {
        registered(1, elementary());
        var number = RegistrationFixtures.number(1).value();
        var readable =
                jdbc.sql("""
                select count(*) from registration.registration r
                where position(convert_to(:number, 'UTF8') in r.number_sealed) > 0
                   or strpos(cast(row(r.name, r.class_name, r.college, r.plan) as text), :number) > 0
                """).param("number", number).query(Integer.class).single();
        assertThat(readable).isZero();
        assertThat(records()).isEqualTo(2);
    }

    @Test
    void aWishThatComesUpOnlyBehindTheLocksIsNotFulfilledWithoutThem() {
        var who = desk.roster.enrol(1, COLLEGE);
        var choice = new ReadWishes.Choice(List.of(who.key()), elementary(), null);
        var unknown = ReadWishes.WishReading.refused(
                List.of(Refusal.of(RegistrationField.NAME, RegistrationRefused.Code.NAME_DIFFERS)));
        var readings =
                List.of(List.of(unknown), desk.read.choice(choice, OFFICER)).iterator();
        var judgement =
                desk.inTransaction(() -> desk.register.register(readings::next)).getFirst();
        assertThat(codes(judgement)).containsExactly(RegistrationRefused.Code.NAME_DIFFERS);
        assertThat(records()).isZero();
    }

    @Test
    void whoeverLeavesTheRosterMeanwhileIsNotRegistered() {
        var who = desk.roster.enrol(1, COLLEGE);
        var choice = new ReadWishes.Choice(List.of(who.key()), elementary(), null);
        var times = new java.util.concurrent.atomic.AtomicInteger();
        var judgement = desk.inTransaction(() -> desk.register.register(() -> {
                    if (times.getAndIncrement() > 0) {
                        desk.roster.leaves(who);
                    }
                    return desk.read.choice(choice, OFFICER);
                }))
                .getFirst();
        assertThat(codes(judgement)).containsExactly(RegistrationRefused.Code.CANDIDATE_UNKNOWN);
    }

    @Test
    void afterTheDeadlineNothingIsChangedAnyMore() {
        var registered = registered(1, elementary());
        desk.time.set(DEADLINE);
        assertThat(codes(desk.register(desk.roster.enrol(2, COLLEGE), elementary())))
                .containsExactly(RegistrationRefused.Code.CLOSED);
        assertRefused(
                () -> desk.inTransaction(() -> desk.change.withdraw(registered.key(), 1, OFFICER)),
                RegistrationRefused.Code.CLOSED);
    }

    private Registration registered(int person, OfferingKey what) {
        var judgement = desk.register(desk.roster.enrol(person, COLLEGE), what);
        assertThat(judgement.refusals()).isEmpty();
        return judgement.standing();
    }

    private static OfferingKey level(Level level) {
        return new OfferingKey(SPRING.code(), SHOP, level);
    }

    private static List<RegistrationRefused.Code> codes(Judgement judgement) {
        return judgement.refusals().stream().map(Refusal::code).toList();
    }

    private static void assertRefused(Runnable act, RegistrationRefused.Code code) {
        assertThatExceptionOfType(RegistrationRefused.class)
                .isThrownBy(act::run)
                .satisfies(refused -> assertThat(refused.code())
                        .isEqualTo(RegistrationRefused.of(code).code()));
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(acts)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private int records() {
        return jdbc.sql("select count(*) from registration.entry")
                .query(Integer.class)
                .single();
    }
}
