package org.onex.center.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.catalog.Level;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers other modules' questions about registrations. */
@Component
class RegistrationOutlines implements RegistrationDirectory {

    private final JdbcClient jdbc;
    private final Registrations registrations;
    private final Gates gates;
    private final PlanDirectory plans;

    RegistrationOutlines(JdbcClient jdbc, Registrations registrations, Gates gates, PlanDirectory plans) {
        this.jdbc = jdbc;
        this.registrations = registrations;
        this.gates = gates;
        this.plans = plans;
    }

    @Override
    public List<RegistrationCount> counts(String plan) {
        return registrations.counts(plan);
    }

    @Override
    public List<RegistrationCount> counts(String plan, String college) {
        return registrations.counts(plan, college);
    }

    @Override
    public List<RegistrationsFrozen> frozenPlans() {
        return gates.frozen();
    }

    @Override
    public Optional<Instant> frozenAt(String plan) {
        return gates.find(plan).map(Gate::frozenAt);
    }

    @Override
    public List<SiteCount> siteCounts(String plan) {
        return siteCounts("", Map.of("plan", plan));
    }

    @Override
    public List<SiteCount> siteCounts(String plan, Collection<UUID> sites) {
        return sites.isEmpty()
                ? List.of()
                : siteCounts("and site_id in (:sites)", Map.of("plan", plan, "sites", Set.copyOf(sites)));
    }

    private List<SiteCount> siteCounts(String restriction, Map<String, Object> parameters) {
        return jdbc.sql("""
                select site_id, qualification, level, count(*) as people from registration.registration
                where plan = :plan and withdrawn is null %s
                group by site_id, qualification, level order by site_id, qualification, level
                """.formatted(restriction))
                .params(parameters)
                .query((row, n) -> new SiteCount(
                        row.getObject("site_id", UUID.class),
                        row.getString("qualification"),
                        Level.valueOf(row.getString("level")),
                        row.getInt("people")))
                .list();
    }

    @Override
    public Set<UUID> sitesOf(String plan, String college) {
        return new HashSet<>(jdbc.sql("""
                select distinct site_id from registration.registration
                where plan = :plan and college = :college and withdrawn is null
                """)
                .param("plan", plan)
                .param("college", college)
                .query(UUID.class)
                .list());
    }

    @Override
    public Set<String> plansOf(String college) {
        return new HashSet<>(jdbc.sql(
                        "select distinct plan from registration.registration where college = :college and withdrawn is null")
                .param("college", college)
                .query(String.class)
                .list());
    }

    @Override
    public Set<String> inhabited(Collection<String> plans) {
        return plans.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(
                                "select plan from registration.registration where plan in (:plans) and withdrawn is null group by plan")
                        .param("plans", Set.copyOf(plans))
                        .query(String.class)
                        .list());
    }

    @Override
    public List<Registered> registered(String plan, UUID site) {
        var found = jdbc.sql("""
                select * from registration.registration
                where plan = :plan and site_id = :site and withdrawn is null
                order by college collate "C", class_name collate "C", name collate "C", id
                """)
                .param("plan", plan)
                .param("site", site)
                .query((row, n) -> registrations.registration(row))
                .list();
        return registrations.withSubjects(found).stream()
                .map(RegistrationOutlines::registered)
                .toList();
    }

    private static Registered registered(Registration registration) {
        var who = registration.who();
        return new Registered(
                registration.key(),
                who.enrolment(),
                who.college(),
                who.name(),
                who.number(),
                who.kind(),
                who.className(),
                registration.what().qualification(),
                registration.what().level(),
                registration.subjects());
    }

    @Override
    public Map<UUID, List<Engagement>> engagements(Collection<UUID> candidates) {
        var engagements = new HashMap<UUID, List<Engagement>>();
        // Many people sit few plans, and a plan is remembered by itself only after the transaction.
        var known = new HashMap<String, Optional<PlanOutline>>();
        registrations
                .standing(candidates)
                .forEach((candidate, standing) -> engagements.put(
                        candidate,
                        standing.stream()
                                .map(one -> engagement(
                                        one, known.computeIfAbsent(one.what().plan(), plans::published)))
                                .flatMap(Optional::stream)
                                .collect(Collectors.toList())));
        return engagements;
    }

    private static Optional<Engagement> engagement(Registration registration, Optional<PlanOutline> known) {
        var what = registration.what();
        return known.flatMap(plan -> plan.offering(what.qualification(), what.level()))
                .map(offered -> new Engagement(
                        registration.key(), what.plan(), what.qualification(), what.level(), offered.spans()));
    }

    @Override
    public void hold(Collection<UUID> candidates) {
        registrations.lockPeople(candidates);
    }
}
