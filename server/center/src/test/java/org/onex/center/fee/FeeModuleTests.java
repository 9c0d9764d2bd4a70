package org.onex.center.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.onex.center.catalog.Level.ADVANCED;
import static org.onex.center.catalog.Level.ELEMENTARY;
import static org.onex.center.catalog.Level.INTERMEDIATE;
import static org.onex.center.fee.BillFixtures.HONGKE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.plan.NoticePublished;
import org.onex.center.registration.RegistrationsChanged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From a notice's prices to bills that follow who is registered and are final with the freeze, in a real database. */
@CenterTest
@Import({RegistrationsOnPaper.Configuration.class, FeeDesk.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeeModuleTests {

    private static final String PLAN = FeeDesk.PLAN;
    private static final String OTHER_PLAN = FeeDesk.OTHER_PLAN;

    @LocalServerPort
    private int port;

    @Autowired
    private FeeDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private RegistrationsOnPaper registrations;

    @Autowired
    private Bills bills;

    @Autowired
    private Standards standards;

    @Autowired
    private DrawUpBills drawUp;

    @Autowired
    private FeeDirectory fees;

    @Autowired
    private Clock clock;

    @BeforeAll
    void publishNotices() {
        desk.publishNotices(port);
    }

    @BeforeEach
    void nobodyIsRegistered() {
        desk.clear();
    }

    @Test
    void aPublishedNoticeMakesStandardsOfItsPricesOnce() {
        desk.publishEvent(new NoticePublished("HK-2024-1", List.of(PLAN)));
        assertThat(standards.of(HONGKE))
                .extracting(
                        Standard::notice,
                        Standard::level,
                        standard -> standard.amount().toString(),
                        Standard::kind)
                .containsExactlyInAnyOrder(
                        tuple("HK-2024-1", ELEMENTARY, "380.00", Standard.Kind.PROVISIONAL),
                        tuple("HK-2024-1", INTERMEDIATE, "360.00", Standard.Kind.PROVISIONAL),
                        tuple("HK-2024-1", ADVANCED, "360.00", Standard.Kind.PROVISIONAL),
                        tuple("HK-2024-9", ELEMENTARY, "400.00", Standard.Kind.PROVISIONAL),
                        tuple("HK-2024-9", INTERMEDIATE, "360.00", Standard.Kind.PROVISIONAL));
        assertThat(standards.of(HONGKE)).extracting(Standard::effectiveFrom).containsOnly(LocalDate.of(2024, 4, 22));
    }

    @Test
    void aBillFollowsWhoIsRegisteredWhileRegistrationIsOpen() {
        desk.register(PLAN, "90001", ELEMENTARY, 2);
        assertThat(desk.bill(PLAN, "90001").total()).hasToString("760.00");
        desk.register(PLAN, "90001", INTERMEDIATE, 1);
        assertThat(desk.bill(PLAN, "90001").total()).hasToString("1120.00");
        desk.register(PLAN, "90001", ELEMENTARY, 1);
        var bill = desk.bill(PLAN, "90001");
        assertThat(bill.total()).hasToString("740.00");
        assertThat(bill.isFinal()).isFalse();
        assertThat(desk.storedTotal(bill)).isEqualTo(bill.total());
    }

    @Test
    void aBillTakesThePricesOfItsOwnNotice() {
        desk.register(OTHER_PLAN, "90001", ELEMENTARY, 1);
        desk.register(PLAN, "90001", ELEMENTARY, 1);
        assertThat(desk.bill(OTHER_PLAN, "90001").total()).hasToString("400.00");
        assertThat(desk.bill(PLAN, "90001").total()).hasToString("380.00");
    }

    @Test
    void whatTheProvinceFixedGoesBeforeWhatTheNoticePrints() {
        var anhui = UUID.randomUUID();
        jdbc.sql("""
                insert into fee.standard (id, awarding_body, qualification, level, province, effective_from, kind, amount)
                values (:id, :body, 'WDYY', 'ELEMENTARY', '安徽', '2024-01-01', 'FINAL', 300),
                       (gen_random_uuid(), :body, 'WDYY', 'ELEMENTARY', '安徽', '2024-05-01', 'FINAL', 290)
                """).param("id", anhui).param("body", HONGKE).update();
        desk.register(PLAN, "90001", ELEMENTARY, 1);
        desk.register(PLAN, "90002", ELEMENTARY, 1);
        jdbc.sql("update fee.bill_line set standard_id = null").update();
        jdbc.sql("delete from fee.standard where notice is null").update();
        assertThat(desk.storedTotal(desk.bill(PLAN, "90001"))).hasToString("300.00");
        assertThat(desk.storedTotal(desk.bill(PLAN, "90002"))).hasToString("380.00");
    }

    @Test
    void aNoticeThatWasPublishedBeforeThereWereStandardsIsBilledAllTheSame() {
        jdbc.sql("delete from fee.standard where notice = 'HK-2024-1'").update();
        desk.register(PLAN, "90001", ADVANCED, 2);
        assertThat(desk.bill(PLAN, "90001").total()).hasToString("720.00");
    }

    @Test
    void aLevelWithoutAPriceIsSatFirstAndPaidLater() {
        desk.register(OTHER_PLAN, "90001", ADVANCED, 3);
        desk.freeze(OTHER_PLAN);
        var bill = desk.bill(OTHER_PLAN, "90001");
        assertThat(bill.hasUnpriced()).isTrue();
        assertThat(bill.people()).isEqualTo(3);
        assertThat(fees.isCleared("90001", OTHER_PLAN)).isTrue();
        desk.register(OTHER_PLAN, "90002", ADVANCED, 1);
        desk.register(OTHER_PLAN, "90002", ELEMENTARY, 1);
        assertThat(fees.isCleared("90002", OTHER_PLAN)).isFalse();
    }

    @Test
    void theFreezeMakesEveryBillFinalAlsoThatOfACollegeWithoutOne() {
        desk.register(PLAN, "90001", ELEMENTARY, 2);
        registrations.write(PLAN, "90001", ELEMENTARY, 3);
        registrations.write(PLAN, "90002", INTERMEDIATE, 1);
        desk.register(OTHER_PLAN, "90001", ELEMENTARY, 1);
        desk.freeze(PLAN);
        assertThat(desk.bill(PLAN, "90001").total()).hasToString("1140.00");
        assertThat(desk.bill(PLAN, "90002").total()).hasToString("360.00");
        assertThat(desk.bill(PLAN, "90001").finalAt())
                .isEqualTo(desk.bill(PLAN, "90002").finalAt());
        assertThat(desk.bill(OTHER_PLAN, "90001").isFinal()).isFalse();
    }

    @Test
    void plansThatFrozeBeforeThereWereBillsAreBilledAllTheSame() {
        registrations.write(PLAN, "90001", ELEMENTARY, 3);
        registrations.write(PLAN, "90002", INTERMEDIATE, 1);
        registrations.write(OTHER_PLAN, "90001", ELEMENTARY, 1);
        assertThat(fees.isCleared("90001", PLAN)).as("nobody has billed it yet").isTrue();
        registrations.freeze(PLAN, BillFixtures.MONDAY);
        new BillFrozenPlans(registrations, bills, drawUp, transaction).run();
        assertThat(desk.bill(PLAN, "90001").total()).hasToString("1140.00");
        assertThat(desk.bill(PLAN, "90002").total()).hasToString("360.00");
        assertThat(desk.bill(PLAN, "90002").finalAt()).isEqualTo(BillFixtures.MONDAY);
        assertThat(fees.isCleared("90001", PLAN)).isFalse();
        assertThat(bills.collegesOf(OTHER_PLAN)).as("it is open still").isEmpty();
    }

    @Test
    void aFrozenPlanThatCannotBeBilledKeepsNoOtherOneUnbilled() {
        registrations.write("HK-1999-1-01", "90001", ELEMENTARY, 1);
        registrations.freeze("HK-1999-1-01", BillFixtures.MONDAY);
        registrations.write(PLAN, "90001", ELEMENTARY, 1);
        registrations.freeze(PLAN, BillFixtures.MONDAY);
        var work = new BillFrozenPlans(registrations, bills, drawUp, transaction);
        work.run();
        assertThat(desk.bill(PLAN, "90001").isFinal()).isTrue();
        assertThat(work.run())
                .as("whoever moves the clock does not wait for it")
                .isFalse();
    }

    @Test
    void plansThatTheirFreezeBilledAndThoseWithNobodyAreLeftAlone() {
        desk.register(PLAN, "90001", ELEMENTARY, 2);
        desk.freeze(PLAN);
        registrations.freeze(PLAN, clock.instant());
        var before = desk.bill(PLAN, "90001");
        var work = new BillFrozenPlans(registrations, bills, drawUp, transaction);
        assertThat(work.run()).isFalse();
        registrations.freeze(OTHER_PLAN, clock.instant());
        work.run();
        assertThat(work.run()).as("there is nothing left to do").isFalse();
        assertThat(desk.bill(PLAN, "90001")).isEqualTo(before);
        assertThat(bills.collegesOf(OTHER_PLAN)).isEmpty();
    }

    @Test
    void whatIsFinalStaysWhateverEventComesLateOrTwice() {
        desk.register(PLAN, "90001", ELEMENTARY, 2);
        desk.freeze(PLAN);
        var before = desk.bill(PLAN, "90001");
        desk.freeze(PLAN);
        desk.register(PLAN, "90001", ELEMENTARY, 9);
        desk.freeze(PLAN);
        assertThat(desk.bill(PLAN, "90001")).isEqualTo(before);
        assertThat(desk.storedTotal(before)).hasToString("760.00");
    }

    @Test
    void aCollegeFromWhichEverybodyWithdrewOwesNothing() {
        desk.register(PLAN, "90001", ELEMENTARY, 2);
        assertThat(fees.isCleared("90001", PLAN)).isFalse();
        desk.register(PLAN, "90001", ELEMENTARY, 0);
        desk.freeze(PLAN);
        assertThat(desk.bill(PLAN, "90001").isFinal()).isTrue();
        assertThat(desk.bill(PLAN, "90001").lines()).isEmpty();
        assertThat(fees.isCleared("90001", PLAN)).isTrue();
    }

    @Test
    void ofTwoRegistrationsAtOnceTheLaterOneCountsBoth() {
        registrations.write(PLAN, "90001", ELEMENTARY, 1);
        var second = transaction.execute(status -> {
            events.publishEvent(new RegistrationsChanged(PLAN, "90001"));
            var other = CompletableFuture.runAsync(() -> desk.publishEvent(new RegistrationsChanged(PLAN, "90001")));
            desk.awaitSomebodyWaiting();
            registrations.write(PLAN, "90001", ELEMENTARY, 2);
            return other;
        });
        assertThat(second).isNotNull();
        second.orTimeout(FeeDesk.PATIENCE, TimeUnit.SECONDS).join();
        assertThat(desk.bill(PLAN, "90001").total()).hasToString("760.00");
    }
}
