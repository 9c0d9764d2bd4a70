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
 * @param twice   whether another run may tell as well
 */
record Evidence(
        Subject subject,
        int full,
        @Nullable UUID script,
        ScriptDirectory.@Nullable Outcome outcome,
        @Nullable ScriptMark mark,
        boolean twice,
        Word word) {

    /**
     * What the awarding body has said.
     *
     * @param due      whether it still has to rule on something
     * @param voided   whether it ruled that there is no score
     * @param lost     whether it waits no more
     * @param declared whether it declared that there is no score, because nothing else is to be done
     */
    record Word(boolean due, boolean voided, boolean lost, boolean declared) {

        private Word of(Run run) {
            return new Word(due, voided, run.lost(), declared);
        }
    }

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
     * hours does not. Which of two that were sat counts, nobody can say.
     *
     * @param full what the subject is worth
     * @param runs all that were ever packed for it
     * @param word on any of them
     */
    static Evidence of(Subject subject, int full, List<Run> runs, Word word) {
        var sat = runs.stream().filter(Run::isSat).toList();
        var telling = sat.isEmpty() ? runs.stream().filter(Run::stands).toList() : sat;
        return telling.stream()
                .min(Comparator.comparing((Run run) -> !run.stands()).thenComparing(Run::script))
                .map(run -> new Evidence(
                        subject, full, run.script(), run.outcome(), run.mark(), telling.size() > 1, word.of(run)))
                .orElse(new Evidence(subject, full, null, null, null, false, word));
    }

    /** What keeps it from being an entry, if anything does. */
    Optional<Problem.Kind> problem() {
        return matter().filter(kind -> !isSettled(kind));
    }

    /** What is the matter with it, whatever was said about that. A ruling comes first: a rule breaker's paper need not be marked. */
    Optional<Problem.Kind> matter() {
        if (script == null) {
            return Optional.of(Problem.Kind.NOT_SEATED);
        }
        if (word.due()) {
            return Optional.of(Problem.Kind.NOT_RULED);
        }
        if (word.voided()) {
            return Optional.empty();
        }
        return twice ? Optional.of(Problem.Kind.TWO_RUNS) : matterOfRun();
    }

    private Optional<Problem.Kind> matterOfRun() {
        return switch (outcome) {
            case null -> Optional.of(Problem.Kind.NOT_RETURNED);
            case HANDED_IN -> Optional.of(Problem.Kind.NOT_RETURNED);
            case UNDECIDED -> Optional.of(Problem.Kind.UNDECIDED);
            case ABSENT, NOT_STARTED -> Optional.empty();
            case COUNTS -> matterOfMark();
        };
    }

    private Optional<Problem.Kind> matterOfMark() {
        if (mark == null || !mark.complete()) {
            return Optional.of(Problem.Kind.NOT_MARKED);
        }
        return mark.full() == full ? Optional.empty() : Optional.of(Problem.Kind.FULL_MARKS_DIFFER);
    }

    private boolean isSettled(Problem.Kind kind) {
        return kind == Problem.Kind.NOT_RETURNED ? word.lost() : kind.isDeclared() && word.declared();
    }

    /** The entry that it makes; empty as long as there is a problem. */
    Optional<Entry> entry() {
        return problem().isPresent()
                ? Optional.empty()
                : Optional.of(new Entry(subject, script, status(), score(), full));
    }

    private Entry.Status status() {
        if (word.voided()) {
            return Entry.Status.VOID;
        }
        if (matter().isPresent()) {
            return Entry.Status.LOST;
        }
        return outcome == ScriptDirectory.Outcome.COUNTS ? Entry.Status.SCORED : Entry.Status.ABSENT;
    }

    private @Nullable Integer score() {
        return status() == Entry.Status.SCORED && mark != null ? mark.total() : null;
    }
}
