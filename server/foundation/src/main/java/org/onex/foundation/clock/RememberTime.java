package org.onex.foundation.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Notes every few seconds what time it is, so that a machine whose battery is empty does not begin again in the past after a power cut. */
final class RememberTime {

    private final JdbcClient jdbc;
    private final Clock machine;

    RememberTime(JdbcClient jdbc, Clock machine) {
        this.jdbc = jdbc;
        this.machine = machine;
    }

    /** The latest time that was noted. */
    static Optional<Instant> last(JdbcClient jdbc) {
        return jdbc.sql("select at from clock.reading where only_row")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Scheduled(fixedDelay = 5_000)
    void note() {
        jdbc.sql("""
                insert into clock.reading (only_row, at) values (true, :at)
                on conflict (only_row) do update set at = excluded.at
                """).param("at", machine.instant().atOffset(ZoneOffset.UTC)).update();
    }
}
