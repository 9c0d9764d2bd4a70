package org.onex.center.seating;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationDirectory;
import org.springframework.stereotype.Component;

/** Chooses who sits which of the alternative sessions, or foresees how many it will be. */
@Component
class ChooseSessions {

    private final RegistrationDirectory registrations;
    private final GivenSessions given;

    ChooseSessions(RegistrationDirectory registrations, GivenSessions given) {
        this.registrations = registrations;
        this.given = given;
    }

    /**
     * Keeps everybody else from giving hours to whoever has a choice here, until the transaction ends. Whoever has none needs no lock: their
     * hours are those of the plan, and whoever chooses for another registration of theirs knows them.
     */
    void hold(List<Registered> people, List<Slot> slots) {
        registrations.hold(people.stream()
                .filter(who -> hasAlternatives(who, slots))
                .map(who -> who.key().candidate())
                .collect(Collectors.toSet()));
    }

    /** The same people, slots and other engagements give the same sessions; stored is nothing. */
    SessionChoice choose(List<Registered> people, List<Slot> slots) {
        Set<UUID> candidates = people.stream().map(who -> who.key().candidate()).collect(Collectors.toSet());
        return SessionChoice.of(people, slots, registrations.engagements(candidates), given.of(candidates));
    }

    /**
     * How many people will sit in which session.
     *
     * @param isFrozen whether it is final who comes; as long as it is not, only the number is looked at
     */
    Demand foresee(PlanSite where, List<Slot> slots, boolean isFrozen) {
        var counts = registrations.siteCounts(where.plan(), Set.of(where.site()));
        var isPlain = counts.stream()
                .allMatch(count -> slots.stream()
                                .flatMap(slot -> slot.sessions().stream())
                                .filter(session -> session.isOf(count.qualification(), count.level()))
                                .count()
                        <= 1);
        if (isPlain || !isFrozen) {
            return Demand.spread(counts, slots);
        }
        var people = registrations.registered(where.plan(), where.site());
        return Demand.chosen(people, choose(people, slots), slots);
    }

    private static boolean hasAlternatives(Registered who, List<Slot> slots) {
        return slots.stream()
                        .flatMap(slot -> slot.sessions().stream())
                        .filter(session -> session.isOf(who.qualification(), who.level()))
                        .count()
                > 1;
    }
}
