package org.onex.foundation.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One business clock per application; in production it is the machine's. */
@AutoConfiguration(after = {FlywayAutoConfiguration.class, JdbcClientAutoConfiguration.class})
class ClockConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ClockConfiguration.class);

    /** Not a bean of type {@link Clock}: whoever asks for a clock means the business clock. */
    record MachineClock(Clock clock) {}

    @Bean
    Mode mode(@Value("${onex.mode:production}") String word) {
        return Mode.of(word);
    }

    @Bean
    ClockSetting clockSetting(JdbcClient jdbc) {
        return new ClockSetting(jdbc);
    }

    /**
     * What the business clock counts from: the machine's clock as it stands or, where a correction in the middle of an exam would do harm
     * ({@code onex.clock.steady}), one that runs evenly.
     */
    @Bean
    MachineClock machineClock(JdbcClient jdbc, @Value("${onex.clock.steady:false}") boolean steady) {
        if (!steady) {
            return new MachineClock(Clock.systemUTC());
        }
        var now = Clock.systemUTC().instant();
        var floor = RememberTime.last(jdbc).orElse(Instant.EPOCH);
        if (now.isBefore(floor)) {
            log.warn("The machine's clock says {}, but it was {} already; going on from there", now, floor);
        }
        return new MachineClock(new SteadyClock(now, floor, System::nanoTime));
    }

    @Bean
    @ConditionalOnProperty("onex.clock.steady")
    RememberTime rememberTime(JdbcClient jdbc, MachineClock machine) {
        return new RememberTime(jdbc, machine.clock());
    }

    /**
     * @param start when a rehearsal begins, with its offset from UTC; looked at once, at the very first start
     */
    @Bean
    BusinessClock businessClock(
            Mode mode,
            ClockSetting setting,
            MachineClock machine,
            @Value("${onex.clock.start:#{null}}") @Nullable OffsetDateTime start) {
        if (mode.isProduction()) {
            // Only a demonstration or rehearsal leaves an offset, and with it accounts whose password everybody knows.
            if (setting.find().isPresent()) {
                throw new IllegalStateException("this data belongs to a demonstration or rehearsal;"
                        + " production needs a data directory of its own (--data)");
            }
            return new BusinessClock(machine.clock(), Duration.ZERO);
        }
        var offset = setting.find().orElseGet(() -> {
            var first = start == null
                    ? Duration.ZERO
                    : Duration.between(machine.clock().instant(), start.toInstant());
            setting.store(first);
            return first;
        });
        return new BusinessClock(machine.clock(), offset);
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
