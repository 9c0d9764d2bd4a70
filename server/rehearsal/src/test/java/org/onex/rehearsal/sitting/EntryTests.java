package org.onex.rehearsal.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "改", "没有改", "网店🙂", "长长长"})
    void whatContradictsItIsAnotherTextOfTheSameLengthAtMost(String value) {
        var entry = new Entry(7, "W01", value, "2024-05-18T09:00:00Z");
        var other = entry.contradicted();
        assertThat(other.value()).isNotEqualTo(value);
        assertThat(other.value().length()).isLessThanOrEqualTo(Math.max(1, value.length()));
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(other.value())).isTrue();
        assertThat(other).isEqualTo(new Entry(7, "W01", other.value(), entry.at()));
    }
}
