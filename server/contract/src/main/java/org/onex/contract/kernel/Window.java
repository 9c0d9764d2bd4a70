package org.onex.contract.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * A window of time, half-open: it is open at {@code opens} and no longer at {@code closes}. A window that lasts "until 29 April" closes
 * at 00:00 on 30 April, Beijing time, and is shown as 23:59:59.
 */
public record Window(Instant opens, Instant closes) {

    /** All dates and hours of an examination are Beijing time. */
    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    public Window {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("a window closes after it opens: " + opens + " … " + closes);
        }
    }

    /** The moment a day is over: the next 00:00 in Beijing. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /** The moment a day begins in Beijing. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BEIJING).toInstant();
    }

    /** A moment as people here read it. */
    public static OffsetDateTime inBeijing(Instant moment) {
        return moment.atZone(BEIJING).toOffsetDateTime();
    }

    public boolean isOpenAt(Instant moment) {
        return !moment.isBefore(opens) && moment.isBefore(closes);
    }

    /** Whether one person cannot be in both; windows that only touch do not overlap. */
    public boolean overlaps(Window other) {
        return opens.isBefore(other.closes) && other.opens.isBefore(closes);
    }
}
