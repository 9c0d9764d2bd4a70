package org.onex.center;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A pool with nothing to spare: whoever asks for a second connection while the first is kept waits a moment and is refused. Under load
 * every pool is like that, and whoever waits in it for themselves waits for ever.
 */
public final class OneConnection {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private OneConnection() {}

    /** Does something in a database that has more to spare elsewhere. */
    public static <T> T with(HikariDataSource database, Function<JdbcClient, T> act) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.getJdbcUrl());
        config.setUsername(database.getUsername());
        config.setPassword(database.getPassword());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        try (var one = new HikariDataSource(config)) {
            return act.apply(JdbcClient.create(one));
        }
    }
}
