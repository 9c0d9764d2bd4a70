package org.onex.center.result;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.onex.center.catalog.Subject;

/**
 * When somebody has passed (合格标准; 000 and 002: 理论和实操同时达到60分（含）以上为合格): every subject has at least so many points, by the
 * version of the scheme with which the plan was published.
 *
 * @param full what each subject of the scheme is worth
 */
record PassRule(Map<Subject, Integer> full, int eachAtLeast) {

    PassRule {
        full = Map.copyOf(full);
    }

    /** What has no score is no pass, whatever the reason. */
    Result.Outcome outcome(List<Entry> entries) {
        return isPassedIn(entries) ? Result.Outcome.PASSED : Result.Outcome.FAILED;
    }

    private boolean isPassedIn(List<Entry> entries) {
        return subjects(entries).containsAll(full.keySet())
                && entries.stream()
                        .allMatch(entry -> entry.status() == Entry.Status.SCORED
                                && Objects.requireNonNull(entry.score()) >= eachAtLeast);
    }

    private static Set<Subject> subjects(List<Entry> entries) {
        return entries.stream().map(Entry::subject).collect(Collectors.toSet());
    }
}
