package org.onex.center.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.center.fee.BillFixtures.OFFICER;
import static org.onex.center.fee.BillFixtures.receipt;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.onex.center.Parties;
import org.onex.center.Staff;
import org.onex.center.catalog.Level;
import org.onex.center.registration.RegistrationsChanged;
import org.onex.center.registration.RegistrationsFrozen;
import org.onex.contract.kernel.Money;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of the module do again and again: publish, register on paper, freeze, look at bills and payments. */
final class FeeDesk {

    static final String PLAN = "HK-2024-1-01";
    /** Its notice prints no price of 高级, and another one of 初级. */
    static final String OTHER_PLAN = "HK-2024-9-01";

    static final int PATIENCE = 30;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final RegistrationsOnPaper registrations;
    private final Bills bills;
    private final RecordPayments payments;
    private final Clock clock;

    FeeDesk(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            RegistrationsOnPaper registrations,
            Bills bills,
            RecordPayments payments,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.registrations = registrations;
        this.bills = bills;
        this.payments = payments;
        this.clock = clock;
    }

    /** 003 and a copy of it that prints no price of 高级, and another one of 初级. */
    void publishNotices(int port) {
        Parties.enter(port);
        jdbc.sql("insert into organization.college (code, name, province, pilot) values ('90002', '示范二', '江苏', true)")
                .update();
        publish(port, Parties.notice003());
        publish(
                port,
                Parties.notice003()
                        .replace("code: HK-2024-1", "code: HK-2024-9")
                        .replace("level: [中级, 高级]", "level: 中级")
                        .replace("amount: 380.00", "amount: 400.00"));
    }

    private static void publish(int port, String notice) {
        try (var officer = Staff.signedIn(port, "hongke")) {
            var loaded = officer.postYaml("/api/plan/notices?file=x.yaml", notice);
            assertThat(loaded.status()).as(loaded.toString()).isEqualTo(201);
            var id = loaded.body().path("id").asString();
            assertThat(officer.post("/api/plan/notices/" + id + "/publication", Map.of())
                            .status())
                    .isEqualTo(200);
        }
    }

    void clear() {
        for (var table : List.of("payment", "till", "bill_line", "bill")) {
            jdbc.sql("delete from fee." + table).update();
        }
        registrations.clear();
    }

    /** Somebody has come as far as a lock that we hold. */
    void awaitSomebodyWaiting() {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """).query(Integer.class).single() == 0) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(until);
        }
    }

    void register(String plan, String college, Level level, int people) {
        registrations.write(plan, college, level, people);
        publishEvent(new RegistrationsChanged(plan, college));
    }

    void freeze(String plan) {
        publishEvent(new RegistrationsFrozen(plan, clock.instant()));
    }

    void publishEvent(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    Bill bill(String plan, String college) {
        return bills.find(jdbc.sql("select id from fee.bill where plan = :plan and college = :college")
                        .param("plan", plan)
                        .param("college", college)
                        .query(UUID.class)
                        .single())
                .orElseThrow();
    }

    void pay(String amount) {
        payments.record(bill(PLAN, "90001").id(), UUID.randomUUID(), receipt(amount), OFFICER);
    }

    Money storedTotal(Bill bill) {
        return new Money(jdbc.sql("select total from fee.bill where id = :id")
                .param("id", bill.id())
                .query(BigDecimal.class)
                .single());
    }

    int storedPayments() {
        return jdbc.sql("select count(*) from fee.payment").query(Integer.class).single();
    }

    List<String> acts(UUID payment) {
        return jdbc.sql("select act from audit.entry where subject = :payment order by number")
                .param("payment", payment.toString())
                .query((row, n) -> row.getString("act"))
                .list();
    }

    static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(FeeRefused.class)
                .isThrownBy(act)
                .satisfies(e -> assertThat(e.code()).isEqualTo("fee." + code));
    }

    /** Eight people do it together; what each of them was told. */
    static List<String> atOnce(Callable<?> act) throws Exception {
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
