package org.onex.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimePlaceTests {

    private static final UUID ID = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    @Test
    void aPlaceIsFoundAgainByItsKey() {
        var since = Instant.parse("2024-05-18T06:00:00.123456Z");
        assertThat(TimePlace.of(TimePlace.key(since, ID))).isEqualTo(new TimePlace(Timestamp.from(since), ID));
        assertThat(TimePlace.of("")).isEqualTo(new TimePlace(null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+294277-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z", "-4713-01-01T00:00:00Z", "yesterday", ""
            })
    void aMomentThatTheDatabaseCannotHoldIsNoPlace(String since) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> TimePlace.of(since + "|" + ID));
    }
}
