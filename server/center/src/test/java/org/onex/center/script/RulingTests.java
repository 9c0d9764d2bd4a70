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
        return new Ruling.Copy(node, "", new UUID(0, 0), "A", List.of(revisions), false, AT);
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
    void afterAForcedHandInTheClockOfTheDeviceDecidesNothing() {
        var forced = new Ruling.Revision(1, HandIn.FORCED, AT, 1, 1, 1, "a", true);
        var late = ruling(copy(ONE, forced, revision(2, "b", true)));
        assertThat(counts(late)).isEqualTo("a");
        assertThat(late.isDoubtful()).isTrue();
        var decided = new Ruling(late.copies(), decision(ONE, 2, AT.plusSeconds(1)));
        assertThat(counts(decided)).isEqualTo("b");
    }

    private static Ruling.Decision decision(UUID node, int revision, Instant at) {
        return new Ruling.Decision(node, revision, "x", at, "x");
    }

    private static Ruling.Copy later(Ruling.Copy copy) {
        return new Ruling.Copy(copy.node(), "", copy.paper(), "A", copy.revisions(), copy.moved(), AT.plusSeconds(10));
    }

    private static Ruling.Copy moved(Ruling.Copy copy) {
        return new Ruling.Copy(copy.node(), "", copy.paper(), "A", copy.revisions(), true, copy.at());
    }

    @Test
    void whatAPersonDecidedKnowingBothCounts() {
        var copies = List.of(copy(ONE, revision(1, "a", true)), copy(OTHER, revision(1, "b", true)));
        var decided = new Ruling(copies, decision(OTHER, 1, AT.plusSeconds(1)));
        assertThat(counts(decided)).isEqualTo("b");
        assertThat(decided.isOpen()).isFalse();
        assertThat(ruling(copies.getFirst()).isOpen()).isTrue();
    }

    @Test
    void aDecisionDoesNotSettleAContradictionThatCameAfterIt() {
        var late = copy(ONE, revision(1, "a", true), revision(2, "b", false));
        var before = decision(ONE, 2, AT.plusSeconds(1));
        assertThat(counts(new Ruling(List.of(late), before))).isEqualTo("b");
        var contradicted = new Ruling(List.of(late, later(copy(OTHER, revision(1, "c", true)))), before);
        assertThat(counts(contradicted)).isNull();
        assertThat(contradicted.isOpen()).isTrue();
        var again = new Ruling(contradicted.copies(), decision(OTHER, 1, AT.plusSeconds(11)));
        assertThat(counts(again)).isEqualTo("c");
        assertThat(again.isOpen()).isFalse();
    }

    @Test
    void aCopyThatAgreesOpensNothingAgainAndANewRevisionDoes() {
        var copies = List.of(copy(ONE, revision(1, "a", true)), copy(OTHER, revision(1, "b", true)));
        var decision = decision(ONE, 1, AT.plusSeconds(1));
        var third = new UUID(3, 3);
        var resent =
                new Ruling(List.of(copies.get(0), copies.get(1), later(copy(third, revision(1, "a", true)))), decision);
        assertThat(counts(resent)).isEqualTo("a");
        assertThat(resent.isOpen()).isFalse();
        var more = new Ruling(List.of(later(copy(ONE, revision(1, "a", true), revision(2, "d", true)))), decision);
        assertThat(counts(more)).as("until somebody decides again").isEqualTo("a");
        assertThat(more.isOpen()).isTrue();
    }

    @Test
    void whatCameFromWhereItWasNotToBeSatCountsByDecisionOnly() {
        var elsewhere = moved(copy(ONE, revision(1, "a", true)));
        var alone = ruling(elsewhere);
        assertThat(counts(alone)).isNull();
        assertThat(alone.isDoubtful()).isTrue();
        assertThat(counts(new Ruling(alone.copies(), decision(ONE, 1, AT.plusSeconds(1)))))
                .isEqualTo("a");
        var longer = moved(copy(ONE, revision(1, "a", true), revision(2, "b", true)));
        var both = ruling(longer, copy(OTHER, revision(1, "a", true)));
        assertThat(counts(both)).as("where it was to be sat").isEqualTo("a");
        assertThat(counts(ruling(longer, copy(OTHER, revision(1, "c", true))))).isNull();
    }
}
