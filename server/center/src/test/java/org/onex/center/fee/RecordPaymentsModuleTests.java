package org.onex.center.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.catalog.Level.ELEMENTARY;
import static org.onex.center.fee.BillFixtures.COLLEAGUE;
import static org.onex.center.fee.BillFixtures.OFFICER;
import static org.onex.center.fee.BillFixtures.OTHER_BODY;
import static org.onex.center.fee.BillFixtures.PAYER;
import static org.onex.center.fee.BillFixtures.receipt;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.onex.center.audit.AuditTrail;
import org.onex.center.registration.RegistrationsChanged;
import org.onex.center.registration.RegistrationsFrozen;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Payments in a real database: once each, however many record them at once, and who is cleared by them. */
@CenterTest
@Import({RegistrationsOnPaper.Configuration.class, FeeDesk.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordPaymentsModuleTests {

    private static final String PLAN = FeeDesk.PLAN;

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
    private RecordPayments payments;

    @Autowired
    private Payments allPayments;

    @Autowired
    private FeeDirectory fees;

    @Autowired
    private AuditTrail trail;

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
    void isClearedOnceAllIsPaidAndNotBefore() {
        desk.register(PLAN, "90001", ELEMENTARY, 1);
        desk.pay("379.99");
        assertThat(fees.isCleared("90001", PLAN)).isFalse();
        desk.pay("0.01");
        assertThat(fees.isCleared("90001", PLAN)).isTrue();
        desk.pay("20");
        assertThat(fees.isCleared("90001", PLAN)).isTrue();
        desk.register(PLAN, "90001", ELEMENTARY, 2);
        assertThat(fees.isCleared("90001", PLAN)).isFalse();
        assertThat(fees.isCleared("90002", PLAN)).as("no bill").isTrue();
    }

    @Test
    void aPaymentTakenBackCountsNoMoreAndStaysOnRecord() {
        desk.register(PLAN, "90001", ELEMENTARY, 1);
        desk.pay("380");
        var payment = jdbc.sql("select id from fee.payment").query(UUID.class).single();
        FeeDesk.assertRefused("payment-unknown", () -> payments.revoke(payment, "记错", OTHER_BODY));
        FeeDesk.assertRefused("not-yours", () -> payments.revoke(payment, "记错", PAYER));
        payments.revoke(payment, "记错院校", COLLEAGUE);
        assertThat(fees.isCleared("90001", PLAN)).isFalse();
        FeeDesk.assertRefused("already-revoked", () -> payments.revoke(payment, "再次", OFFICER));
        assertThat(jdbc.sql("select revoked_by || revocation_reason || amount from fee.payment")
                        .query(String.class)
                        .single())
                .isEqualTo("李老师记错院校380.00");
        assertThat(desk.acts(payment)).containsExactly("fee.record-payment", "fee.revoke-payment");
    }

    @Test
    void theSameRequestAgainRecordsNothingMore() {
        desk.register(PLAN, "90001", ELEMENTARY, 1);
        var bill = desk.bill(PLAN, "90001").id();
        var key = UUID.randomUUID();
        payments.record(bill, key, receipt("380"), OFFICER);
        payments.record(bill, key, receipt("380"), OFFICER);
        assertThat(desk.storedPayments()).isEqualTo(1);
        FeeDesk.assertRefused("key-reused", () -> payments.record(bill, key, receipt("381"), OFFICER));
    }

    @Test
    void theSameRequestAgainAfterItsPaymentWasTakenBackIsToldSo() {
        desk.register(PLAN, "90001", ELEMENTARY, 1);
        var bill = desk.bill(PLAN, "90001").id();
        var key = UUID.randomUUID();
        payments.record(bill, key, receipt("380", "B3"), OFFICER);
        payments.revoke(jdbc.sql("select id from fee.payment").query(UUID.class).single(), "金额有误", COLLEAGUE);
        FeeDesk.assertRefused("already-revoked", () -> payments.record(bill, key, receipt("380", "B3"), OFFICER));
        FeeDesk.assertRefused("key-reused", () -> payments.record(bill, key, receipt("370", "B3"), OFFICER));
        assertThat(desk.storedPayments()).isEqualTo(1);
        assertThat(fees.isCleared("90001", PLAN)).isFalse();
    }

    @Test
    void ofTheSameRequestManyTimesAtOnceOneIsRecorded() throws Exception {
        desk.register(PLAN, "90001", ELEMENTARY, 1);
        var bill = desk.bill(PLAN, "90001").id();
        for (var reference : List.of("", "B1")) {
            var key = UUID.randomUUID();
            assertThat(FeeDesk.atOnce(() -> payments.record(bill, key, receipt("380", reference), OFFICER)))
                    .containsOnly("recorded");
        }
        assertThat(desk.storedPayments()).isEqualTo(2);
    }

    @Test
    void aKeyThatStandsForTwoPaymentsAtOnceRecordsOneAndRefusesTheOther() throws Exception {
        desk.register(PLAN, "90001", ELEMENTARY, 1);
        var bill = desk.bill(PLAN, "90001").id();
        var key = UUID.randomUUID();
        var slip = new AtomicInteger();
        assertThat(FeeDesk.atOnce(
                        () -> payments.record(bill, key, receipt("380", "C" + slip.incrementAndGet()), OFFICER)))
                .containsOnlyOnce("recorded")
                .containsOnly("recorded", "fee.key-reused");
        assertThat(desk.storedPayments()).isEqualTo(1);
    }

    @Test
    void aStoredPaymentThatBreaksAnyOtherRuleIsAnErrorAndNotTakenForStored() {
        desk.register(PLAN, "90001", ELEMENTARY, 1);
        var bill = desk.bill(PLAN, "90001").id();
        var recording = new Payment.Recording(UUID.randomUUID(), BillFixtures.MONDAY, OFFICER);
        var stored = Payment.recorded(bill, UUID.randomUUID(), receipt("1"), BillFixtures.TODAY, recording);
        var sameId = Payment.recorded(bill, UUID.randomUUID(), receipt("2"), BillFixtures.TODAY, recording);
        allPayments.add(stored);
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> allPayments.add(sameId));
    }

    @Test
    void ofTwoOfficersWithTheSameBankSlipOneIsToldThatItIsRecorded() throws Exception {
        desk.register(PLAN, "90001", ELEMENTARY, 1);
        var bill = desk.bill(PLAN, "90001").id();
        var told = FeeDesk.atOnce(() -> payments.record(bill, UUID.randomUUID(), receipt("380", "B2"), COLLEAGUE));
        assertThat(told).filteredOn("recorded"::equals).hasSize(1);
        assertThat(told).filteredOn("fee.already-recorded"::equals).hasSize(7);

        payments.revoke(jdbc.sql("select id from fee.payment").query(UUID.class).single(), "金额有误", OFFICER);
        payments.record(bill, UUID.randomUUID(), receipt("370", "B2"), OFFICER);
        assertThat(desk.storedPayments()).isEqualTo(2);
    }

    @Test
    void twoOfficersWithTwoSlipsRecordBoth() throws Exception {
        desk.register(PLAN, "90001", ELEMENTARY, 8);
        var bill = desk.bill(PLAN, "90001").id();
        assertThat(FeeDesk.atOnce(() -> payments.record(bill, UUID.randomUUID(), receipt("380"), OFFICER)))
                .containsOnly("recorded");
        assertThat(fees.isCleared("90001", PLAN)).isTrue();
    }

    @Test
    void nobodyRecordsOnABillOfAnotherBody() {
        desk.register(PLAN, "90001", ELEMENTARY, 1);
        var bill = desk.bill(PLAN, "90001").id();
        FeeDesk.assertRefused("unknown", () -> payments.record(bill, UUID.randomUUID(), receipt("380"), OTHER_BODY));
        FeeDesk.assertRefused("not-yours", () -> payments.record(bill, UUID.randomUUID(), receipt("380"), PAYER));
        assertThat(desk.storedPayments()).isZero();
    }

    @Test
    void aPaymentIsRecordedWhileTheFreezeIsUnderWay() {
        desk.register(PLAN, "90001", ELEMENTARY, 1);
        var bill = desk.bill(PLAN, "90001").id();
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new RegistrationsFrozen(PLAN, clock.instant()));
            CompletableFuture.runAsync(() -> payments.record(bill, UUID.randomUUID(), receipt("380"), OFFICER))
                    .orTimeout(FeeDesk.PATIENCE, TimeUnit.SECONDS)
                    .join();
        });
        assertThat(desk.bill(PLAN, "90001").isFinal()).isTrue();
        assertThat(fees.isCleared("90001", PLAN)).isTrue();
    }

    @Test
    void whoRegistersAndWhoRecordsNeverWaitForEachOtherInACircle() {
        desk.register(PLAN, "90001", ELEMENTARY, 1);
        var bill = desk.bill(PLAN, "90001").id();
        registrations.write(PLAN, "90001", ELEMENTARY, 2);
        var recording = transaction.execute(status -> {
            trail.record(PAYER, "registration.testing", "x", Map.of());
            var started =
                    CompletableFuture.runAsync(() -> payments.record(bill, UUID.randomUUID(), receipt("380"), OFFICER));
            desk.awaitSomebodyWaiting();
            events.publishEvent(new RegistrationsChanged(PLAN, "90001"));
            return started;
        });
        assertThat(recording).isNotNull();
        recording.orTimeout(FeeDesk.PATIENCE, TimeUnit.SECONDS).join();
        assertThat(desk.bill(PLAN, "90001").total()).hasToString("760.00");
        assertThat(desk.storedPayments()).isEqualTo(1);
    }
}
