package org.onex.center;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database as an earlier centre left it. */
public final class EarlierDatabase {

    private EarlierDatabase() {}

    /** With what migrations up to this one make of nothing. */
    public static HikariDataSource at(String version) {
        var name = "before_" + version;
        try (var any = TestPostgres.freshDatabase()) {
            JdbcClient.create(any).sql("create database " + name).update();
            var config = new HikariConfig();
            config.setJdbcUrl(any.getJdbcUrl().replaceFirst("/test_\\d+", "/" + name));
            config.setUsername(any.getUsername());
            config.setPassword(any.getPassword());
            config.setMaximumPoolSize(2);
            var database = new HikariDataSource(config);
            migrate(database, version);
            return database;
        }
    }

    /** Our own release begins to work on it. */
    public static void migrate(HikariDataSource database) {
        migrate(database, "latest");
    }

    private static void migrate(HikariDataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }
}
