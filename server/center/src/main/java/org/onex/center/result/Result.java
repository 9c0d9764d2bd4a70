package org.onex.center.result;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.registration.RegistrationKey;
import org.onex.contract.kernel.IdNumber;

/**
 * What came of a registration (成绩): its entries, and whether that is a pass (合格). With what was known of the person when they were
 * registered.
 *
 * @param entries in the order in which the subjects are sat; those that are a problem are missing
 * @param outcome null while one is missing
 */
record Result(
        RegistrationKey key,
        Who who,
        What what,
        List<Entry> entries,
        @Nullable Outcome outcome) {

    Result {
        entries = List.copyOf(entries);
    }

    /** Whether somebody gets a certificate. */
    enum Outcome {
        PASSED,
        FAILED
    }

    /**
     * Whose it is.
     *
     * @param enrolment at the college that registered them
     * @param college   code of the responsible college (归口院校)
     */
    record Who(UUID enrolment, String college, String className, String name, IdNumber number) {}

    /**
     * Of what.
     *
     * @param plan   its code; likewise the awarding body and the qualification
     * @param ticket null if they got no seat
     */
    record What(
            String plan,
            String awardingBody,
            UUID site,
            @Nullable String ticket,
            String qualification,
            Level level) {}

    Optional<Entry> entry(Subject subject) {
        return entries.stream().filter(one -> one.subject() == subject).findFirst();
    }

    /** The same with other entries, decided anew by the rule of the scheme. */
    Result with(List<Entry> others, PassRule rule) {
        return new Result(key, who, what, others, rule.outcome(others));
    }

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
        @Nullable Outcome outcome(List<Entry> entries) {
            var found =
                    subjects.stream().map(subject -> entry(entries, subject)).toList();
            if (found.stream().anyMatch(Optional::isEmpty)) {
                return null;
            }
            return found.stream().flatMap(Optional::stream).allMatch(this::isEnough) ? Outcome.PASSED : Outcome.FAILED;
        }

        private static Optional<Entry> entry(List<Entry> entries, Subject subject) {
            return entries.stream().filter(one -> one.subject() == subject).findFirst();
        }

        private boolean isEnough(Entry entry) {
            var score = entry.score();
            return entry.status() == Entry.Status.SCORED && score != null && score >= eachAtLeast;
        }
    }
}
