package org.onex.center.result;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Subject;

/**
 * When somebody has passed (合格标准; 000 and 002: 理论和实操同时达到60分（含）以上为合格): every subject has at least so many points, by the
 * version of the scheme with which the plan was published.
 *
 * @param subjects    that the plan examines, in their order
 * @param fullMarks   what each of them is worth
 * @param eachAtLeast points
 */
record PassRule(List<Subject> subjects, Map<Subject, Integer> fullMarks, int eachAtLeast) {

    PassRule {
        subjects = List.copyOf(subjects);
        fullMarks = Map.copyOf(fullMarks);
    }

    int full(Subject subject) {
        return Objects.requireNonNull(fullMarks.get(subject));
    }

    /** Null while an entry is missing; what has no score is no pass, whatever the reason. */
    Result.@Nullable Outcome outcome(List<Entry> entries) {
        var found = subjects.stream().map(subject -> entry(entries, subject)).toList();
        if (found.stream().anyMatch(Optional::isEmpty)) {
            return null;
        }
        return found.stream().flatMap(Optional::stream).allMatch(this::isEnough)
                ? Result.Outcome.PASSED
                : Result.Outcome.FAILED;
    }

    private static Optional<Entry> entry(List<Entry> entries, Subject subject) {
        return entries.stream().filter(one -> one.subject() == subject).findFirst();
    }

    private boolean isEnough(Entry entry) {
        var score = entry.score();
        return entry.status() == Entry.Status.SCORED && score != null && score >= eachAtLeast;
    }
}
