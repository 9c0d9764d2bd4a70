package org.onex.center.seating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationCount;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.registration.RegistrationsFrozen;

/** Who is registered, in memory; whoever is held is held in the database. */
final class FakeRolls implements RegistrationDirectory {

    private final Map<PlanSite, List<Registered>> people = new ConcurrentHashMap<>();
    private final Map<String, RegistrationsFrozen> frozen = new ConcurrentHashMap<>();
    private final PlanDirectory plans;
    private final RegistrationDirectory real;

    FakeRolls(PlanDirectory plans, RegistrationDirectory real) {
        this.plans = plans;
        this.real = real;
    }

    void put(PlanSite where, List<Registered> registered) {
        people.put(where, registered);
    }

    void freeze(String plan, Instant at) {
        frozen.put(plan, new RegistrationsFrozen(plan, at));
    }

    @Override
    public List<RegistrationCount> counts(String plan) {
        return List.of();
    }

    @Override
    public List<RegistrationCount> counts(String plan, String college) {
        return List.of();
    }

    @Override
    public List<RegistrationsFrozen> frozenPlans() {
        return List.copyOf(frozen.values());
    }

    @Override
    public Optional<Instant> frozenAt(String plan) {
        return Optional.ofNullable(frozen.get(plan)).map(RegistrationsFrozen::frozenAt);
    }

    @Override
    public List<SiteCount> siteCounts(String plan) {
        var counts = new ArrayList<SiteCount>();
        people.forEach((where, registered) -> {
            if (where.plan().equals(plan)) {
                registered.stream()
                        .collect(Collectors.groupingBy(
                                who -> new SiteCount(where.site(), who.qualification(), who.level(), 0),
                                Collectors.counting()))
                        .forEach((key, number) -> counts.add(
                                new SiteCount(key.site(), key.qualification(), key.level(), number.intValue())));
            }
        });
        return counts;
    }

    @Override
    public List<SiteCount> siteCounts(String plan, Collection<UUID> sites) {
        return siteCounts(plan).stream()
                .filter(count -> sites.contains(count.site()))
                .toList();
    }

    @Override
    public Set<String> plansOf(String college) {
        return people.entrySet().stream()
                .filter(entry ->
                        entry.getValue().stream().anyMatch(who -> who.college().equals(college)))
                .map(entry -> entry.getKey().plan())
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> inhabited(Collection<String> plans) {
        return people.keySet().stream()
                .map(key -> key.plan())
                .filter(plans::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> sitesOf(String plan, String college) {
        return people.entrySet().stream()
                .filter(entry -> entry.getKey().plan().equals(plan))
                .filter(entry ->
                        entry.getValue().stream().anyMatch(who -> who.college().equals(college)))
                .map(entry -> entry.getKey().site())
                .collect(Collectors.toSet());
    }

    @Override
    public List<Registered> registered(String plan, UUID site) {
        return people.getOrDefault(new PlanSite(plan, site), List.of()).stream()
                .sorted(Comparator.comparing(Registered::college)
                        .thenComparing(Registered::className)
                        .thenComparing(Registered::name)
                        .thenComparing(who -> who.key().id()))
                .toList();
    }

    @Override
    public Map<UUID, List<Engagement>> engagements(Collection<UUID> candidates) {
        var engagements = new HashMap<UUID, List<Engagement>>();
        people.forEach((where, registered) -> registered.stream()
                .filter(who -> candidates.contains(who.key().candidate()))
                .forEach(who -> engagements
                        .computeIfAbsent(who.key().candidate(), id -> new ArrayList<>())
                        .add(engagement(where.plan(), who))));
        return engagements;
    }

    private Engagement engagement(String plan, Registered who) {
        var offered = plans.published(plan)
                .flatMap(outline -> outline.offering(who.qualification(), who.level()))
                .orElseThrow();
        return new Engagement(who.key(), plan, who.qualification(), who.level(), offered.spans());
    }

    @Override
    public void hold(Collection<UUID> candidates) {
        real.hold(candidates);
    }
}
