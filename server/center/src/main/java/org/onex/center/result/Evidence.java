package org.onex.center.result;

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
 * @param script  the run that was packed for it; null if none was
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
            case null -> word.lost() ? Optional.empty() : Optional.of(Problem.Kind.NOT_RETURNED);
            case UNDECIDED -> Optional.of(Problem.Kind.UNDECIDED);
            case ABSENT, NOT_STARTED -> Optional.empty();
            case COUNTS -> problemOfMark();
        };
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
            case ABSENT, NOT_STARTED -> Entry.Status.ABSENT;
            case COUNTS, UNDECIDED -> Entry.Status.SCORED;
        };
    }

    private @Nullable Integer score() {
        return status() == Entry.Status.SCORED && mark != null ? mark.total() : null;
    }
}
