package org.onex.center.marking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All works with their judgements. */
@Repository
class Works {

    private static final TypeReference<Map<String, Integer>> POINTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Works(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** How far the works of a script have come. */
    record Progress(int works, int open, int written) {}

    /**
     * There is this text to mark. A judgement of the very same text stays, also who has it on the desk; what was given for another text is
     * history, out of which it comes back with its text.
     */
    void want(Work.Key key, String plan, String textHash, int full) {
        int reset = jdbc.sql("""
                insert into marking.work (script_id, item, plan, turn, version, text_hash, full_points, gone)
                values (:script, :item, :plan, :turn, 1, :textHash, :full, false)
                on conflict (script_id, item) do update set
                    version = marking.work.version + 1, text_hash = excluded.text_hash, full_points = excluded.full_points, gone = false,
                    holder = null, holder_name = null, held_until = null,
                    judgement = null, points = null, marked_by = null, marked_by_name = null, marked_at = null
                where marking.work.gone or marking.work.text_hash <> excluded.text_hash
                   or marking.work.full_points <> excluded.full_points
                """)
                .param("script", key.script())
                .param("item", key.item())
                .param("plan", plan)
                .param("turn", UUID.randomUUID())
                .param("textHash", textHash)
                .param("full", full)
                .update();
        if (reset > 0) {
            newestJudgement(key, textHash, full).ifPresent(given -> restore(key, given));
        }
    }

    private Optional<Work.Marking> newestJudgement(Work.Key key, String textHash, int full) {
        return jdbc.sql("""
                select version as judgement, total as points, marked_by, marked_by_name, marked_at from marking.judgement
                where script_id = :script and item = :item and text_hash = :textHash and full_points = :full
                order by version desc limit 1
                """)
                .param("script", key.script())
                .param("item", key.item())
                .param("textHash", textHash)
                .param("full", full)
                .query((row, n) -> marking(row))
                .optional();
    }

    private void restore(Work.Key key, Work.Marking given) {
        jdbc.sql("""
                update marking.work set
                    judgement = :judgement, points = :points, marked_by = :login, marked_by_name = :name, marked_at = :at
                where script_id = :script and item = :item
                """)
                .param("script", key.script())
                .param("item", key.item())
                .param("judgement", given.judgement())
                .param("points", given.points())
                .param("login", given.by().login())
                .param("name", given.by().name())
                .param("at", Timestamp.from(given.at()))
                .update();
    }

    /** Of a script only these are to be marked. */
    void keepOnly(UUID script, List<String> items) {
        jdbc.sql("""
                update marking.work set
                    gone = true, version = version + 1, holder = null, holder_name = null, held_until = null,
                    judgement = null, points = null, marked_by = null, marked_by_name = null, marked_at = null
                where script_id = :script and not gone and not (item = any (:items))
                """)
                .param("script", script)
                .param("items", items.toArray(String[]::new))
                .update();
    }

    Progress progress(UUID script) {
        return jdbc.sql("""
                select count(*) as works, count(*) filter (where marked_at is null) as open, coalesce(sum(points), 0) as written
                from marking.work where script_id = :script and not gone
                """)
                .param("script", script)
                .query((row, n) -> new Progress(row.getInt("works"), row.getInt("open"), row.getInt("written")))
                .single();
    }

    Optional<Work> find(Work.Key key) {
        return jdbc.sql("select * from marking.work where script_id = :script and item = :item and not gone")
                .param("script", key.script())
                .param("item", key.item())
                .query((row, n) -> work(row))
                .optional();
    }

    /** Finds it and keeps others from changing it until the transaction ends. */
    Optional<Work> findForChange(Work.Key key) {
        return jdbc.sql("select * from marking.work where script_id = :script and item = :item and not gone for update")
                .param("script", key.script())
                .param("item", key.item())
                .query((row, n) -> work(row))
                .optional();
    }

    List<Work> of(UUID script) {
        return jdbc.sql("select * from marking.work where script_id = :script and not gone order by item")
                .param("script", script)
                .query((row, n) -> work(row))
                .list();
    }

    /** Keeps other requests of this marker out until the transaction ends. */
    void sitDown(String plan, String login) {
        jdbc.sql("insert into marking.desk (plan, login) values (:plan, :login) on conflict (plan, login) do nothing")
                .param("plan", plan)
                .param("login", login)
                .update();
        jdbc.sql("select login from marking.desk where plan = :plan and login = :login for update")
                .param("plan", plan)
                .param("login", login)
                .query(String.class)
                .single();
    }

    /** What this marker has on the desk, also if their time is over and nobody else has taken it. */
    List<Work> heldBy(String plan, String login) {
        return jdbc.sql("""
                select w.* from marking.work w join marking.score s on s.script_id = w.script_id
                where w.plan = :plan and w.holder = :login and not w.gone and s.counts and s.state = 'WAITING'
                order by w.turn
                """)
                .param("plan", plan)
                .param("login", login)
                .query((row, n) -> work(row))
                .list();
    }

    /** The next ones that nobody holds. */
    List<Work> waiting(String plan, Instant now, int limit) {
        return jdbc.sql("""
                select w.* from marking.work w join marking.score s on s.script_id = w.script_id
                where w.plan = :plan and w.marked_at is null and not w.gone and (w.held_until is null or w.held_until <= :now)
                  and s.counts and s.state = 'WAITING'
                order by w.turn limit :limit
                """)
                .param("plan", plan)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, n) -> work(row))
                .list();
    }

    /**
     * Puts a work on a marker's desk, or gives more time to who has it there already.
     *
     * @return the work as it is then; empty if somebody else was quicker
     */
    Optional<Work> hold(Work seen, Work.Hold hold, Instant now) {
        var isTheirs = seen.hold() != null && seen.hold().by().equals(hold.by());
        var version = isTheirs ? seen.version() : seen.version() + 1;
        int held = jdbc.sql("""
                update marking.work set holder = :login, holder_name = :name, held_until = :until, version = :version
                where script_id = :script and item = :item and version = :seen and marked_at is null and not gone
                  and (held_until is null or held_until <= :now or holder = :login)
                """)
                .param("script", seen.key().script())
                .param("item", seen.key().item())
                .param("login", hold.by().login())
                .param("name", hold.by().name())
                .param("until", Timestamp.from(hold.until()))
                .param("now", Timestamp.from(now))
                .param("seen", seen.version())
                .param("version", version)
                .update();
        return held == 0
                ? Optional.empty()
                : Optional.of(new Work(seen.key(), version, seen.textHash(), seen.full(), hold, null));
    }

    /** Stores a work that this transaction has found for change, with its newest judgement. */
    void mark(Work marked, Judgement judgement) {
        jdbc.sql("""
                insert into marking.judgement
                    (script_id, item, version, text_hash, full_points, points, total, remark, marked_by, marked_by_name, marked_at)
                values (:script, :item, :version, :textHash, :full, :points, :total, :remark, :login, :name, :at)
                """)
                .params(columns(marked, judgement))
                .param("textHash", marked.textHash())
                .param("full", marked.full())
                .param("points", json.writeValueAsString(judgement.points()))
                .param("remark", judgement.remark())
                .update();
        jdbc.sql("""
                update marking.work set
                    version = :version, holder = null, holder_name = null, held_until = null,
                    judgement = :version, points = :total, marked_by = :login, marked_by_name = :name, marked_at = :at
                where script_id = :script and item = :item
                """).params(columns(marked, judgement)).update();
    }

    private static Map<String, ?> columns(Work marked, Judgement judgement) {
        return Map.of(
                "script", marked.key().script(),
                "item", marked.key().item(),
                "version", marked.version(),
                "total", judgement.total(),
                "login", judgement.by().login(),
                "name", judgement.by().name(),
                "at", Timestamp.from(judgement.at()));
    }

    /** What counts of what was given for a work. */
    Optional<Judgement> judgement(Work work) {
        var marking = work.marking();
        return marking == null
                ? Optional.empty()
                : jdbc.sql("""
                        select * from marking.judgement where script_id = :script and item = :item and version = :version
                        """)
                        .param("script", work.key().script())
                        .param("item", work.key().item())
                        .param("version", marking.judgement())
                        .query((row, n) -> judgement(row))
                        .optional();
    }

    private Judgement judgement(ResultSet row) throws SQLException {
        return new Judgement(
                json.readValue(row.getString("points"), POINTS),
                row.getString("remark"),
                new WorkView.WorkMarker(row.getString("marked_by"), row.getString("marked_by_name")),
                row.getTimestamp("marked_at").toInstant());
    }

    static Work work(ResultSet row) throws SQLException {
        return new Work(
                new Work.Key(row.getObject("script_id", UUID.class), row.getString("item")),
                row.getInt("version"),
                row.getString("text_hash"),
                row.getInt("full_points"),
                hold(row),
                marking(row));
    }

    private static Work.@Nullable Hold hold(ResultSet row) throws SQLException {
        var until = row.getTimestamp("held_until");
        return until == null
                ? null
                : new Work.Hold(
                        new WorkView.WorkMarker(row.getString("holder"), row.getString("holder_name")),
                        until.toInstant());
    }

    private static Work.@Nullable Marking marking(ResultSet row) throws SQLException {
        var at = row.getTimestamp("marked_at");
        return at == null
                ? null
                : new Work.Marking(
                        new WorkView.WorkMarker(row.getString("marked_by"), row.getString("marked_by_name")),
                        row.getInt("judgement"),
                        row.getInt("points"),
                        at.toInstant());
    }
}
