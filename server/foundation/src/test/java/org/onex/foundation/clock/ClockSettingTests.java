package org.onex.foundation.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.onex.foundation.postgres.TestPostgres;
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
}
