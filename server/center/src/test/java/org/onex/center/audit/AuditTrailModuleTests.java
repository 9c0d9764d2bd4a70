package org.onex.center.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class AuditTrailModuleTests {

    private static final Actor OFFICER =
            new Actor("hongke", "鸿科考务", new Organization(OrganizationKind.AWARDING_BODY, "990000004", "鸿科"));

    private HikariDataSource database;
    private JdbcClient jdbc;
    private TransactionTemplate transactions;
    private AuditTrail trail;
    private VerifyTrail verify;

    @BeforeEach
    void open() {
        database = TestPostgres.freshDatabase();
        jdbc = JdbcClient.create(database);
        transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        var entries = new AuditEntries(jdbc);
        var clock = Clock.fixed(Instant.parse("2024-04-22T01:00:00.123456789Z"), ZoneOffset.UTC);
        trail = new AuditTrail(entries, clock, JsonMapper.builder().build());
        verify = new VerifyTrail(entries);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anUntouchedTrailIsIntactAlsoAnEmptyOne() {
        assertThat(verify.verify()).isEqualTo(new VerifyTrail.Verification(0, true, null));
        record(5);
        assertThat(verify.verify()).isEqualTo(new VerifyTrail.Verification(5, true, null));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "update audit.entry set facts = '{\"n\":9}' where number = 3; 3",
                "update audit.entry set login = 'somebody' where number = 3; 3",
                "update audit.entry set business_time = business_time + interval '1 second' where number = 3; 3",
                "delete from audit.entry where number = 3; 3",
                "delete from audit.entry where number = 5; 5",
                "update audit.entry set hash = repeat('ab', 32) where number = 2; 2",
            })
    void whateverIsChangedOrRemovedIsFoundAtItsPlace(String tampering, long number) {
        record(5);
        jdbc.sql(tampering).update();
        assertThat(verify.verify()).isEqualTo(new VerifyTrail.Verification(5, false, number));
    }

    @Test
    void anActThatFailsLeavesNoEntry() {
        record(1);
        transactions.executeWithoutResult(status -> {
            trail.record(OFFICER, "plan.publish-notice", "HK-2024-1", Map.of());
            status.setRollbackOnly();
        });
        assertThat(verify.verify()).isEqualTo(new VerifyTrail.Verification(1, true, null));
    }

    @Test
    void actsAtTheSameTimeFormOneChain() throws InterruptedException {
        var threads = IntStream.range(0, 4)
                .mapToObj(i -> Thread.ofVirtual().start(() -> record(25)))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(verify.verify()).isEqualTo(new VerifyTrail.Verification(100, true, null));
    }

    private void record(int count) {
        for (int i = 0; i < count; i++) {
            var number = i;
            transactions.executeWithoutResult(
                    status -> trail.record(OFFICER, "plan.load-notice", "HK-2024-1", Map.of("n", number)));
        }
    }
}
