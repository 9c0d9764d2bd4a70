package org.onex.rehearsal.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Misuse;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.sitting.FakeNode.Fault;

class BeatBenchTests {

    private static final BeatBench.Plan SHORT = new BeatBench.Plan(4, Duration.ofMillis(20), 2);

    @Test
    void theTableSetsBeatsBesideARequestThatStoresNothing() {
        try (var node = new FakeNode()) {
            var lines = new BeatBench(node, SHORT).run();

            assertThat(lines).hasSize(5);
            assertThat(lines.get(2)).matches("GET /api/clock +\\d+ \\(\\d+–\\d+\\) .* 1\\.00");
            assertThat(lines.get(4)).matches("beat with one entry +\\d+ \\(\\d+–\\d+\\) .* \\d+\\.\\d\\d");
        }
    }

    @Test
    void aNodeThatIsQuickBecauseItLosesThingsIsNotMeasured() {
        try (var node = new FakeNode(Fault.RUNS_DURABLE_SEQ_BACK)) {
            assertThatExceptionOfType(Unexpected.class)
                    .isThrownBy(() -> new BeatBench(node, SHORT).run())
                    .withMessageContaining("durableSeq never goes back");
        }
    }

    @Test
    void howMuchAndHowLongIsSaidOnTheCommandLine() {
        assertThat(BenchCommand.plan("--candidates", "8", "--seconds", "2"))
                .isEqualTo(new BeatBench.Plan(8, Duration.ofSeconds(2), 3));
        assertThatExceptionOfType(Misuse.class).isThrownBy(() -> BenchCommand.plan("--rows", "2"));
    }
}
