package org.onex.center.result;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Subject;
import org.onex.center.marking.ScriptMark;
import org.onex.center.script.ScriptDirectory;

/**
 * All that is known of one subject of a registration (成绩依据), and what follows from it.
 *
 * @param full    what the subject is worth by the plan's scheme
 * @param script  the run that tells what became of it; null if none does
 * @param outcome what became of it; null if nothing came that says so
 * @param mark    null unless a script of it counts
 */
record Evidence(
        Subject subject,
        int full,
        @Nullable UUID script,
        ScriptDirectory.@Nullable Outcome outcome,
        @Nullable ScriptMark mark,
        Word word) {

    /**
     * What the awarding body has said.
     *
     * @param due    whether it still has to rule on something
     * @param voided whether it ruled that there is no score
     * @param lost   whether it waits no more
     */
    record Word(boolean due, boolean voided, boolean lost) {}

    /**
     * A run that was packed for it.
     *
     * @param stands  whether it is the one that was to be sat in the end
     * @param lost    whether nobody waits for it any more
     */
    record Run(
            UUID script,
            boolean stands,
            ScriptDirectory.@Nullable Outcome outcome,
            @Nullable ScriptMark mark,
            boolean lost) {

        /** Whether somebody has sat it, whatever became of the script. */
        private boolean isSat() {
            return switch (outcome) {
                case COUNTS, UNDECIDED -> true;
                case HANDED_IN -> !lost;
                case ABSENT, NOT_STARTED -> false;
                case null -> false;
            };
        }
    }

    /**
     * Whoever got other hours has runs that nobody was to sit any more. Of those only a script tells anything; that nobody came to the old
     * hours does not. Two that were sat are for a person to decide.
     *
     * @param full    what the subject is worth
     * @param runs    all that were ever packed for it
     * @param due     as {@code voided}, of any of them
     */
    static Evidence of(Subject subject, int full, List<Run> runs, boolean due, boolean voided) {
        var sat = runs.stream().filter(Run::isSat).toList();
        var telling = sat.isEmpty() ? runs.stream().filter(Run::stands).toList() : sat;
        if (telling.isEmpty()) {
            return new Evidence(subject, full, null, null, null, new Word(due, voided, false));
        }
        var one = telling.stream()
                .min(Comparator.comparing((Run run) -> !run.stands()).thenComparing(Run::script))
                .orElseThrow();
        return telling.size() == 1
                ? new Evidence(
                        subject, full, one.script(), one.outcome(), one.mark(), new Word(due, voided, one.lost()))
                : new Evidence(
                        subject,
                        full,
                        one.script(),
                        ScriptDirectory.Outcome.UNDECIDED,
                        null,
                        new Word(due, voided, false));
    }

    /** What keeps it from being an entry, if anything does. A person's word comes first: a rule breaker's paper need not be marked. */
    Optional<Problem.Kind> problem() {
        if (script == null) {
            return Optional.of(Problem.Kind.NOT_SEATED);
        }
        if (word.due()) {
            return Optional.of(Problem.Kind.NOT_RULED);
        }
        if (word.voided()) {
            return Optional.empty();
        }
        return switch (outcome) {
            case null -> problemOfWaiting();
            case HANDED_IN -> problemOfWaiting();
            case UNDECIDED -> Optional.of(Problem.Kind.UNDECIDED);
            case ABSENT, NOT_STARTED -> Optional.empty();
            case COUNTS -> problemOfMark();
        };
    }

    private Optional<Problem.Kind> problemOfWaiting() {
        return word.lost() ? Optional.empty() : Optional.of(Problem.Kind.NOT_RETURNED);
    }

    private Optional<Problem.Kind> problemOfMark() {
        if (mark == null || !mark.complete()) {
            return Optional.of(Problem.Kind.NOT_MARKED);
        }
        return mark.full() == full ? Optional.empty() : Optional.of(Problem.Kind.FULL_MARKS_DIFFER);
    }

    /** The entry that it makes; empty as long as there is a problem. */
    Optional<Entry> entry() {
        var run = script;
        return run == null || problem().isPresent()
                ? Optional.empty()
                : Optional.of(new Entry(subject, run, status(), score(), full));
    }

    private Entry.Status status() {
        if (word.voided()) {
            return Entry.Status.VOID;
        }
        return switch (outcome) {
            case null -> Entry.Status.LOST;
            case HANDED_IN -> Entry.Status.LOST;
            case ABSENT, NOT_STARTED -> Entry.Status.ABSENT;
            case COUNTS, UNDECIDED -> Entry.Status.SCORED;
        };
    }

    private @Nullable Integer score() {
        return status() == Entry.Status.SCORED && mark != null ? mark.total() : null;
    }
}
