package org.onex.center.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.marking.ScriptMark;
import org.onex.center.script.ScriptDirectory.Outcome;

/** What follows from everything that can be known of a subject, in all combinations. */
class EvidenceTests {

    private static final UUID RUN = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final int FULL = 100;

    private static ScriptMark mark(int total, int full, boolean complete) {
        return new ScriptMark(RUN, "WDYY", Level.ELEMENTARY, Subject.THEORY, total, full, complete);
    }

    private static Evidence evidence(
            @Nullable UUID run, @Nullable Outcome outcome, @Nullable ScriptMark mark, Evidence.Word word) {
        return new Evidence(Subject.THEORY, FULL, run, outcome, mark, false, word);
    }

    private static List<Evidence> everything(int total) {
        var runs = new ArrayList<@Nullable UUID>(List.of(RUN));
        runs.add(null);
        var outcomes = new ArrayList<@Nullable Outcome>(List.of(Outcome.values()));
        outcomes.add(null);
        var marks = new ArrayList<@Nullable ScriptMark>(
                List.of(mark(total, FULL, true), mark(total, FULL, false), mark(total, FULL - 1, true)));
        marks.add(null);
        var all = new ArrayList<Evidence>();
        for (var run : runs) {
            for (var outcome : outcomes) {
                for (var mark : marks) {
                    for (int bits = 0; bits < 32; bits++) {
                        var word = new Evidence.Word((bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0, (bits & 8) > 0);
                        all.add(new Evidence(Subject.THEORY, FULL, run, outcome, mark, (bits & 16) > 0, word));
                    }
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20240522})
    void isEitherAnEntryOrAProblemAndNeverGuesses(long seed) {
        var total = new Random(seed).nextInt(FULL + 1);
        var all = everything(total);
        assertThat(all).hasSize(1_536);
        for (var one : all) {
            var entry = one.entry().orElse(null);
            var said = "seed %d, %s";
            assertThat(entry == null)
                    .as(said, seed, one)
                    .isEqualTo(one.problem().isPresent());
            if (entry == null) {
                continue;
            }
            assertThat(entry.script()).as(said, seed, one).isEqualTo(one.script());
            assertThat(one.script() == null || !one.word().due())
                    .as(said, seed, one)
                    .isTrue();
            assertThat(entry.full()).isEqualTo(FULL);
            assertThat(entry.status() == Entry.Status.VOID)
                    .as(said, seed, one)
                    .isEqualTo(one.word().voided());
            switch (entry.status()) {
                case SCORED -> {
                    assertThat(one.outcome()).as(said, seed, one).isEqualTo(Outcome.COUNTS);
                    assertThat(one.mark()).as(said, seed, one).isEqualTo(mark(total, FULL, true));
                    assertThat(one.twice()).as(said, seed, one).isFalse();
                    assertThat(entry.score()).as(said, seed, one).isEqualTo(total);
                }
                case ABSENT -> assertThat(one.outcome()).as(said, seed, one).isIn(Outcome.ABSENT, Outcome.NOT_STARTED);
                case LOST -> {
                    var matter = one.matter().orElseThrow();
                    assertThat(
                                    matter == Problem.Kind.NOT_RETURNED
                                            ? one.word().lost()
                                            : one.word().declared())
                            .as(said, seed, one)
                            .isTrue();
                    assertThat(matter)
                            .as(said, seed, one)
                            .isIn(
                                    Problem.Kind.NOT_RETURNED,
                                    Problem.Kind.NOT_SEATED,
                                    Problem.Kind.TWO_RUNS,
                                    Problem.Kind.FULL_MARKS_DIFFER);
                }
                case VOID -> assertThat(entry.score()).as(said, seed, one).isNull();
            }
        }
    }

    @Test
    void whatCameAfterItWasGivenUpCounts() {
        for (var one : everything(70)) {
            if (one.outcome() != null && one.outcome() != Outcome.HANDED_IN) {
                var word = one.word();
                var other = new Evidence(
                        one.subject(),
                        one.full(),
                        one.script(),
                        one.outcome(),
                        one.mark(),
                        one.twice(),
                        new Evidence.Word(word.due(), word.voided(), !word.lost(), word.declared()));
                assertThat(other.entry()).as("%s", one).isEqualTo(one.entry());
                assertThat(other.problem()).as("%s", one).isEqualTo(one.problem());
            }
        }
    }

    /** A declaration is of what blocks for ever; where there is a score or a way to one, it says nothing. */
    @Test
    void whatWasDeclaredToHaveNoScoreHasNoneOnlyWhereNothingElseIsToBeDone() {
        for (var one : everything(70)) {
            var word = one.word();
            var other = new Evidence(
                    one.subject(),
                    one.full(),
                    one.script(),
                    one.outcome(),
                    one.mark(),
                    one.twice(),
                    new Evidence.Word(word.due(), word.voided(), word.lost(), !word.declared()));
            var isHopeless = one.matter().filter(Problem.Kind::isDeclared).isPresent();
            assertThat(other.problem().equals(one.problem())).as("%s", one).isEqualTo(!isHopeless);
            assertThat(other.entry().equals(one.entry())).as("%s", one).isEqualTo(!isHopeless);
        }
    }

    @Test
    void saysWhatIsTheMatter() {
        var nothing = new Evidence.Word(false, false, false, false);
        var right = mark(70, FULL, true);
        assertThat(evidence(null, null, null, nothing).problem()).contains(Problem.Kind.NOT_SEATED);
        assertThat(evidence(RUN, null, null, nothing).problem()).contains(Problem.Kind.NOT_RETURNED);
        assertThat(evidence(RUN, Outcome.HANDED_IN, null, nothing).problem()).contains(Problem.Kind.NOT_RETURNED);
        assertThat(evidence(RUN, Outcome.UNDECIDED, right, nothing).problem()).contains(Problem.Kind.UNDECIDED);
        assertThat(evidence(RUN, Outcome.COUNTS, null, nothing).problem()).contains(Problem.Kind.NOT_MARKED);
        assertThat(evidence(RUN, Outcome.COUNTS, mark(70, FULL, false), nothing).problem())
                .contains(Problem.Kind.NOT_MARKED);
        assertThat(evidence(RUN, Outcome.COUNTS, mark(70, 90, true), nothing).problem())
                .contains(Problem.Kind.FULL_MARKS_DIFFER);
        assertThat(evidence(RUN, Outcome.COUNTS, right, new Evidence.Word(true, false, false, false))
                        .problem())
                .contains(Problem.Kind.NOT_RULED);
        assertThat(evidence(RUN, Outcome.COUNTS, right, nothing).problem()).isEmpty();
    }

    private static Evidence.Run packed(boolean stands, @Nullable Outcome outcome) {
        return packed(stands, outcome, false);
    }

    private static Evidence.Run packed(boolean stands, @Nullable Outcome outcome, boolean lost) {
        return new Evidence.Run(
                UUID.randomUUID(), stands, outcome, outcome == Outcome.COUNTS ? mark(70, FULL, true) : null, lost);
    }

    private static Evidence of(Evidence.Run... runs) {
        return Evidence.of(Subject.THEORY, FULL, List.of(runs), new Evidence.Word(false, false, false, false));
    }

    @Test
    void thatNobodyCameToHoursThatWereGivenUpSaysNothing() {
        var stands = packed(true, null);
        for (var old : List.of(Outcome.ABSENT, Outcome.NOT_STARTED)) {
            var found = of(packed(false, old), stands, packed(false, null));
            assertThat(found.script()).isEqualTo(stands.script());
            assertThat(found.problem()).contains(Problem.Kind.NOT_RETURNED);
        }
        assertThat(of(packed(false, Outcome.ABSENT)).problem()).contains(Problem.Kind.NOT_SEATED);
        assertThat(of(packed(false, null, true), stands).problem()).contains(Problem.Kind.NOT_RETURNED);
        assertThat(of(packed(false, Outcome.NOT_STARTED), packed(true, Outcome.ABSENT))
                        .outcome())
                .isEqualTo(Outcome.ABSENT);
    }

    @Test
    void aScriptThatWasSatInTheOldHoursCounts() {
        var sat = packed(false, Outcome.COUNTS);
        for (var stands : Arrays.asList(null, Outcome.ABSENT, Outcome.NOT_STARTED)) {
            var found = of(packed(true, stands), sat);
            assertThat(found.script()).isEqualTo(sat.script());
            assertThat(found.entry().orElseThrow().score()).isEqualTo(70);
        }
        assertThat(of(packed(true, Outcome.ABSENT), packed(false, Outcome.HANDED_IN))
                        .problem())
                .contains(Problem.Kind.NOT_RETURNED);
        assertThat(of(packed(true, Outcome.ABSENT), packed(false, Outcome.HANDED_IN, true))
                        .entry()
                        .orElseThrow()
                        .status())
                .isEqualTo(Entry.Status.ABSENT);
    }

    @Test
    void twoThatWereSatAreForAPersonToDecide() {
        var sat = List.of(Outcome.COUNTS, Outcome.UNDECIDED, Outcome.HANDED_IN);
        for (var stands : sat) {
            for (var old : sat) {
                var one = packed(true, stands);
                var found = of(packed(false, old), one, packed(false, Outcome.ABSENT));
                assertThat(found.problem()).as("%s, %s", stands, old).contains(Problem.Kind.TWO_RUNS);
                assertThat(found.script()).isEqualTo(one.script());
            }
        }
        assertThat(of(packed(true, null), packed(true, Outcome.ABSENT)).problem())
                .contains(Problem.Kind.TWO_RUNS);
        assertThat(of(packed(true, Outcome.UNDECIDED)).problem())
                .as("where there is one script, it is decided where scripts are")
                .contains(Problem.Kind.UNDECIDED);
    }

    /** In whatever order and number they are packed, and by whatever ids. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20240522})
    void onlyTheRunThatStandsMakesSomebodyAbsentOrLost(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var runs = new ArrayList<Evidence.Run>();
            for (int n = random.nextInt(4); n > 0; n--) {
                var which = random.nextInt(Outcome.values().length + 1);
                runs.add(packed(
                        random.nextBoolean(),
                        which == Outcome.values().length ? null : Outcome.values()[which],
                        random.nextBoolean()));
            }
            var found = of(runs.toArray(Evidence.Run[]::new));
            var reversed = of(runs.reversed().toArray(Evidence.Run[]::new));
            assertThat(reversed).as("seed %d, %s", seed, runs).isEqualTo(found);
            var entry = found.entry().orElse(null);
            if (entry == null) {
                continue;
            }
            var from = runs.stream()
                    .filter(run -> run.script().equals(entry.script()))
                    .findFirst()
                    .orElseThrow();
            if (entry.status() == Entry.Status.SCORED) {
                assertThat(from.outcome()).as("seed %d, %s", seed, runs).isEqualTo(Outcome.COUNTS);
            } else {
                assertThat(from.stands()).as("seed %d, %s", seed, runs).isTrue();
                assertThat(runs)
                        .as("seed %d, %s", seed, runs)
                        .noneMatch(run -> run.outcome() == Outcome.COUNTS || run.outcome() == Outcome.UNDECIDED);
            }
        }
    }
}
