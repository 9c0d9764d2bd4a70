package org.onex.center.seating;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.registration.Registered;
import org.onex.center.registration.RegistrationDirectory;
import org.onex.center.registration.RegistrationKey;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions that people have got, at whatever site and for whatever plan. */
@Repository
class GivenSessions implements RegistrationDirectory.SettledSessions {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    GivenSessions(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Map<RegistrationKey, Integer> of(Collection<UUID> candidates) {
        if (candidates.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                select candidate_id, registration_id, session from seating.given_session where candidate_id in (:candidates)
                """)
                .param("candidates", Set.copyOf(candidates))
                .query((row, n) -> Map.entry(
                        new RegistrationKey(
                                row.getObject("candidate_id", UUID.class),
                                row.getObject("registration_id", UUID.class)),
                        row.getInt("session")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void add(PlanSite where, List<Registered> people, Map<RegistrationKey, Integer> sessions) {
        batches.batchUpdate(
                """
                insert into seating.given_session
                    (candidate_id, registration_id, plan, qualification, level, site_id, session)
                values (:candidate, :registration, :plan, :qualification, :level, :site, :session)
                """,
                people.stream()
                        .map(who -> new MapSqlParameterSource("plan", where.plan())
                                .addValue("site", where.site())
                                .addValue("candidate", who.key().candidate())
                                .addValue("registration", who.key().id())
                                .addValue("qualification", who.qualification())
                                .addValue("level", who.level().name())
                                .addValue("session", sessions.get(who.key())))
                        .toArray(SqlParameterSource[]::new));
    }

    void remove(PlanSite where) {
        jdbc.sql("delete from seating.given_session where site_id = :site and plan = :plan")
                .params(where.parameters())
                .update();
    }
}
