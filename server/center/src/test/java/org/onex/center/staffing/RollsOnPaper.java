package org.onex.center.staffing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.onex.center.candidate.CandidateKind;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationCount;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.registration.RegistrationKey;
import org.onex.center.registration.RegistrationsFrozen;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.ids.Ids;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Who sits at one site for one plan, written down by a test: people of 90001, all for 初级, with nothing else to do. */
final class RollsOnPaper implements RegistrationDirectory {

    private volatile UUID site = new UUID(0, 0);
    private volatile List<Registered> people = List.of();

    @TestConfiguration
    static class Configuration {

        @Bean
        @Primary
        RollsOnPaper rollsOnPaper() {
            return new RollsOnPaper();
        }
    }

    void write(UUID where, int number) {
        site = where;
        people = IntStream.range(0, number).mapToObj(RollsOnPaper::person).toList();
    }

    private static Registered person(int number) {
        return new Registered(
                new RegistrationKey(Ids.next(), Ids.next()),
                Ids.next(),
                "90001",
                "考生" + number,
                IdNumber.completed("99999920050101%03d".formatted(number)),
                CandidateKind.COLLEGE,
                number % 2 == 0 ? "一班" : "二班",
                "WDYY",
                Level.ELEMENTARY,
                List.of(Subject.THEORY, Subject.PRACTICAL));
    }

    @Override
    public List<RegistrationCount> counts(String plan) {
        return List.of(new RegistrationCount("90001", "WDYY", Level.ELEMENTARY, people.size()));
    }

    @Override
    public List<RegistrationCount> counts(String plan, String college) {
        return counts(plan);
    }

    @Override
    public List<RegistrationsFrozen> frozenPlans() {
        return List.of();
    }

    @Override
    public Optional<Instant> frozenAt(String plan) {
        return Optional.empty();
    }

    @Override
    public List<SiteCount> siteCounts(String plan) {
        return List.of(new SiteCount(site, "WDYY", Level.ELEMENTARY, people.size()));
    }

    @Override
    public List<SiteCount> siteCounts(String plan, Collection<UUID> sites) {
        return sites.contains(site) ? siteCounts(plan) : List.of();
    }

    @Override
    public Set<String> plansOf(String college) {
        return Set.of();
    }

    @Override
    public Set<String> inhabited(Collection<String> plans) {
        return Set.of();
    }

    @Override
    public Set<UUID> sitesOf(String plan, String college) {
        return Set.of(site);
    }

    @Override
    public List<Registered> registered(String plan, UUID where) {
        return where.equals(site) ? people : List.of();
    }

    @Override
    public Map<UUID, List<Engagement>> engagements(Collection<UUID> candidates) {
        return Map.of();
    }

    @Override
    public void hold(Collection<UUID> candidates) {}
}
