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
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.center.registration.RegistrationKey;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What awarding bodies have said on incidents, of which runs nobody waits any more, and where there is no score. */
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

    /** A subject of a registration, whether anything was ever packed for it or not. */
    record Sitting(RegistrationKey registration, Subject subject) {}

    /** That there is no score (无成绩), why, and by whose word. */
    record Loss(String reason, String by, Instant at) {}

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
    Map<UUID, Loss> lost(Collection<UUID> scripts) {
        var found = new HashMap<UUID, Loss>();
        if (!scripts.isEmpty()) {
            jdbc.sql("select * from result.loss where script_id in (:scripts)")
                    .param("scripts", Set.copyOf(scripts))
                    .query((row, n) -> Map.entry(row.getObject("script_id", UUID.class), loss(row)))
                    .list()
                    .forEach(one -> found.put(one.getKey(), one.getValue()));
        }
        return found;
    }

    /** Where it was declared that there is no score, of these people. */
    Map<Sitting, Loss> declared(Collection<RegistrationKey> registrations) {
        var found = new HashMap<Sitting, Loss>();
        if (!registrations.isEmpty()) {
            jdbc.sql("""
                            select * from result.declaration
                            where candidate_id in (:candidates) and registration_id in (:registrations)
                            """)
                    .param(
                            "candidates",
                            registrations.stream()
                                    .map(RegistrationKey::candidate)
                                    .collect(Collectors.toSet()))
                    .param(
                            "registrations",
                            registrations.stream().map(RegistrationKey::id).collect(Collectors.toSet()))
                    .query((row, n) -> Map.entry(sitting(row), loss(row)))
                    .list()
                    .forEach(one -> found.put(one.getKey(), one.getValue()));
        }
        return found;
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
                .paramSource(said(plan, reason, by).addValue("script", script))
                .update();
    }

    /** There is no score here, whatever came; who said so first is remembered. */
    void declare(String plan, Sitting sitting, String reason, Sheet.Approval by) {
        jdbc.sql("""
                insert into result.declaration
                    (candidate_id, registration_id, subject, plan, reason, declared_by, declared_by_name, declared_at)
                values (:candidate, :registration, :subject, :plan, :reason, :by, :name, :at)
                on conflict (candidate_id, registration_id, subject) do nothing
                """).paramSource(place(sitting, said(plan, reason, by))).update();
    }

    /**
     * Takes back that there is no score: what was said before stays on the trail.
     *
     * @param runs all that were packed for it
     * @return whether anything was said
     */
    boolean takeBack(Sitting sitting, Collection<UUID> runs) {
        var taken = jdbc.sql("""
                delete from result.declaration
                where candidate_id = :candidate and registration_id = :registration and subject = :subject
                """)
                .paramSource(place(sitting, new MapSqlParameterSource()))
                .update();
        if (!runs.isEmpty()) {
            taken += jdbc.sql("delete from result.loss where script_id in (:runs)")
                    .param("runs", Set.copyOf(runs))
                    .update();
        }
        return taken > 0;
    }

    private static MapSqlParameterSource said(String plan, String reason, Sheet.Approval by) {
        return new MapSqlParameterSource("plan", plan)
                .addValue("reason", reason)
                .addValue("by", by.login())
                .addValue("name", by.name())
                .addValue("at", Timestamp.from(by.at()));
    }

    private static MapSqlParameterSource place(Sitting sitting, MapSqlParameterSource parameters) {
        return parameters
                .addValue("candidate", sitting.registration().candidate())
                .addValue("registration", sitting.registration().id())
                .addValue("subject", sitting.subject().name());
    }

    private static Sitting sitting(ResultSet row) throws SQLException {
        return new Sitting(
                new RegistrationKey(
                        row.getObject("candidate_id", UUID.class), row.getObject("registration_id", UUID.class)),
                Subject.valueOf(row.getString("subject")));
    }

    private static Loss loss(ResultSet row) throws SQLException {
        return new Loss(
                row.getString("reason"),
                row.getString("declared_by_name"),
                row.getTimestamp("declared_at").toInstant());
    }

    private static Ruling ruling(ResultSet row) throws SQLException {
        return new Ruling(
                Finding.valueOf(row.getString("finding")),
                row.getString("reason"),
                row.getString("ruled_by_name"),
                row.getTimestamp("ruled_at").toInstant());
    }
}
