package org.onex.center.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What an exam server can say that it has: all of a large site, and no more than the centre can keep. */
class AnnouncedListTests {

    private static ReturnController.ReturnAnnouncement list(int scripts, long bytes) {
        return new ReturnController.ReturnAnnouncement(
                1,
                new ReturnController.AnnouncedRecord(7, "f".repeat(64), 1),
                IntStream.range(0, scripts)
                        .mapToObj(i -> new ReturnController.AnnouncedScript(
                                new UUID(0x0123456789ABCDEFL, i), 12, "%064x".formatted(i), bytes))
                        .toList());
    }

    private static void invalid(String field, ReturnController.ReturnAnnouncement said) {
        assertThatExceptionOfType(ScriptRefused.class)
                .isThrownBy(() -> AnnouncedList.of(said))
                .satisfies(refused -> assertThat(refused.facts()).isEqualTo(Map.of("field", field)));
    }

    @Test
    void aLargeSiteFitsIntoAListAndTheLargestIntoARequest() {
        assertThat(AnnouncedList.of(list(3000, 9216)).files()).hasSize(3001);
        assertThat(AnnouncedList.of(list(20_000, 99_999)).files()).hasSize(20_001);
        assertThat(JsonMapper.shared().writeValueAsBytes(list(20_000, 99_999)).length)
                .isLessThan(4 * 1024 * 1024);
        invalid("scripts", list(20_001, 1));
    }

    @Test
    void aFileHasAtMostSixteenMegabytesAndAllTogetherTwoThousand() {
        int most = 16 * 1024 * 1024;
        assertThat(AnnouncedList.of(list(127, most)).files()).hasSize(128);
        invalid("scripts", list(1, most + 1));
        invalid("bytes", list(128, most));
    }
}
