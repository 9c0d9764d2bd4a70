package org.onex.foundation.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTests {

    private final Path home = TestPostgres.reachableFolder();

    @AfterEach
    void leaveNothingBehind() throws IOException {
        Directories.deleteTree(home);
    }

    @Test
    void keepsItsDataOverAStop() throws Exception {
        try (var postgres = start()) {
            postgres.createDatabase("exam");
            execute(postgres, "create table answer (value int); insert into answer values (7)");
        }
        try (var postgres = start()) {
            postgres.createDatabase("exam");
            assertThat(query(postgres, "select value from answer")).isEqualTo("7");
        }
    }

    @Test
    void isDurableAndChecksItsPages() throws Exception {
        try (var postgres = start()) {
            postgres.createDatabase("exam");
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(query(postgres, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (var postgres = start()) {
            assertThat(catchState(postgres)).isEqualTo("28P01");
        }
    }

    @Test
    void committedRowsSurviveKillingTheServer() throws Exception {
        try (var postgres = start()) {
            postgres.createDatabase("exam");
            execute(postgres, "create table answer (value int); insert into answer values (7)");
            kill(clusterPid());
        }
        try (var postgres = start()) {
            assertThat(query(postgres, "select value from answer")).isEqualTo("7");
        }
    }

    @Test
    void startsOverAnEmptyOrUnreadablePidFile() throws Exception {
        start().close();
        for (var content : List.of("", "not a number")) {
            Files.writeString(home.resolve("cluster/postmaster.pid"), content);
            try (var postgres = start()) {
                postgres.createDatabase("exam");
                assertThat(query(postgres, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void endsWhenTheProcessThatStartedItIsKilledAndRecoversAtTheNextStart() throws Exception {
        var starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledStarter.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = starter.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.equals("written")) {
                line = output.readLine();
            }
            assertThat(line).isEqualTo("written");
        }
        var server = ProcessHandle.of(clusterPid()).orElseThrow();
        starter.destroyForcibly().waitFor();
        server.onExit().orTimeout(10, TimeUnit.SECONDS).join();

        try (var postgres = start()) {
            assertThat(query(postgres, "select value from answer")).isEqualTo("7");
        }
    }

    @Test
    void isStartedAgainWhenItIsKilledUnderUsAndHasWhatWasCommitted() throws Exception {
        try (var postgres = start()) {
            postgres.createDatabase("exam");
            execute(postgres, "create table answer (value int); insert into answer values (7)");
            for (int i = 0; i < 3; i++) {
                kill(clusterPid());
                assertThat(queryUntilAnswered(postgres, "select value from answer"))
                        .isEqualTo("7");
            }
        }
    }

    private static String queryUntilAnswered(EmbeddedPostgres postgres, String sql) throws SQLException {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                return query(postgres, sql);
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aSecondProductOnTheSameDataIsRefusedAndDoesNotDisturbTheFirst() throws Exception {
        try (var postgres = start()) {
            postgres.createDatabase("exam");
            assertThatIOException()
                    .isThrownBy(() -> runToTheEnd(KilledStarter.class))
                    .withMessageContaining("another running OneX");
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
    }

    private void runToTheEnd(Class<?> main) throws IOException {
        Commands.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                home.toString()));
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.start(home, TestPostgres.binaries());
    }

    private long clusterPid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("cluster/postmaster.pid")).getFirst());
    }

    private static void kill(long pid) {
        var process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit()
                .orTimeout(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(postgres.jdbcUrl("exam"), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(postgres.jdbcUrl("exam"), postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String catchState(EmbeddedPostgres postgres) {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.user(), "guess")) {
            return "let in: " + connection;
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }
}
