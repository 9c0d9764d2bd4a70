package org.onex.center.result;

import java.util.List;
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
}
