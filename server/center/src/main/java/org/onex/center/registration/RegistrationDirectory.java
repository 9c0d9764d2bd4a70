package org.onex.center.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.contract.kernel.Window;

/** What other modules may ask about registrations; those that were withdrawn do not count. */
public interface RegistrationDirectory {

    /** How many people are registered for a plan, by college, qualification and level; no line where nobody is. */
    List<RegistrationCount> counts(String plan);

    /** The same of one college. */
    List<RegistrationCount> counts(String plan, String college);

    /** The plans whose registrations are final, also those for which nobody is registered; the earliest first. */
    List<RegistrationsFrozen> frozenPlans();

    /** When the registrations for a plan became final; empty as long as they may change. */
    Optional<Instant> frozenAt(String plan);

    /** How many people are registered to sit where, by site, qualification and level; no line where nobody is. */
    List<SiteCount> siteCounts(String plan);

    /** The same of some sites. */
    List<SiteCount> siteCounts(String plan, Collection<UUID> sites);

    /** The sites at which a college's people are registered to sit for a plan. */
    Set<UUID> sitesOf(String plan, String college);

    /** The plans for which a college has registered people. */
    Set<String> plansOf(String college);

    /** Those of some plans for which anybody is registered. */
    Set<String> inhabited(Collection<String> plans);

    /** Whoever is registered to sit at a site for a plan, always in one order, whatever database it is: by college, class, name and id. */
    List<Registered> registered(String plan, UUID site);

    /** Everything of every awarding body that takes these people's time, what is over too. */
    Map<UUID, List<Engagement>> engagements(Collection<UUID> candidates);

    /** Keeps everybody else from changing what these people are registered for, and from holding them, until the transaction ends. */
    void hold(Collection<UUID> candidates);

    /** What has been settled of registrations whose plan leaves a choice; whoever gives people their sessions answers it. */
    interface SettledSessions {

        /** The number of the alternative that they will sit, from 1, by registration; absent where nothing is settled yet. */
        Map<RegistrationKey, Integer> of(Collection<UUID> candidates);
    }

    /**
     * How many people are to sit at a site for a level of a qualification.
     *
     * @param qualification its code
     */
    record SiteCount(UUID site, String qualification, Level level, int people) {}

    /**
     * A registration as a claim on a person's time.
     *
     * @param plan          its code; likewise the qualification
     * @param sessions      the hours of each alternative in the plan's order; they will have to be there in one of them
     */
    record Engagement(
            RegistrationKey registration, String plan, String qualification, Level level, List<Window> sessions) {

        public Engagement {
            sessions = List.copyOf(sessions);
        }
    }
}
