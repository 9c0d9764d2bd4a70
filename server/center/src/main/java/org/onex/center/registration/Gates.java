package org.onex.center.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gates of all published plans. */
@Repository
class Gates {

    private final JdbcClient jdbc;

    Gates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds those that are not there yet. */
    void add(Collection<Gate> added) {
        for (var gate : added) {
            jdbc.sql("""
                    insert into registration.gate (plan, awarding_body, closes_at) values (:plan, :body, :closes)
                    on conflict (plan) do nothing
                    """)
                    .param("plan", gate.plan())
                    .param("body", gate.awardingBody())
                    .param("closes", Timestamp.from(gate.closesAt()))
                    .update();
        }
    }

    Map<String, Gate> find(Collection<String> plans) {
        return plans.isEmpty() ? Map.of() : byPlan("select * from registration.gate where plan in (:plans)", plans);
    }

    Optional<Gate> find(String plan) {
        return Optional.ofNullable(find(Set.of(plan)).get(plan));
    }

    /**
     * Finds gates and keeps them from being shut until the transaction ends. Many may hold them at once. Whoever asks for the time asks
     * after this, because it may take until a freeze has happened.
     */
    Map<String, Gate> hold(Collection<String> plans) {
        return plans.isEmpty()
                ? Map.of()
                : byPlan("select * from registration.gate where plan in (:plans) order by plan for share", plans);
    }

    /** Finds a gate when nobody else holds it, and keeps everybody else from it. */
    Gate holdAlone(String plan) {
        return jdbc.sql("select * from registration.gate where plan = :plan for update")
                .param("plan", plan)
                .query((row, n) -> gate(row))
                .single();
    }

    /** Plans whose deadline is over and whose registrations have not been declared final, the earliest first. */
    List<String> due(Instant now, int limit) {
        return jdbc.sql("""
                select plan from registration.gate
                where frozen_at is null and closes_at <= :now order by closes_at, plan limit :limit
                """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, n) -> row.getString("plan"))
                .list();
    }

    /** Those that were shut for ever, the earliest first. */
    List<RegistrationsFrozen> frozen() {
        return jdbc.sql(
                        "select plan, frozen_at from registration.gate where frozen_at is not null order by frozen_at, plan")
                .query((row, n) -> new RegistrationsFrozen(
                        row.getString("plan"), row.getTimestamp("frozen_at").toInstant()))
                .list();
    }

    void freeze(Gate frozen) {
        jdbc.sql("update registration.gate set frozen_at = :frozen where plan = :plan")
                .param("frozen", frozen.frozenAt() == null ? null : Timestamp.from(frozen.frozenAt()))
                .param("plan", frozen.plan())
                .update();
    }

    private Map<String, Gate> byPlan(String sql, Collection<String> plans) {
        var gates = new TreeMap<String, Gate>();
        jdbc.sql(sql)
                .param("plans", new TreeSet<>(plans))
                .query((row, n) -> gate(row))
                .list()
                .forEach(gate -> gates.put(gate.plan(), gate));
        return gates;
    }

    private static Gate gate(ResultSet row) throws SQLException {
        var frozen = row.getTimestamp("frozen_at");
        return new Gate(
                row.getString("plan"),
                row.getString("awarding_body"),
                row.getTimestamp("closes_at").toInstant(),
                frozen == null ? null : frozen.toInstant());
    }
}
