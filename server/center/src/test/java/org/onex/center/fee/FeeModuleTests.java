package org.onex.center.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.onex.center.catalog.Level.ADVANCED;
import static org.onex.center.catalog.Level.ELEMENTARY;
import static org.onex.center.catalog.Level.INTERMEDIATE;
import static org.onex.center.fee.BillFixtures.COLLEAGUE;
import static org.onex.center.fee.BillFixtures.HONGKE;
import static org.onex.center.fee.BillFixtures.OFFICER;
import static org.onex.center.fee.BillFixtures.OTHER_BODY;
import static org.onex.center.fee.BillFixtures.PAYER;
import static org.onex.center.fee.BillFixtures.receipt;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.Parties;
import org.onex.center.Staff;
import org.onex.center.audit.AuditTrail;
import org.onex.center.catalog.Level;
import org.onex.center.plan.NoticePublished;
import org.onex.center.registration.RegistrationsChanged;
import org.onex.center.registration.RegistrationsFrozen;
import org.onex.contract.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From a notice's prices to bills, payments and who is cleared, in a real database and with two people at once. */
@CenterTest
@Import(RegistrationsOnPaper.Configuration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeeModuleTests {

    private static final String PLAN = "HK-2024-1-01";
    /** Its notice prints no price of 高级, and another one of 初级. */
    private static final String OTHER_PLAN = "HK-2024-9-01";

    private static final int PATIENCE = 30;

    @LocalServerPort
    private int port;

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
    private RecordPayments payments;

    @Autowired
    private Payments allPayments;

    @Autowired
    private DrawUpBills drawUp;

    @Autowired
    private FeeDirectory fees;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Clock clock;

    @BeforeAll
    void publishNotices() {
        Parties.enter(port);
        jdbc.sql("insert into organization.college (code, name, province, pilot) values ('90002', '示范二', '江苏', true)")
                .update();
        publish(Parties.notice003());
        publish(Parties.notice003()
                .replace("code: HK-2024-1", "code: HK-2024-9")
                .replace("level: [中级, 高级]", "level: 中级")
                .replace("amount: 380.00", "amount: 400.00"));
    }

    private void publish(String notice) {
        try (var officer = Staff.signedIn(port, "hongke")) {
            var loaded = officer.postYaml("/api/plan/notices?file=x.yaml", notice);
            assertThat(loaded.status()).as(loaded.toString()).isEqualTo(201);
            var id = loaded.body().path("id").asString();
            assertThat(officer.post("/api/plan/notices/" + id + "/publication", Map.of())
                            .status())
                    .isEqualTo(200);
        }
    }

    @BeforeEach
    void nobodyIsRegistered() {
        for (var table : List.of("payment", "till", "bill_line", "bill")) {
            jdbc.sql("delete from fee." + table).update();
        }
        registrations.clear();
    }

    @Test
    void aPublishedNoticeMakesStandardsOfItsPricesOnce() {
        publishEvent(new NoticePublished("HK-2024-1", List.of(PLAN)));
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
        register(PLAN, "90001", ELEMENTARY, 2);
        assertThat(bill(PLAN, "90001").total()).hasToString("760.00");
        register(PLAN, "90001", INTERMEDIATE, 1);
        assertThat(bill(PLAN, "90001").total()).hasToString("1120.00");
        register(PLAN, "90001", ELEMENTARY, 1);
        var bill = bill(PLAN, "90001");
        assertThat(bill.total()).hasToString("740.00");
        assertThat(bill.isFinal()).isFalse();
        assertThat(storedTotal(bill)).isEqualTo(bill.total());
    }

    @Test
    void aBillTakesThePricesOfItsOwnNotice() {
        register(OTHER_PLAN, "90001", ELEMENTARY, 1);
        register(PLAN, "90001", ELEMENTARY, 1);
        assertThat(bill(OTHER_PLAN, "90001").total()).hasToString("400.00");
        assertThat(bill(PLAN, "90001").total()).hasToString("380.00");
    }

    @Test
    void whatTheProvinceFixedGoesBeforeWhatTheNoticePrints() {
        var anhui = UUID.randomUUID();
        jdbc.sql("""
                insert into fee.standard (id, awarding_body, qualification, level, province, effective_from, kind, amount)
                values (:id, :body, 'WDYY', 'ELEMENTARY', '安徽', '2024-01-01', 'FINAL', 300),
                       (gen_random_uuid(), :body, 'WDYY', 'ELEMENTARY', '安徽', '2024-05-01', 'FINAL', 290)
                """).param("id", anhui).param("body", HONGKE).update();
        register(PLAN, "90001", ELEMENTARY, 1);
        register(PLAN, "90002", ELEMENTARY, 1);
        jdbc.sql("update fee.bill_line set standard_id = null").update();
        jdbc.sql("delete from fee.standard where notice is null").update();
        assertThat(storedTotal(bill(PLAN, "90001"))).hasToString("300.00");
        assertThat(storedTotal(bill(PLAN, "90002"))).hasToString("380.00");
    }

    @Test
    void aNoticeThatWasPublishedBeforeThereWereStandardsIsBilledAllTheSame() {
        jdbc.sql("delete from fee.standard where notice = 'HK-2024-1'").update();
        register(PLAN, "90001", ADVANCED, 2);
        assertThat(bill(PLAN, "90001").total()).hasToString("720.00");
    }

    @Test
    void aLevelWithoutAPriceIsSatFirstAndPaidLater() {
        register(OTHER_PLAN, "90001", ADVANCED, 3);
        freeze(OTHER_PLAN);
        var bill = bill(OTHER_PLAN, "90001");
        assertThat(bill.hasUnpriced()).isTrue();
        assertThat(bill.people()).isEqualTo(3);
        assertThat(fees.isCleared("90001", OTHER_PLAN)).isTrue();
        register(OTHER_PLAN, "90002", ADVANCED, 1);
        register(OTHER_PLAN, "90002", ELEMENTARY, 1);
        assertThat(fees.isCleared("90002", OTHER_PLAN)).isFalse();
    }

    @Test
    void theFreezeMakesEveryBillFinalAlsoThatOfACollegeWithoutOne() {
        register(PLAN, "90001", ELEMENTARY, 2);
        registrations.write(PLAN, "90001", ELEMENTARY, 3);
        registrations.write(PLAN, "90002", INTERMEDIATE, 1);
        register(OTHER_PLAN, "90001", ELEMENTARY, 1);
        freeze(PLAN);
        assertThat(bill(PLAN, "90001").total()).hasToString("1140.00");
        assertThat(bill(PLAN, "90002").total()).hasToString("360.00");
        assertThat(bill(PLAN, "90001").finalAt()).isEqualTo(bill(PLAN, "90002").finalAt());
        assertThat(bill(OTHER_PLAN, "90001").isFinal()).isFalse();
    }

    @Test
    void plansThatFrozeBeforeThereWereBillsAreBilledAllTheSame() {
        registrations.write(PLAN, "90001", ELEMENTARY, 3);
        registrations.write(PLAN, "90002", INTERMEDIATE, 1);
        registrations.write(OTHER_PLAN, "90001", ELEMENTARY, 1);
        assertThat(fees.isCleared("90001", PLAN)).as("nobody has billed it yet").isTrue();
        registrations.freeze(PLAN, BillFixtures.MONDAY);
        new BillFrozenPlans(registrations, bills, drawUp, transaction).run();
        assertThat(bill(PLAN, "90001").total()).hasToString("1140.00");
        assertThat(bill(PLAN, "90002").total()).hasToString("360.00");
        assertThat(bill(PLAN, "90002").finalAt()).isEqualTo(BillFixtures.MONDAY);
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
        assertThat(bill(PLAN, "90001").isFinal()).isTrue();
        assertThat(work.run())
                .as("whoever moves the clock does not wait for it")
                .isFalse();
    }

    @Test
    void plansThatTheirFreezeBilledAndThoseWithNobodyAreLeftAlone() {
        register(PLAN, "90001", ELEMENTARY, 2);
        freeze(PLAN);
        registrations.freeze(PLAN, clock.instant());
        var before = bill(PLAN, "90001");
        var work = new BillFrozenPlans(registrations, bills, drawUp, transaction);
        assertThat(work.run()).isFalse();
        registrations.freeze(OTHER_PLAN, clock.instant());
        work.run();
        assertThat(work.run()).as("there is nothing left to do").isFalse();
        assertThat(bill(PLAN, "90001")).isEqualTo(before);
        assertThat(bills.collegesOf(OTHER_PLAN)).isEmpty();
    }

    @Test
    void whatIsFinalStaysWhateverEventComesLateOrTwice() {
        register(PLAN, "90001", ELEMENTARY, 2);
        freeze(PLAN);
        var before = bill(PLAN, "90001");
        freeze(PLAN);
        register(PLAN, "90001", ELEMENTARY, 9);
        freeze(PLAN);
        assertThat(bill(PLAN, "90001")).isEqualTo(before);
        assertThat(storedTotal(before)).hasToString("760.00");
    }

    @Test
    void aCollegeFromWhichEverybodyWithdrewOwesNothing() {
        register(PLAN, "90001", ELEMENTARY, 2);
        assertThat(fees.isCleared("90001", PLAN)).isFalse();
        register(PLAN, "90001", ELEMENTARY, 0);
        freeze(PLAN);
        assertThat(bill(PLAN, "90001").isFinal()).isTrue();
        assertThat(bill(PLAN, "90001").lines()).isEmpty();
        assertThat(fees.isCleared("90001", PLAN)).isTrue();
    }

    @Test
    void isClearedOnceAllIsPaidAndNotBefore() {
        register(PLAN, "90001", ELEMENTARY, 1);
        pay("379.99");
        assertThat(fees.isCleared("90001", PLAN)).isFalse();
        pay("0.01");
        assertThat(fees.isCleared("90001", PLAN)).isTrue();
        pay("20");
        assertThat(fees.isCleared("90001", PLAN)).isTrue();
        register(PLAN, "90001", ELEMENTARY, 2);
        assertThat(fees.isCleared("90001", PLAN)).isFalse();
        assertThat(fees.isCleared("90002", PLAN)).as("no bill").isTrue();
    }

    @Test
    void aPaymentTakenBackCountsNoMoreAndStaysOnRecord() {
        register(PLAN, "90001", ELEMENTARY, 1);
        pay("380");
        var payment = jdbc.sql("select id from fee.payment").query(UUID.class).single();
        assertRefused("payment-unknown", () -> payments.revoke(payment, "记错", OTHER_BODY));
        assertRefused("not-yours", () -> payments.revoke(payment, "记错", PAYER));
        payments.revoke(payment, "记错院校", COLLEAGUE);
        assertThat(fees.isCleared("90001", PLAN)).isFalse();
        assertRefused("already-revoked", () -> payments.revoke(payment, "再次", OFFICER));
        assertThat(jdbc.sql("select revoked_by || revocation_reason || amount from fee.payment")
                        .query(String.class)
                        .single())
                .isEqualTo("李老师记错院校380.00");
        assertThat(acts(payment)).containsExactly("fee.record-payment", "fee.revoke-payment");
    }

    @Test
    void theSameRequestAgainRecordsNothingMore() {
        register(PLAN, "90001", ELEMENTARY, 1);
        var bill = bill(PLAN, "90001").id();
        var key = UUID.randomUUID();
        payments.record(bill, key, receipt("380"), OFFICER);
        payments.record(bill, key, receipt("380"), OFFICER);
        assertThat(storedPayments()).isEqualTo(1);
        assertRefused("key-reused", () -> payments.record(bill, key, receipt("381"), OFFICER));
    }

    @Test
    void theSameRequestAgainAfterItsPaymentWasTakenBackIsToldSo() {
        register(PLAN, "90001", ELEMENTARY, 1);
        var bill = bill(PLAN, "90001").id();
        var key = UUID.randomUUID();
        payments.record(bill, key, receipt("380", "B3"), OFFICER);
        payments.revoke(jdbc.sql("select id from fee.payment").query(UUID.class).single(), "金额有误", COLLEAGUE);
        assertRefused("already-revoked", () -> payments.record(bill, key, receipt("380", "B3"), OFFICER));
        assertRefused("key-reused", () -> payments.record(bill, key, receipt("370", "B3"), OFFICER));
        assertThat(storedPayments()).isEqualTo(1);
        assertThat(fees.isCleared("90001", PLAN)).isFalse();
    }

    @Test
    void ofTheSameRequestManyTimesAtOnceOneIsRecorded() throws Exception {
        register(PLAN, "90001", ELEMENTARY, 1);
        var bill = bill(PLAN, "90001").id();
        for (var reference : List.of("", "B1")) {
            var key = UUID.randomUUID();
            assertThat(atOnce(() -> payments.record(bill, key, receipt("380", reference), OFFICER)))
                    .containsOnly("recorded");
        }
        assertThat(storedPayments()).isEqualTo(2);
    }

    @Test
    void aKeyThatStandsForTwoPaymentsAtOnceRecordsOneAndRefusesTheOther() throws Exception {
        register(PLAN, "90001", ELEMENTARY, 1);
        var bill = bill(PLAN, "90001").id();
        var key = UUID.randomUUID();
        var slip = new AtomicInteger();
        assertThat(atOnce(() -> payments.record(bill, key, receipt("380", "C" + slip.incrementAndGet()), OFFICER)))
                .containsOnlyOnce("recorded")
                .containsOnly("recorded", "fee.key-reused");
        assertThat(storedPayments()).isEqualTo(1);
    }

    @Test
    void aStoredPaymentThatBreaksAnyOtherRuleIsAnErrorAndNotTakenForStored() {
        register(PLAN, "90001", ELEMENTARY, 1);
        var bill = bill(PLAN, "90001").id();
        var recording = new Payment.Recording(UUID.randomUUID(), BillFixtures.MONDAY, OFFICER);
        var stored = Payment.recorded(bill, UUID.randomUUID(), receipt("1"), BillFixtures.TODAY, recording);
        var sameId = Payment.recorded(bill, UUID.randomUUID(), receipt("2"), BillFixtures.TODAY, recording);
        allPayments.add(stored);
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> allPayments.add(sameId));
    }

    @Test
    void ofTwoOfficersWithTheSameBankSlipOneIsToldThatItIsRecorded() throws Exception {
        register(PLAN, "90001", ELEMENTARY, 1);
        var bill = bill(PLAN, "90001").id();
        var told = atOnce(() -> payments.record(bill, UUID.randomUUID(), receipt("380", "B2"), COLLEAGUE));
        assertThat(told).filteredOn("recorded"::equals).hasSize(1);
        assertThat(told).filteredOn("fee.already-recorded"::equals).hasSize(7);

        payments.revoke(jdbc.sql("select id from fee.payment").query(UUID.class).single(), "金额有误", OFFICER);
        payments.record(bill, UUID.randomUUID(), receipt("370", "B2"), OFFICER);
        assertThat(storedPayments()).isEqualTo(2);
    }

    @Test
    void twoOfficersWithTwoSlipsRecordBoth() throws Exception {
        register(PLAN, "90001", ELEMENTARY, 8);
        var bill = bill(PLAN, "90001").id();
        assertThat(atOnce(() -> payments.record(bill, UUID.randomUUID(), receipt("380"), OFFICER)))
                .containsOnly("recorded");
        assertThat(fees.isCleared("90001", PLAN)).isTrue();
    }

    @Test
    void nobodyRecordsOnABillOfAnotherBody() {
        register(PLAN, "90001", ELEMENTARY, 1);
        var bill = bill(PLAN, "90001").id();
        assertRefused("unknown", () -> payments.record(bill, UUID.randomUUID(), receipt("380"), OTHER_BODY));
        assertRefused("not-yours", () -> payments.record(bill, UUID.randomUUID(), receipt("380"), PAYER));
        assertThat(storedPayments()).isZero();
    }

    @Test
    void aPaymentIsRecordedWhileTheFreezeIsUnderWay() {
        register(PLAN, "90001", ELEMENTARY, 1);
        var bill = bill(PLAN, "90001").id();
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new RegistrationsFrozen(PLAN, clock.instant()));
            CompletableFuture.runAsync(() -> payments.record(bill, UUID.randomUUID(), receipt("380"), OFFICER))
                    .orTimeout(PATIENCE, TimeUnit.SECONDS)
                    .join();
        });
        assertThat(bill(PLAN, "90001").isFinal()).isTrue();
        assertThat(fees.isCleared("90001", PLAN)).isTrue();
    }

    @Test
    void whoRegistersAndWhoRecordsNeverWaitForEachOtherInACircle() {
        register(PLAN, "90001", ELEMENTARY, 1);
        var bill = bill(PLAN, "90001").id();
        registrations.write(PLAN, "90001", ELEMENTARY, 2);
        var recording = transaction.execute(status -> {
            trail.record(PAYER, "registration.testing", "x", Map.of());
            var started =
                    CompletableFuture.runAsync(() -> payments.record(bill, UUID.randomUUID(), receipt("380"), OFFICER));
            awaitSomebodyWaiting();
            events.publishEvent(new RegistrationsChanged(PLAN, "90001"));
            return started;
        });
        assertThat(recording).isNotNull();
        recording.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        assertThat(bill(PLAN, "90001").total()).hasToString("760.00");
        assertThat(storedPayments()).isEqualTo(1);
    }

    @Test
    void ofTwoRegistrationsAtOnceTheLaterOneCountsBoth() {
        registrations.write(PLAN, "90001", ELEMENTARY, 1);
        var second = transaction.execute(status -> {
            events.publishEvent(new RegistrationsChanged(PLAN, "90001"));
            var other = CompletableFuture.runAsync(() -> publishEvent(new RegistrationsChanged(PLAN, "90001")));
            awaitSomebodyWaiting();
            registrations.write(PLAN, "90001", ELEMENTARY, 2);
            return other;
        });
        assertThat(second).isNotNull();
        second.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        assertThat(bill(PLAN, "90001").total()).hasToString("760.00");
    }

    /** Somebody has come as far as a lock that we hold. */
    private void awaitSomebodyWaiting() {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """).query(Integer.class).single() == 0) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(until);
        }
    }

    private void register(String plan, String college, Level level, int people) {
        registrations.write(plan, college, level, people);
        publishEvent(new RegistrationsChanged(plan, college));
    }

    private void freeze(String plan) {
        publishEvent(new RegistrationsFrozen(plan, clock.instant()));
    }

    private void publishEvent(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private Bill bill(String plan, String college) {
        return bills.find(jdbc.sql("select id from fee.bill where plan = :plan and college = :college")
                        .param("plan", plan)
                        .param("college", college)
                        .query(UUID.class)
                        .single())
                .orElseThrow();
    }

    private void pay(String amount) {
        payments.record(bill(PLAN, "90001").id(), UUID.randomUUID(), receipt(amount), OFFICER);
    }

    private Money storedTotal(Bill bill) {
        return new Money(jdbc.sql("select total from fee.bill where id = :id")
                .param("id", bill.id())
                .query(BigDecimal.class)
                .single());
    }

    private int storedPayments() {
        return jdbc.sql("select count(*) from fee.payment").query(Integer.class).single();
    }

    private List<String> acts(UUID payment) {
        return jdbc.sql("select act from audit.entry where subject = :payment order by number")
                .param("payment", payment.toString())
                .query((row, n) -> row.getString("act"))
                .list();
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(FeeRefused.class)
                .isThrownBy(act)
                .satisfies(e -> assertThat(e.code()).isEqualTo("fee." + code));
    }

    /** Eight people do it together; what each of them was told. */
    private static List<String> atOnce(Callable<?> act) throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<String>();
            Callable<String> asked = () -> {
                try {
                    act.call();
                    return "recorded";
                } catch (FeeRefused e) {
                    return e.code();
                }
            };
            for (var one : people.invokeAll(Collections.nCopies(8, asked))) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}
