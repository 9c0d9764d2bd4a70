package org.onex.rehearsal.sitting;

import java.time.Duration;
import org.onex.rehearsal.outside.Findings;

/**
 * The remaining time of one attempt as the node told it: it only runs down, evenly, unless an extension was granted. A deadline is known to
 * lie between what remained when the request left and what remained when the answer came.
 */
final class TimeKept {

    /** What a node may err by when it starts again. */
    private static final long SLACK_MS = 2_000;

    private static final long MINUTE_MS = 60_000;

    private final Findings<AnswerClaim> findings;
    private final String name;
    private long smallest = Long.MAX_VALUE;
    private long seenMs = Long.MIN_VALUE;
    private long earliest = Long.MIN_VALUE;
    private long latest = Long.MAX_VALUE;
    private long grantedMs;

    TimeKept(Findings<AnswerClaim> findings, String name) {
        this.findings = findings;
        this.name = name;
    }

    /** An invigilator asks for more time; from now on it may show. */
    synchronized void asked(Duration extension) {
        grantedMs += extension.toMillis();
    }

    /** Business time was moved forwards, which takes time away from everybody. */
    synchronized void clockMoved() {
        earliest = Long.MIN_VALUE;
    }

    /**
     * @param sentMs     when the request left, in milliseconds of any clock of ours that runs evenly
     * @param receivedMs when its answer was there
     */
    synchronized void told(long remainingMs, long sentMs, long receivedMs) {
        // Of two requests under way at once either may have been answered first.
        var grown = sentMs >= seenMs && remainingMs > smallest ? remainingMs - smallest : 0;
        var movedBack = remainingMs == 0 || latest == Long.MAX_VALUE ? 0 : sentMs + remainingMs - latest - SLACK_MS;
        var movedForward =
                remainingMs == 0 || earliest == Long.MIN_VALUE ? 0 : earliest - SLACK_MS - receivedMs - remainingMs;
        if (grown > 0 || movedBack > 0) {
            grow(Math.max(grown, movedBack));
        } else {
            findings.check(
                    AnswerClaim.TIME_KEPT,
                    movedForward <= 0,
                    () -> name + ": " + (movedForward + SLACK_MS) + " ms were taken away");
        }
        remember(remainingMs, sentMs, receivedMs);
    }

    private void grow(long byMs) {
        findings.check(
                AnswerClaim.TIME_KEPT,
                byMs <= grantedMs,
                () -> name + ": remaining time grew by " + byMs + " ms, granted were " + grantedMs);
        grantedMs = Math.max(0, grantedMs - Math.ceilDiv(byMs, MINUTE_MS) * MINUTE_MS);
        earliest = Long.MIN_VALUE;
        latest = Long.MAX_VALUE;
    }

    private void remember(long remainingMs, long sentMs, long receivedMs) {
        smallest = remainingMs;
        seenMs = Math.max(seenMs, receivedMs);
        if (remainingMs > 0) {
            earliest = Math.max(earliest, sentMs + remainingMs);
            latest = Math.min(latest, receivedMs + remainingMs);
        }
    }
}
