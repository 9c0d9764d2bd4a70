package org.onex.node.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.SiteBundle;

/**
 * A candidate who is expected for an hour's work from 14:00 on, may come until 14:30, and hand in from 14:20 on; the window ends at 15:30.
 */
final class ExpectedAttempt {

    static final Instant OPENS = Instant.parse("2024-05-18T06:00:00Z");
    static final Instant CLOSES = OPENS.plus(Duration.ofMinutes(90));
    static final Attempt.Claim FIRST = new Attempt.Claim(1, "first");
    static final Attempt.Claim SECOND = new Attempt.Claim(2, "second");
    static final Attempt.StoredEntries NOTHING_STORED = (attempt, epoch, from, to) -> List.of();
    static final SessionHours HOURS = new SessionHours(new SiteBundle.Hours(
            OPENS.minus(Duration.ofMinutes(30)), OPENS, OPENS.plus(Duration.ofMinutes(30)), CLOSES, 60, 20));

    private static final UUID ID = new UUID(7, 7);

    private ExpectedAttempt() {}

    static Attempt expected(int extraPercent) {
        return expected(null, extraPercent);
    }

    /** @param follows the subject before it; null if it is the first */
    static Attempt expected(@Nullable UUID follows, int extraPercent) {
        var person = new Attempt.Person("9123", "模拟考生001", "9999**********0017", "hash", null);
        var seat = new Attempt.Seat(ID, new UUID(1, 1), follows, person, new Place("模拟考场", 1), "A", extraPercent);
        return new Attempt(seat, HOURS, new Attempt.Progress(0, null, 0, null, null, null));
    }

    /** Counted from the start. */
    static Instant at(int minutes) {
        return OPENS.plus(Duration.ofMinutes(minutes));
    }

    static Entry entry(long seq, String value) {
        return new Entry(seq, "S" + seq, value, OPENS);
    }

    static Attempt.Beat writing(Entry... entries) {
        return new Attempt.Beat(List.of(entries), List.of(), Set.of());
    }

    static Instruction told() {
        return new Instruction(new UUID(3, 3), Instruction.Kind.MESSAGE, "请勿交谈", null);
    }

    static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(SittingRefused.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("sitting." + code));
    }
}
