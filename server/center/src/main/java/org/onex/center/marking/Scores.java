package org.onex.center.marking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The scores of all scripts, with what the rules gave for each revision. */
@Repository
class Scores {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Scores(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A script counts: it is due unless this very revision has been noted already. */
    void note(UUID script, Score.Sat sat, String hash, Instant now) {
        jdbc.sql("""
                insert into marking.score
                    (script_id, plan, awarding_body, qualification, level, subject, paper_id, form, hash, counts, state, due_at,
                     objective, written, full_points, works, open_works)
                values
                    (:script, :plan, :body, :qualification, :level, :subject, :paper, :form, :hash, true, 'SCORING', :now,
                     0, 0, 0, 0, 0)
                on conflict (script_id) do update set
                    plan = excluded.plan, awarding_body = excluded.awarding_body, qualification = excluded.qualification,
                    level = excluded.level, subject = excluded.subject, paper_id = excluded.paper_id, form = excluded.form,
                    hash = excluded.hash, counts = true, state = 'SCORING', problem = null, due_at = excluded.due_at
                where not marking.score.counts or marking.score.hash <> excluded.hash
                   or marking.score.paper_id <> excluded.paper_id or marking.score.form <> excluded.form
                """)
                .param("script", script)
                .param("plan", sat.plan())
                .param("body", sat.awardingBody())
                .param("qualification", sat.qualification())
                .param("level", sat.level().name())
                .param("subject", sat.subject().name())
                .param("paper", sat.paper())
                .param("form", sat.form())
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** A script does not count any more; what it had stays on record. */
    void drop(UUID script) {
        jdbc.sql("update marking.score set counts = false, due_at = null where script_id = :script and counts")
                .param("script", script)
                .update();
    }

    List<Score> due(Instant now, int limit) {
        return jdbc.sql("select * from marking.score where due_at <= :now order by due_at, script_id limit :limit")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, n) -> score(row))
                .list();
    }

    Optional<Score> find(UUID script) {
        return jdbc.sql("select * from marking.score where script_id = :script")
                .param("script", script)
                .query((row, n) -> score(row))
                .optional();
    }

    /** Finds it and keeps others from changing it until the transaction ends. */
    Optional<Score> findForChange(UUID script) {
        return jdbc.sql("select * from marking.score where script_id = :script for update")
                .param("script", script)
                .query((row, n) -> score(row))
                .optional();
    }

    /** Stores what this transaction has found for change. */
    void change(Score changed, @Nullable Instant dueAt) {
        var tally = changed.tally();
        jdbc.sql("""
                update marking.score set
                    state = :state, problem = null, due_at = :dueAt, objective = :objective, written = :written, full_points = :full,
                    works = :works, open_works = :open
                where script_id = :script
                """)
                .param("script", changed.script())
                .param("state", changed.state().name())
                .param("dueAt", dueAt == null ? null : Timestamp.from(dueAt))
                .param("objective", tally.objective())
                .param("written", tally.written())
                .param("full", tally.full())
                .param("works", tally.works())
                .param("open", tally.open())
                .update();
    }

    /**
     * It cannot be scored as it is; it is due again later.
     *
     * @return false if another revision counts by now; then nothing happens
     */
    boolean problem(Score seen, Score.Problem problem, Instant again) {
        return jdbc.sql("""
                update marking.score set state = 'PROBLEM', problem = :problem, due_at = :again
                where script_id = :script and hash = :hash and counts
                """)
                        .param("script", seen.script())
                        .param("hash", seen.hash())
                        .param("problem", problem.name())
                        .param("again", Timestamp.from(again))
                        .update()
                > 0;
    }

    /** Keeps what the rules gave; scored again, the same revision has the points of the last time. */
    void keep(Score score, Scoring scoring, Instant now) {
        jdbc.sql("""
                insert into marking.scoring (script_id, hash, items, scored_at) values (:script, :hash, :items, :now)
                on conflict (script_id, hash) do update set items = excluded.items, scored_at = excluded.scored_at
                """)
                .param("script", score.script())
                .param("hash", score.hash())
                .param("items", json.writeValueAsString(scoring))
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Scoring> scoring(Score score) {
        return jdbc.sql("select items from marking.scoring where script_id = :script and hash = :hash")
                .param("script", score.script())
                .param("hash", score.hash())
                .query((row, n) -> json.readValue(row.getString("items"), Scoring.class))
                .optional();
    }

    /** Those of these scripts that count. */
    List<Score> counting(Collection<UUID> scripts) {
        return scripts.isEmpty()
                ? List.of()
                : jdbc.sql("select * from marking.score where script_id in (:scripts) and counts order by script_id")
                        .param("scripts", scripts)
                        .query((row, n) -> score(row))
                        .list();
    }

    /** Those of a plan that count, some at a time. */
    List<Score> countingOf(String plan, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select * from marking.score
                where plan = :plan and counts and (cast(:after as uuid) is null or script_id > cast(:after as uuid))
                order by script_id limit :limit
                """)
                .param("plan", plan)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> score(row))
                .list();
    }

    static Score score(ResultSet row) throws SQLException {
        var problem = row.getString("problem");
        return new Score(
                row.getObject("script_id", UUID.class),
                sat(row),
                row.getString("hash"),
                row.getBoolean("counts"),
                Score.State.valueOf(row.getString("state")),
                problem == null ? null : Score.Problem.valueOf(problem),
                new Score.Tally(
                        row.getInt("objective"),
                        row.getInt("written"),
                        row.getInt("full_points"),
                        row.getInt("works"),
                        row.getInt("open_works")));
    }

    static Score.Sat sat(ResultSet row) throws SQLException {
        return new Score.Sat(
                row.getString("plan"),
                row.getString("awarding_body"),
                row.getString("qualification"),
                Level.valueOf(row.getString("level")),
                Subject.valueOf(row.getString("subject")),
                row.getObject("paper_id", UUID.class),
                row.getString("form"));
    }
}
