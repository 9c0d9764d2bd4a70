package org.onex.center.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NodeCheckTests {

    private static final Instant HEARD = Instant.parse("2026-11-21T08:00:00Z");
    private static final Instant BUSINESS = Instant.parse("2024-05-17T08:00:00Z");
    private static final Readiness GOOD =
            new Readiness(HEARD, BUSINESS, -150, "0.1.0", 50_000_000_000L, 2, new Readiness.Practice(BUSINESS, 30, 30));

    @Test
    void aNodeThatIsWellPassesEverything() {
        assertThat(failed(GOOD, Duration.ofSeconds(14))).isEmpty();
        assertThat(NodeCheck.of(GOOD, "0.1.0", HEARD))
                .extracting(NodeCheck::kind)
                .containsExactly(NodeCheck.Kind.values());
    }

    @Test
    void aNodeThatWasNeverHeardOfPassesNothing() {
        assertThat(failed(null, Duration.ZERO)).containsExactly(NodeCheck.Kind.values());
    }

    @Test
    void isSilentAfterAMinute() {
        assertThat(failed(GOOD, Duration.ofSeconds(60))).isEmpty();
        assertThat(failed(GOOD, Duration.ofSeconds(61))).containsExactly(NodeCheck.Kind.HEARD);
        var heard = NodeCheck.of(GOOD, "0.1.0", HEARD.plusSeconds(61)).getFirst();
        assertThat(heard.facts()).containsEntry("secondsAgo", 61L).containsEntry("lastHeardAt", "2024-05-17T08:00:00Z");
    }

    @Test
    void oneConditionFailsByItself() {
        assertOnly(NodeCheck.Kind.VERSION, good -> with(good, 0, "0.0.9", 50_000_000_000L, good.practised()));
        assertOnly(NodeCheck.Kind.DISK, good -> with(good, 0, "0.1.0", 999_999_999, good.practised()));
        assertOnly(NodeCheck.Kind.CLOCK, good -> with(good, 2_001, "0.1.0", 50_000_000_000L, good.practised()));
        assertOnly(NodeCheck.Kind.CLOCK, good -> with(good, -2_001, "0.1.0", 50_000_000_000L, good.practised()));
        assertOnly(NodeCheck.Kind.PRACTICE, good -> with(good, 0, "0.1.0", 50_000_000_000L, null));
        assertOnly(
                NodeCheck.Kind.PRACTICE,
                good -> with(good, 0, "0.1.0", 50_000_000_000L, new Readiness.Practice(BUSINESS, 30, 29)));
        assertOnly(
                NodeCheck.Kind.PRACTICE,
                good -> with(good, 0, "0.1.0", 50_000_000_000L, new Readiness.Practice(BUSINESS, 0, 0)));
        assertThat(failed(with(GOOD, 2_000, "0.1.0", 1_000_000_000, GOOD.practised()), Duration.ZERO))
                .isEmpty();
    }

    private static void assertOnly(NodeCheck.Kind kind, UnaryOperator<Readiness> change) {
        assertThat(failed(change.apply(GOOD), Duration.ZERO)).containsExactly(kind);
    }

    private static List<NodeCheck.Kind> failed(@Nullable Readiness readiness, Duration later) {
        return NodeCheck.of(readiness, "0.1.0", HEARD.plus(later)).stream()
                .filter(check -> !check.passed())
                .map(NodeCheck::kind)
                .toList();
    }

    private static Readiness with(
            Readiness readiness, long skewMs, String version, long freeBytes, Readiness.@Nullable Practice practised) {
        return new Readiness(
                readiness.heardAt(), readiness.reportedAt(), skewMs, version, freeBytes, readiness.exams(), practised);
    }
}
