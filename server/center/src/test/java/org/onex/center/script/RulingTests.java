package org.onex.center.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onex.contract.bundle.ScriptFile.HandIn;

/** Which revision counts, of how many, from how many exam servers. */
class RulingTests {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);
    private static final Instant AT = Instant.parse("2024-05-18T10:00:00Z");

    private static Ruling.Revision revision(int number, String hash, boolean inTime) {
        return new Ruling.Revision(
                number, number == 1 ? HandIn.CANDIDATE : HandIn.LATE_SYNC, AT, 1, number, number, hash, inTime);
    }

    private static Ruling.Copy copy(UUID node, Ruling.Revision... revisions) {
        return new Ruling.Copy(node, "", new UUID(0, 0), "A", List.of(revisions), AT);
    }

    private static Ruling ruling(Ruling.Copy... copies) {
        return new Ruling(List.of(copies), null);
    }

    private static @Nullable String counts(Ruling ruling) {
        return ruling.choice().map(choice -> choice.revision().hash()).orElse(null);
    }

    @Test
    void theFirstRevisionCountsUnlessALaterOneHoldsNothingWrittenAfterIt() {
        var first = revision(1, "a", true);
        assertThat(counts(ruling(copy(ONE, first)))).isEqualTo("a");
        assertThat(counts(ruling(copy(ONE, first, revision(2, "b", true))))).isEqualTo("b");
        assertThat(counts(ruling(copy(ONE, first, revision(2, "b", false))))).isEqualTo("a");
        assertThat(counts(ruling(copy(ONE, first, revision(2, "b", true), revision(3, "c", false)))))
                .isEqualTo("b");
        assertThat(ruling(copy(ONE, first)).hasLateRevisions()).isFalse();
        assertThat(ruling(copy(ONE, first, revision(2, "b", false))).hasLateRevisions())
                .isTrue();
    }

    @Test
    void ofTwoServersThatContradictEachOtherNeitherCounts() {
        var two = ruling(copy(ONE, revision(1, "a", true)), copy(OTHER, revision(1, "b", true)));
        assertThat(two.isContradictory()).isTrue();
        assertThat(counts(two)).isNull();
        var later = ruling(
                copy(ONE, revision(1, "a", true), revision(2, "b", true)),
                copy(OTHER, revision(1, "a", true), revision(2, "c", true)));
        assertThat(counts(later)).isNull();
    }

    @Test
    void theSameScriptFromAMachineThatWasEnrolledAnewIsOneScript() {
        var same =
                ruling(copy(ONE, revision(1, "a", true)), copy(OTHER, revision(1, "a", true), revision(2, "b", true)));
        assertThat(same.isContradictory()).isFalse();
        assertThat(counts(same)).isEqualTo("b");
        var swapped = ruling(same.copies().getLast(), same.copies().getFirst());
        assertThat(counts(swapped)).isEqualTo("b");
    }

    @Test
    void whatAPersonDecidedCountsAndIsOpenAgainWhenMoreCame() {
        var copies = List.of(copy(ONE, revision(1, "a", true)), copy(OTHER, revision(1, "b", true)));
        var decided = new Ruling(copies, new Ruling.Decision(OTHER, 1, "备用机作废", AT.plusSeconds(1), "x"));
        assertThat(counts(decided)).isEqualTo("b");
        assertThat(decided.isOpen()).isFalse();
        var before = new Ruling(copies, new Ruling.Decision(OTHER, 1, "", AT.minusSeconds(1), "x"));
        assertThat(counts(before)).isEqualTo("b");
        assertThat(before.isOpen()).isTrue();
        assertThat(ruling(copies.getFirst()).isOpen()).isTrue();
    }
}
