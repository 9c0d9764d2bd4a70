package org.onex.node.sitting;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database as an earlier node left it. */
final class EarlierDatabase {

    private EarlierDatabase() {}

    /** With what migrations up to this one make of nothing. */
    static HikariDataSource at(String version) {
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

    static void migrate(HikariDataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }
}
