package org.onex.foundation.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Which PostgreSQL the product uses: {@code onex.database=embedded} (the default) starts one; with any other value the address stands
 * in {@code spring.datasource.*}.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnProperty(name = "onex.database", havingValue = "embedded", matchIfMissing = true)
class DatabaseConfiguration {

    private static final String DATABASE = "onex";

    @Bean
    EmbeddedPostgres embeddedPostgres(
            @Value("${onex.data}") Path data, @Value("${spring.application.name}") String application)
            throws IOException {
        var postgres = EmbeddedPostgres.start(data.resolve(application).resolve("postgres"), data.resolve("programs"));
        postgres.createDatabase(DATABASE);
        return postgres;
    }

    @Bean
    HikariDataSource dataSource(EmbeddedPostgres postgres) {
        var config = new HikariConfig();
        config.setJdbcUrl(postgres.jdbcUrl(DATABASE));
        config.setUsername(postgres.user());
        config.setPassword(postgres.password());
        // Ten connections serve more requests a second on few cores than fifty do.
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(2);
        // While the database starts again, say so soon: whoever asked can ask again.
        config.setConnectionTimeout(5_000);
        return new HikariDataSource(config);
    }
}
