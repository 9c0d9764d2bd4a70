package org.onex.foundation.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClockSettingTests {

    @Test
    void theLastOffsetIsTheOneThatIsFound() {
        try (var database = TestPostgres.freshDatabase()) {
            var setting = new ClockSetting(JdbcClient.create(database));
            assertThat(setting.find()).isEmpty();
            setting.store(Duration.ofDays(-900));
            setting.store(Duration.ofDays(-899));
            assertThat(setting.find()).contains(Duration.ofDays(-899));
        }
    }

    @Test
    void productionDoesNotStartOnTheDataOfARehearsal() {
        try (var database = TestPostgres.freshDatabase()) {
            var setting = new ClockSetting(JdbcClient.create(database));
            var configuration = new ClockConfiguration();
            var machine = new ClockConfiguration.MachineClock(Clock.systemUTC());
            assertThat(configuration.businessClock(Mode.PRODUCTION, setting, machine, null))
                    .isNotNull();
            configuration.businessClock(Mode.DEMO, setting, machine, null);
            assertThatIllegalStateException()
                    .isThrownBy(() -> configuration.businessClock(Mode.PRODUCTION, setting, machine, null))
                    .withMessageContaining("--data");
        }
    }

    @Test
    void theSteadyClockBeginsWhereItWasAlreadyBeforeTheRestart() {
        try (var database = TestPostgres.freshDatabase()) {
            var jdbc = JdbcClient.create(database);
            var future = Instant.parse("2099-01-01T00:00:00Z");
            new RememberTime(jdbc, Clock.fixed(future, ZoneOffset.UTC)).note();
            var configuration = new ClockConfiguration();
            assertThat(configuration.machineClock(jdbc, true).clock().instant()).isAfterOrEqualTo(future);
            assertThat(configuration.machineClock(jdbc, false).clock().instant())
                    .isBefore(future);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "production, false",
        "PRODUCTION, false",
        "Production, false",
        ", false",
        "demo, true",
        "rehearsal, true"
    })
    void whateverWayProductionIsSpelledNothingOfARehearsalExistsThere(String spelled, boolean exists) {
        new ApplicationContextRunner()
                .withUserConfiguration(Toy.class)
                .withPropertyValues(spelled == null ? "other=1" : "onex.mode=" + spelled)
                .run(context -> assertThat(context.containsBean("toy")).isEqualTo(exists));
    }

    @Configuration
    static class Toy {

        @Bean
        @OutsideProduction
        String toy() {
            return "only to play with";
        }
    }
}
