package org.onex.center.fee;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.onex.center.catalog.Level;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationCount;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.registration.RegistrationsFrozen;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Who is registered, written down by a test: 网店运营推广 only. */
public final class RegistrationsOnPaper implements RegistrationDirectory {

    private final Map<String, Map<String, RegistrationCount>> plans = new ConcurrentHashMap<>();

    private final Map<String, RegistrationsFrozen> frozen = new ConcurrentHashMap<>();

    @TestConfiguration
    public static class Configuration {

        @Bean
        @Primary
        RegistrationsOnPaper registrationsOnPaper() {
            return new RegistrationsOnPaper();
        }
    }

    /** So many people of a college are registered from now on. */
    public void write(String plan, String college, Level level, int people) {
        plans.computeIfAbsent(plan, code -> new ConcurrentHashMap<>())
                .put(college + level, new RegistrationCount(college, "WDYY", level, people));
    }

    /** The registrations of a plan are final; nobody is told. */
    void freeze(String plan, Instant at) {
        frozen.put(plan, new RegistrationsFrozen(plan, at));
    }

    void clear() {
        plans.clear();
        frozen.clear();
    }

    @Override
    public List<RegistrationCount> counts(String plan) {
        var counts = new ArrayList<>(plans.getOrDefault(plan, Map.of()).values());
        counts.removeIf(count -> count.people() == 0);
        return counts;
    }

    @Override
    public List<RegistrationCount> counts(String plan, String college) {
        return counts(plan).stream()
                .filter(count -> count.college().equals(college))
                .toList();
    }

    @Override
    public List<RegistrationsFrozen> frozenPlans() {
        return List.copyOf(frozen.values());
    }

    @Override
    public Optional<Instant> frozenAt(String plan) {
        return Optional.ofNullable(frozen.get(plan)).map(RegistrationsFrozen::frozenAt);
    }

    // Bills do not ask who sits where, and whoever does finds nobody.

    @Override
    public List<SiteCount> siteCounts(String plan) {
        return List.of();
    }

    @Override
    public List<SiteCount> siteCounts(String plan, Collection<UUID> sites) {
        return List.of();
    }

    @Override
    public Set<String> plansOf(String college) {
        return plans.keySet().stream()
                .filter(plan -> !counts(plan, college).isEmpty())
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> inhabited(Collection<String> plans) {
        return plans.stream().filter(plan -> !counts(plan).isEmpty()).collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> sitesOf(String plan, String college) {
        return Set.of();
    }

    @Override
    public List<Registered> registered(String plan, UUID site) {
        return List.of();
    }

    @Override
    public Map<UUID, List<Engagement>> engagements(Collection<UUID> candidates) {
        return Map.of();
    }

    @Override
    public void hold(Collection<UUID> candidates) {
        // Nobody is.
    }
}
