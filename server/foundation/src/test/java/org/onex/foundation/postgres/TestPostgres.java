package org.onex.foundation.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * One real PostgreSQL per test run; every test class gets a database of its own, cloned from a template that all migrations on the class
 * path have been applied to once.
 */
public final class TestPostgres {

    private static final Queue<Path> FOLDERS = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestPostgres() {}

    /** Started with the first database that somebody wants; who only wants a folder or the programs needs none. */
    private static final class Template {

        static final EmbeddedPostgres SERVER = start();

        static {
            SERVER.createDatabase("template_onex");
            Flyway.configure()
                    .dataSource(SERVER.jdbcUrl("template_onex"), SERVER.user(), SERVER.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }

        private Template() {}
    }

    /** An empty, migrated database that nobody else uses. */
    public static HikariDataSource freshDatabase() {
        var server = Template.SERVER;
        var name = "test_" + COUNT.incrementAndGet();
        try (var connection = java.sql.DriverManager.getConnection(
                        server.jdbcUrl("postgres"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template template_onex strategy file_copy");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        var config = new HikariConfig();
        config.setJdbcUrl(server.jdbcUrl(name));
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(5);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** A folder that the database's own user can reach, gone when this run ends. */
    public static Path reachableFolder() {
        try {
            var folder = Files.createTempDirectory("onex-test");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            FOLDERS.add(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL's programs, unpacked once for all test runs of this machine. */
    public static Path binaries() {
        return Path.of(System.getProperty("java.io.tmpdir"), "onex-test-programs-" + System.getProperty("user.name"));
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.start(reachableFolder(), binaries());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                FOLDERS.forEach(TestPostgres::delete);
            }));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Directories.deleteTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
