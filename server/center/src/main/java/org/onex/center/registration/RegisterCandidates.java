package org.onex.center.registration;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.onex.center.site.SiteDirectory;
import org.onex.foundation.ids.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Registers people: each wholly, with a record for every subject, or not at all. */
@Service
class RegisterCandidates {

    private final Registrations registrations;
    private final Gates gates;
    private final SiteDirectory sites;
    private final JudgeWishes judge;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RegisterCandidates(
            Registrations registrations,
            Gates gates,
            SiteDirectory sites,
            JudgeWishes judge,
            Clock clock,
            ApplicationEventPublisher events) {
        this.registrations = registrations;
        this.gates = gates;
        this.sites = sites;
        this.judge = judge;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param read finds out who and what is meant; it is asked twice, because before the locks are there everything may still change
     * @return one judgement each, in their order; what is possible has been added
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Judgement> register(Supplier<List<ReadWishes.WishReading>> read) {
        var first = read.get();
        var locked = lock(first);
        var second = read.get();
        var readings = IntStream.range(0, first.size())
                .mapToObj(i -> locked.covers(second.get(i)) ? second.get(i) : passedOver(first.get(i)))
                .toList();
        // Only now that nobody can shut the gates any more: whoever waited for them may be too late.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var judgements = judge.judge(readings, now);
        var added = new ArrayList<Registration>();
        var results = new ArrayList<Judgement>();
        for (var judgement : judgements) {
            var wish = judgement.wish();
            if (judgement.isNew() && wish != null) {
                var registration = Registration.submitted(Ids.next(), wish, now);
                added.add(registration);
                results.add(judgement.added(registration));
            } else {
                results.add(judgement);
            }
        }
        registrations.add(added);
        added.stream()
                .map(one ->
                        new RegistrationsChanged(one.what().plan(), one.who().college()))
                .distinct()
                .sorted(Comparator.comparing(RegistrationsChanged::plan).thenComparing(RegistrationsChanged::college))
                .forEach(events::publishEvent);
        return results;
    }

    /** What was locked; a wish that has come up meanwhile may be about something else, and would pass by the locks. */
    private record Locked(Set<String> plans, Set<UUID> people, Set<UUID> sites) {

        boolean covers(ReadWishes.WishReading reading) {
            var wish = reading.wish();
            return wish == null
                    || (plans.contains(wish.plan().code())
                            && people.contains(wish.candidate())
                            && sites.contains(wish.site().id()));
        }
    }

    private static ReadWishes.WishReading passedOver(ReadWishes.WishReading first) {
        return first.wish() == null
                ? first
                : ReadWishes.WishReading.refused(
                        List.of(Refusal.of(RegistrationField.PLAN, RegistrationRefused.Code.CHANGED)));
    }

    /** All gates before all people before all sites, each in one order, so that nobody waits for somebody who waits for them. */
    private Locked lock(List<ReadWishes.WishReading> readings) {
        var wishes = readings.stream()
                .map(ReadWishes.WishReading::wish)
                .filter(Objects::nonNull)
                .toList();
        var locked = new Locked(
                wishes.stream().map(wish -> wish.plan().code()).collect(Collectors.toSet()),
                wishes.stream().map(Wish::candidate).collect(Collectors.toSet()),
                wishes.stream().map(wish -> wish.site().id()).collect(Collectors.toSet()));
        gates.hold(locked.plans());
        registrations.lockPeople(locked.people());
        sites.hold(locked.sites());
        return locked;
    }
}
