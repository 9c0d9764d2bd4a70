package org.onex.foundation.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One business clock per application; in production it is the machine's. */
@AutoConfiguration(after = {FlywayAutoConfiguration.class, JdbcClientAutoConfiguration.class})
class ClockConfiguration {

    @Bean
    Mode mode(@Value("${onex.mode:production}") String word) {
        return Mode.of(word);
    }

    @Bean
    ClockSetting clockSetting(JdbcClient jdbc) {
        return new ClockSetting(jdbc);
    }

    /**
     * @param start when a rehearsal begins, with its offset from UTC; looked at once, at the very first start
     */
    @Bean
    BusinessClock businessClock(
            Mode mode, ClockSetting setting, @Value("${onex.clock.start:#{null}}") @Nullable OffsetDateTime start) {
        var machine = Clock.systemUTC();
        if (mode.isProduction()) {
            // Only a demonstration or rehearsal leaves an offset, and with it accounts whose password everybody knows.
            if (setting.find().isPresent()) {
                throw new IllegalStateException("this data belongs to a demonstration or rehearsal;"
                        + " production needs a data directory of its own (--data)");
            }
            return new BusinessClock(machine, Duration.ZERO);
        }
        var offset = setting.find().orElseGet(() -> {
            var first = start == null ? Duration.ZERO : Duration.between(machine.instant(), start.toInstant());
            setting.store(first);
            return first;
        });
        return new BusinessClock(machine, offset);
    }

    @Bean
    @OutsideProduction
    MoveClock moveClock(BusinessClock clock, ClockSetting setting) {
        return new MoveClock(clock, setting);
    }

    @Bean
    ClockController clockController(BusinessClock clock, Mode mode) {
        return new ClockController(clock, mode);
    }
}
