package org.onex.foundation.clock;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the clock's offset, so that a rehearsal goes on where it was when the product starts again. */
final class ClockSetting {

    private final JdbcClient jdbc;

    ClockSetting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Duration> find() {
        return jdbc.sql("select offset_millis from clock.offset_setting where only_row")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis);
    }

    void store(Duration offset) {
        jdbc.sql("""
                insert into clock.offset_setting (only_row, offset_millis) values (true, :offset)
                on conflict (only_row) do update set offset_millis = excluded.offset_millis
                """).param("offset", offset.toMillis()).update();
    }
}
