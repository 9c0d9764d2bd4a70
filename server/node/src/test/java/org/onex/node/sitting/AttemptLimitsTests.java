package org.onex.node.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onex.node.sitting.ExpectedAttempt.FIRST;
import static org.onex.node.sitting.ExpectedAttempt.HOURS;
import static org.onex.node.sitting.ExpectedAttempt.NOTHING_STORED;
import static org.onex.node.sitting.ExpectedAttempt.OPENS;
import static org.onex.node.sitting.ExpectedAttempt.SECOND;
import static org.onex.node.sitting.ExpectedAttempt.assertRefused;
import static org.onex.node.sitting.ExpectedAttempt.at;
import static org.onex.node.sitting.ExpectedAttempt.entry;
import static org.onex.node.sitting.ExpectedAttempt.expected;
import static org.onex.node.sitting.ExpectedAttempt.writing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How much an attempt takes in. */
class AttemptLimitsTests {

    private Attempt attempt = expected(0);

    private void beat(Attempt.Claim claim, Instant now, Entry... entries) {
        attempt.beat(claim, writing(entries), NOTHING_STORED, now);
    }

    private Attempt full(long entries, long bytes, int events) {
        var devices = List.of(new Device(1, "first", entries, bytes, events, OPENS), Device.of(2, "second", OPENS));
        var progress = new Attempt.Progress(2, null, 0, OPENS, at(60), null);
        return new Attempt(expected(0).seat(), HOURS, progress).with(devices, List.of(), null);
    }

    @Test
    void countsTheEntriesOfAllMachines() {
        attempt = full(BroughtEntries.MOST_ENTRIES - 2, 0, 0);
        assertRefused("journal-full", () -> beat(SECOND, at(1), entry(1, "A"), entry(2, "B"), entry(3, "C")));
        assertThat(attempt.changes().entries()).isEmpty();
        beat(SECOND, at(1), entry(1, "A"), entry(2, "B"));
        assertRefused("journal-full", () -> beat(SECOND, at(1), entry(3, "C")));
        assertThat(attempt.durableSeq(2)).isEqualTo(2);
        beat(SECOND, at(1), entry(2, "B"));
    }

    @Test
    void countsTheBytesOfAllValuesAndSaysWhatThereIs() {
        attempt = full(7, BroughtEntries.MOST_BYTES - 6, 0);
        assertThatExceptionOfType(SittingRefused.class)
                .isThrownBy(() -> beat(SECOND, at(1), entry(1, "三个字")))
                .satisfies(refused -> assertThat(refused.facts())
                        .isEqualTo(Map.of("entries", 7L, "bytes", BroughtEntries.MOST_BYTES - 6)));
        beat(SECOND, at(1), entry(1, "两字"));
        beat(SECOND, at(1), entry(2, ""));
        assertRefused("journal-full", () -> beat(SECOND, at(1), entry(3, "A")));
    }

    @Test
    void bindsWhatIsEvidenceAndWhatComesLateToo() {
        attempt = full(BroughtEntries.MOST_ENTRIES, 0, 0);
        var next = BroughtEntries.MOST_ENTRIES + 1;
        assertRefused("journal-full", () -> beat(FIRST, at(1), entry(next, "A")));
        assertRefused("journal-full", () -> beat(SECOND, at(70), entry(1, "A")));
    }

    @Test
    void keepsNobodyWhoHasSeenTooMuchFromWriting() {
        attempt = full(0, 0, Attempt.MOST_EVENTS - 1);
        var events = List.of(new Attempt.Event("OFFLINE", at(1)), new Attempt.Event("ONLINE", at(1)));
        attempt.beat(SECOND, new Attempt.Beat(List.of(entry(1, "A")), events, Set.of()), NOTHING_STORED, at(1));
        assertThat(attempt.changes().events()).hasSize(1);
        attempt.beat(SECOND, new Attempt.Beat(List.of(entry(2, "B")), events, Set.of()), NOTHING_STORED, at(1));
        assertThat(attempt.changes().events()).hasSize(1);
        assertThat(attempt.durableSeq(2)).isEqualTo(2);
    }
}
