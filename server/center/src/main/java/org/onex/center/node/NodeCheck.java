package org.onex.center.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One condition of an exam server's readiness and whether it is met (就绪检查; exam delivery, Readiness).
 *
 * @param facts what the sentence needs; empty as long as the node was never heard of
 */
record NodeCheck(Kind kind, boolean passed, Map<String, Object> facts) {

    static final Duration HEARD_WITHIN = Duration.ofMinutes(1);
    static final long NEEDED_BYTES = 1_000_000_000;
    static final long TOLERATED_SKEW_MS = 2_000;

    /** What is looked at. */
    enum Kind {
        /** 联络; facts {@code lastHeardAt} (business time) and {@code secondsAgo}. */
        HEARD,
        /** 版本; facts {@code version} and {@code center}, which must be the same. */
        VERSION,
        /** 磁盘; facts {@code freeBytes} and {@code neededBytes}. */
        DISK,
        /** 时钟; facts {@code skewMs} and {@code toleratedMs}. */
        CLOCK,
        /** 模拟考试; facts {@code at}, {@code seats} and {@code handedIn}, or none before the first. */
        PRACTICE
    }

    /**
     * @param center version of the centre
     * @param now    by the machine's clock
     */
    static List<NodeCheck> of(@Nullable Readiness readiness, String center, Instant now) {
        if (readiness == null) {
            return Arrays.stream(Kind.values())
                    .map(kind -> new NodeCheck(kind, false, Map.of()))
                    .toList();
        }
        return List.of(
                heard(readiness, now),
                new NodeCheck(
                        Kind.VERSION,
                        readiness.version().equals(center),
                        Map.of("version", readiness.version(), "center", center)),
                new NodeCheck(
                        Kind.DISK,
                        readiness.freeBytes() >= NEEDED_BYTES,
                        Map.of("freeBytes", readiness.freeBytes(), "neededBytes", NEEDED_BYTES)),
                new NodeCheck(
                        Kind.CLOCK,
                        Math.abs(readiness.skewMs()) <= TOLERATED_SKEW_MS,
                        Map.of("skewMs", readiness.skewMs(), "toleratedMs", TOLERATED_SKEW_MS)),
                practice(readiness.practised()));
    }

    /** By the machine's clock: a business clock that was moved forward makes no node silent. */
    private static NodeCheck heard(Readiness readiness, Instant now) {
        var silence = Duration.between(readiness.heardAt(), now);
        return new NodeCheck(
                Kind.HEARD,
                silence.compareTo(HEARD_WITHIN) <= 0,
                Map.of(
                        "lastHeardAt",
                        readiness.reportedAt().toString(),
                        "secondsAgo",
                        Math.max(0, silence.toSeconds())));
    }

    private static NodeCheck practice(Readiness.@Nullable Practice practised) {
        return practised == null
                ? new NodeCheck(Kind.PRACTICE, false, Map.of())
                : new NodeCheck(
                        Kind.PRACTICE,
                        practised.isComplete(),
                        Map.of(
                                "at",
                                practised.at().toString(),
                                "seats",
                                practised.seats(),
                                "handedIn",
                                practised.handedIn()));
    }
}
