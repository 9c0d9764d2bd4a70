package org.onex.center.registration;

import java.util.List;

/** What other modules may ask about registrations; those that were withdrawn do not count. */
public interface RegistrationDirectory {

    /** How many people are registered for a plan, by college, qualification and level; no line where nobody is. */
    List<RegistrationCount> counts(String plan);

    /** The same of one college. */
    List<RegistrationCount> counts(String plan, String college);

    /** The plans whose registrations are final, also those for which nobody is registered; the earliest first. */
    List<RegistrationsFrozen> frozenPlans();
}
