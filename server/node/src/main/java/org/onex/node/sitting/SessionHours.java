package org.onex.node.sitting;

import java.time.Duration;
import java.time.Instant;
import org.onex.contract.bundle.SiteBundle;

/**
 * When one may do what in a session (考试时间规则).
 *
 * @param carried how much longer the window is for a candidate who was given that time in a subject before this one
 */
record SessionHours(SiteBundle.Hours hours, Duration carried) {

    SessionHours(SiteBundle.Hours hours) {
        this(hours, Duration.ZERO);
    }

    boolean isBeforeEntry(Instant now) {
        return now.isBefore(hours.entryOpensAt());
    }

    void requireEntryOpenAt(Instant now) {
        if (isBeforeEntry(now)) {
            throw SittingRefused.until(SittingRefused.Code.ENTRY_NOT_OPEN, "opensInMs", now, hours.entryOpensAt());
        }
    }

    /** The first sign-in is refused from the late limit on (迟到). */
    Instant lateUntil(int extraMinutes) {
        return hours.lateUntil().plus(Duration.ofMinutes(extraMinutes));
    }

    void requireOpenAt(Instant now) {
        if (now.isBefore(hours.opensAt())) {
            throw SittingRefused.until(SittingRefused.Code.NOT_OPEN_YET, "opensInMs", now, hours.opensAt());
        }
    }

    Duration untilOpen(Instant now) {
        return atLeastZero(Duration.between(now, hours.opensAt()));
    }

    Duration untilHandIn(Instant now) {
        return atLeastZero(Duration.between(now, hours.opensAt().plus(Duration.ofMinutes(hours.handInAfterMinutes()))));
    }

    /**
     * Until when somebody who starts now may write: a late starter gets the smaller of the duration and what is left of the window; who has
     * more time by an accommodation has that much more of both. What was given in the subject before moves the window only: a power cut in
     * the first one costs nothing of the second.
     */
    Instant deadline(Instant start, int extraPercent) {
        var byDuration = start.plus(Duration.ofMinutes(hours.minutes())).plus(extra(extraPercent));
        var byWindow = closes(extraPercent);
        return byDuration.isBefore(byWindow) ? byDuration : byWindow;
    }

    /** When the window of a candidate with this accommodation closes. */
    Instant closes(int extraPercent) {
        return hours.closesAt().plus(extra(extraPercent)).plus(carried);
    }

    private Duration extra(int extraPercent) {
        return Duration.ofMinutes(hours.minutes()).multipliedBy(extraPercent).dividedBy(100);
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
