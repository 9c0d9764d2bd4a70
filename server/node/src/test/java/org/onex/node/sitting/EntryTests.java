package org.onex.node.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTests {

    private static final Instant NOW = Instant.parse("2024-05-18T06:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "ACD", "第一行\n第二行", "㛃𠮷䶮", "🙂", "\r\t"})
    void everythingThatCanBeTypedIsAnAnswer(String value) {
        assertThatCode(() -> new Entry(1, "W01", value, NOW).requireValid()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "A\0B", "\uD83D", "\uDE42", "\uDE42\uD83D"})
    void whatWouldComeBackAsSomethingElseIsNot(String value) {
        assertThatExceptionOfType(SittingRefused.class)
                .isThrownBy(() -> new Entry(1, "W01", value, NOW).requireValid())
                .satisfies(refused -> assertThat(refused.facts()).containsEntry("field", "value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "S 1", "S/1", "一", "S01\n"})
    void anItemIsANameAndNothingElse(String item) {
        assertThatExceptionOfType(SittingRefused.class)
                .isThrownBy(() -> new Entry(1, item, "A", NOW).requireValid())
                .satisfies(refused -> assertThat(refused.facts()).containsEntry("field", "item"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z"})
    void aTimeThatNoDatabaseCanHoldIsRefused(Instant claimed) {
        assertThatExceptionOfType(SittingRefused.class)
                .isThrownBy(() -> new Entry(1, "S01", "A", claimed).requireValid());
    }

    @Test
    void theSameIsTheSameItemValueAndMillisecond() {
        var entry = new Entry(1, "S01", "A", NOW);
        assertThat(entry.saysTheSameAs(new Entry(1, "S01", "A", NOW.plusNanos(999_999))))
                .isTrue();
        assertThat(entry.saysTheSameAs(new Entry(1, "S01", "A", NOW.plusMillis(1))))
                .isFalse();
        assertThat(entry.saysTheSameAs(new Entry(1, "S01", "B", NOW))).isFalse();
        assertThat(entry.saysTheSameAs(new Entry(1, "S02", "A", NOW))).isFalse();
    }
}
