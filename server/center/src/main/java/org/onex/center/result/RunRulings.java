package org.onex.center.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.organization.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What awarding bodies have said on incidents, and of which runs nobody waits any more. */
@Repository
class RunRulings {

    private final JdbcClient jdbc;

    RunRulings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an awarding body decides on something that invigilators wrote down (违规认定). */
    enum Finding {
        /** Nothing follows from it. */
        DISMISSED,
        /** The subject has no score (本科目成绩无效). */
        SUBJECT_VOID,
        /** No subject of the registration has one (全部科目成绩无效). */
        ALL_VOID
    }

    /** What was decided, and by whom. */
    record Ruling(Finding finding, String reason, String by, Instant at) {}

    /** What holds of the incidents of these runs, by incident. */
    Map<UUID, Ruling> of(Collection<UUID> scripts) {
        var found = new HashMap<UUID, Ruling>();
        if (!scripts.isEmpty()) {
            jdbc.sql("select * from result.ruling where script_id in (:scripts) order by number")
                    .param("scripts", Set.copyOf(scripts))
                    .query((row, n) -> Map.entry(row.getObject("incident_id", UUID.class), ruling(row)))
                    .list()
                    .forEach(one -> found.put(one.getKey(), one.getValue()));
        }
        return found;
    }

    /** The same without the words. */
    Map<UUID, Finding> findings(Collection<UUID> scripts) {
        return of(scripts).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().finding()));
    }

    /** On which incidents of a plan something was decided. */
    Set<UUID> ruled(String plan) {
        return Set.copyOf(jdbc.sql("select distinct incident_id from result.ruling where plan = :plan")
                .param("plan", plan)
                .query(UUID.class)
                .list());
    }

    /** Of which of these runs nobody waits any more. */
    Set<UUID> lost(Collection<UUID> scripts) {
        return scripts.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select script_id from result.loss where script_id in (:scripts)")
                        .param("scripts", Set.copyOf(scripts))
                        .query(UUID.class)
                        .list());
    }

    /** Adds what holds from now on of an incident; the caller holds the plan's sheet. */
    void add(String plan, UUID script, UUID incident, Ruling ruling, Actor actor) {
        jdbc.sql("""
                insert into result.ruling
                    (script_id, incident_id, number, plan, finding, reason, ruled_by, ruled_by_name, ruled_at)
                select :script, :incident, coalesce(max(r.number), 0) + 1, :plan, :finding, :reason, :by, :name, :at
                from result.ruling r where r.script_id = :script and r.incident_id = :incident
                """)
                .param("script", script)
                .param("incident", incident)
                .param("plan", plan)
                .param("finding", ruling.finding().name())
                .param("reason", ruling.reason())
                .param("by", actor.login())
                .param("name", ruling.by())
                .param("at", Timestamp.from(ruling.at()))
                .update();
    }

    /** Nobody waits for this run any more; who said so first is remembered. */
    void lose(String plan, UUID script, String reason, Sheet.Approval by) {
        jdbc.sql("""
                insert into result.loss (script_id, plan, reason, declared_by, declared_by_name, declared_at)
                values (:script, :plan, :reason, :by, :name, :at)
                on conflict (script_id) do nothing
                """)
                .param("script", script)
                .param("plan", plan)
                .param("reason", reason)
                .param("by", by.login())
                .param("name", by.name())
                .param("at", Timestamp.from(by.at()))
                .update();
    }

    private static Ruling ruling(ResultSet row) throws SQLException {
        return new Ruling(
                Finding.valueOf(row.getString("finding")),
                row.getString("reason"),
                row.getString("ruled_by_name"),
                row.getTimestamp("ruled_at").toInstant());
    }
}
