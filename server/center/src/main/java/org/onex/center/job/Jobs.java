package org.onex.center.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.TimePlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All jobs, those that ended too. */
@Repository
class Jobs implements JobDirectory {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Jobs(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Job added) {
        jdbc.sql("""
                insert into job.job
                    (id, kind, subject, owner_kind, owner_code, login, name, state, done, total, since, is_cancel_wanted, run, attempts, facts)
                values
                    (:id, :kind, :subject, :ownerKind, :ownerCode, :login, :name, :state, 0, 0, :since, false, 0, 0, '{}')
                """)
                .param("id", added.id())
                .param("kind", added.kind())
                .param("subject", added.subject())
                .param("ownerKind", added.ownerKind().name())
                .param("ownerCode", added.ownerCode())
                .param("login", added.login())
                .param("name", added.name())
                .param("state", added.state().name())
                .param("since", Timestamp.from(added.since()))
                .update();
    }

    Optional<Job> find(UUID id) {
        return jdbc.sql("select * from job.job where id = :id")
                .param("id", id)
                .query((row, n) -> job(row))
                .optional();
    }

    @Override
    public Optional<JobView> job(UUID id) {
        return find(id).map(Job::view);
    }

    @Override
    public Map<UUID, JobView> jobs(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select * from job.job where id in (:ids)")
                        .param("ids", Set.copyOf(ids))
                        .query((row, n) -> job(row))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Job::id, Job::view));
    }

    /** The newest first. */
    List<Job> list(Actor actor, String after, int limit) {
        var place = TimePlace.of(after);
        return owned("""
                select * from job.job
                where owner_kind = :ownerKind and owner_code = :ownerCode
                  and (cast(:since as timestamptz) is null or (since, id) < (:since, cast(:id as uuid)))
                order by since desc, id desc limit :limit
                """, actor)
                .param("since", place.since())
                .param("id", place.id())
                .param("limit", limit)
                .query((row, n) -> job(row))
                .list();
    }

    int count(Actor actor) {
        return owned("""
                select count(*) from
                    (select 1 from job.job where owner_kind = :ownerKind and owner_code = :ownerCode limit :cap) counted
                """, actor)
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec owned(String sql, Actor actor) {
        return jdbc.sql(sql)
                .param("ownerKind", actor.organization().kind().name())
                .param("ownerCode", actor.organization().code());
    }

    /**
     * A run of a job.
     *
     * @param number   counts the runs; an earlier one has nothing to say any more
     * @param attempts how many there were since the last progress
     */
    record Begun(int number, int attempts) {}

    /** Notes that somebody works on it now; nothing if it has ended or nobody wants it any more. */
    Optional<Begun> begin(UUID id) {
        return jdbc.sql("""
                update job.job set state = 'RUNNING', run = run + 1, attempts = attempts + 1
                where id = :id and state in ('WAITING', 'RUNNING') and not is_cancel_wanted
                returning run, attempts
                """)
                .param("id", id)
                .query((row, n) -> new Begun(row.getInt("run"), row.getInt("attempts")))
                .optional();
    }

    /** Notes how far a run is; false if it is not wanted, or another one has the job. */
    boolean progress(UUID id, int run, long done, long total) {
        return jdbc.sql("""
                update job.job set
                    attempts = case when :done > done then 0 else attempts end, done = :done, total = :total
                where id = :id and run = :run and state = 'RUNNING' and not is_cancel_wanted
                """)
                        .param("id", id)
                        .param("run", run)
                        .param("done", done)
                        .param("total", total)
                        .update()
                == 1;
    }

    /** Whether a run that may not go on was cancelled; otherwise another one has the job. */
    boolean isCancelled(UUID id, int run) {
        return jdbc.sql("select count(*) from job.job where id = :id and run = :run and is_cancel_wanted")
                        .param("id", id)
                        .param("run", run)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    void wait(UUID id, int run) {
        jdbc.sql("""
                update job.job set state = 'WAITING', attempts = attempts - 1
                where id = :id and run = :run and state = 'RUNNING'
                """).param("id", id).param("run", run).update();
    }

    /** Ends a job that is not being worked on. */
    void endUnstarted(UUID id, Instant now) {
        jdbc.sql("""
                update job.job set state = 'CANCELLED', ended = :now
                where id = :id and state in ('WAITING', 'RUNNING') and is_cancel_wanted
                """).param("id", id).param("now", Timestamp.from(now)).update();
    }

    void end(UUID id, int run, JobState state, Job.Outcome outcome, Instant now) {
        jdbc.sql("""
                update job.job set state = :state, code = :code, facts = :facts, ended = :now
                where id = :id and run = :run and state in ('WAITING', 'RUNNING')
                """)
                .param("id", id)
                .param("run", run)
                .param("state", state.name())
                .param("code", outcome.code())
                .param("facts", json.writeValueAsString(outcome.facts()))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Says that nobody wants it any more; who works on it notices at the next step. */
    void cancel(UUID id) {
        jdbc.sql("update job.job set is_cancel_wanted = true where id = :id")
                .param("id", id)
                .update();
    }

    private Job job(ResultSet row) throws SQLException {
        var ended = row.getTimestamp("ended");
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                OrganizationKind.valueOf(row.getString("owner_kind")),
                row.getString("owner_code"),
                row.getString("login"),
                row.getString("name"),
                JobState.valueOf(row.getString("state")),
                row.getLong("done"),
                row.getLong("total"),
                row.getTimestamp("since").toInstant(),
                ended == null ? null : ended.toInstant(),
                new Job.Outcome(optional(row, "code"), json.readValue(row.getString("facts"), FACTS)));
    }

    private static @Nullable String optional(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
