package org.onex.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node is killed, as by a power cut, in the middle of an installation: it was not begun, and the next start does all of it. */
class KillJourneyTests {

    private static final Instant OPENS = Instant.parse("2024-05-18T06:30:00Z");

    @TempDir
    private Path data;

    @Test
    void anInstallationThatWasKilledWasNeverThereAndComesWithTheNextStart() throws Exception {
        try (var center = new PlayedCenter(UUID.randomUUID());
                var database = TestPostgres.freshDatabase()) {
            var jdbc = JdbcClient.create(database);
            var exam = new DeliveredExam(OPENS);
            center.giveOut("4F7QK2M9XD0A1BCZYXWV");
            int port = NodeProcess.freePort();
            killedWhileInstalling(center, database, exam, port);
            assertThat(count(jdbc, "select count(*) from sitting.bundle")).isZero();
            assertThat(count(jdbc, "select count(*) from sitting.photo")).isZero();
            assertThat(count(jdbc, "select count(*) from courier.awaited_key")).isZero();

            var fetched = center.times("GET /api/dispatch/blobs/");
            var next = NodeProcess.start(database, data, port);
            try {
                soon().untilAsserted(() -> assertThat(center.reports).containsExactly(exam.id + " 1 INSTALLED "));
            } finally {
                NodeProcess.kill(next);
            }
            assertThat(center.times("GET /api/dispatch/blobs/")).isEqualTo(fetched);
            assertThat(count(jdbc, "select count(*) from sitting.attempt")).isEqualTo(1);
            assertThat(count(jdbc, "select count(*) from courier.awaited_key")).isEqualTo(1);
        }
    }

    private void killedWhileInstalling(PlayedCenter center, HikariDataSource database, DeliveredExam exam, int port)
            throws Exception {
        var jdbc = JdbcClient.create(database);
        var node = NodeProcess.start(database, data, port);
        try {
            enrol(center, port);
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                // Papers, photos and seats are written by then, and the note that they are is not.
                statement.execute("lock table courier.awaited_key in exclusive mode");
                center.pack(exam.bundle(center.site, 1), exam.files());
                soon().until(() -> count(
                                jdbc,
                                "select count(*) from pg_locks where relation = 'courier.awaited_key'::regclass and not granted")
                        == 1);
                NodeProcess.kill(node);
                connection.rollback();
            }
            // What the dead node had begun ends when the database sees that nobody is there.
            soon().until(() ->
                    count(jdbc, "select count(*) from pg_locks where relation = 'sitting.bundle'::regclass and granted")
                            == 0);
        } finally {
            NodeProcess.kill(node);
        }
    }

    private void enrol(PlayedCenter center, int port) {
        var code = data.resolve("node/technician-code");
        soon().until(() -> Files.exists(code));
        try (var technician = new Technician(port, data)) {
            var wish = Map.of("code", "4F7QK2M9XD0A1BCZYXWV", "center", center.address());
            soon().ignoreExceptions().until(() -> technician.enrol(wish).status() == 200);
        }
    }

    private static int count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(200));
    }
}
