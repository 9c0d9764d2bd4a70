package org.onex.center.script;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.bundle.RecordFile.Outcome;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the newest record of each exam server says; the words of people are sealed by the vault. */
@Repository
class Records {

    /** An incident, and whether the newest record of any machine still holds it. */
    static final String COLUMNS = """
            select r.*, exists (select 1 from script.incident s where s.script_id = r.script_id and s.id = r.id and s.listed) as stands
            """;

    /** A machine that was enrolled twice sends everything twice. */
    private static final String ONCE = """
            from script.incident r
            where r.plan = :plan
              and not exists (select 1 from script.incident e
                              where e.script_id = r.script_id and e.id = r.id and e.node_id < r.node_id)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Vault vault;

    Records(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Vault vault) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.vault = vault;
    }

    /**
     * It takes the place of the one before from the same exam server. What invigilators once wrote down about somebody stays, and says so, even
     * if a newer record does not hold it: somebody may have ruled on it.
     */
    void replace(SiteReturn held, Sender sender, RecordFile record, PackedRuns packed) {
        jdbc.sql("""
                update script.incident set listed = false
                where site_id = :site and bundle_id = :bundle and node_id = :node and listed
                """).paramSource(sender.parameters()).update();
        for (var table : List.of("outcome", "act")) {
            jdbc.sql("delete from script." + table
                            + " where site_id = :site and bundle_id = :bundle and node_id = :node")
                    .paramSource(sender.parameters())
                    .update();
        }
        addOutcomes(sender, record);
        addIncidents(held, sender, record, packed);
        addActs(sender, record);
    }

    private void addOutcomes(Sender sender, RecordFile record) {
        var rows = new ArrayList<SqlParameterSource>();
        for (var one : record.attempts()) {
            var seen = one.attendance();
            rows.add(sender.parameters()
                    .addValue("script", one.attempt())
                    .addValue("outcome", one.outcome().name())
                    .addValue("revision", one.revision())
                    .addValue("seen", seen == null ? null : seen.present())
                    .addValue("by", seen == null ? null : seen.number())
                    .addValue("at", seen == null ? null : Timestamp.from(seen.at()))
                    .addValue("note", seen == null ? null : vault.seal(seen.note(), "note on " + one.attempt())));
        }
        add("""
                insert into script.outcome
                    (script_id, node_id, site_id, bundle_id, outcome, revision, seen, seen_by, seen_at, note_sealed)
                values (:script, :node, :site, :bundle, :outcome, :revision, :seen, :by, :at, :note)
                """, rows);
    }

    private void addIncidents(SiteReturn held, Sender sender, RecordFile record, PackedRuns packed) {
        var rows = new ArrayList<SqlParameterSource>();
        for (var one : record.incidents()) {
            var run = Objects.requireNonNull(packed.runs().get(one.attempt()));
            rows.add(said(sender, one.attempt(), one.id(), one.kind().name(), one.second())
                    .addValue("plan", held.plan())
                    .addValue("name", held.whose().site())
                    .addValue("college", held.whose().college())
                    .addValue("body", held.whose().awardingBody())
                    .addValue("level", run.level().name())
                    .addValue("subject", run.subject().name())
                    .addValue("facts", vault.seal(one.facts(), factsOf(one.id())))
                    .addValue("statement", vault.seal(one.statement(), statementOn(one.id())))
                    .addValue("number", one.number())
                    .addValue("at", Timestamp.from(one.at())));
        }
        add("""
                insert into script.incident
                    (script_id, node_id, id, site_id, bundle_id, plan, site_name, college, awarding_body, level, subject, kind, facts_sealed,
                     statement_sealed, number, second, at, listed)
                values (:script, :node, :id, :site, :bundle, :plan, :name, :college, :body, :level, :subject, :kind, :facts, :statement,
                        :number, :second, :at, true)
                on conflict (script_id, node_id, id) do update set
                    listed = true, kind = excluded.kind, facts_sealed = excluded.facts_sealed, statement_sealed = excluded.statement_sealed,
                    number = excluded.number, second = excluded.second, at = excluded.at
                """, rows);
    }

    private void addActs(Sender sender, RecordFile record) {
        var rows = new ArrayList<SqlParameterSource>();
        for (var one : record.acts()) {
            rows.add(said(sender, one.attempt(), one.id(), one.kind().name(), one.second())
                    .addValue("minutes", one.minutes())
                    .addValue("reason", vault.seal(one.reason(), "reason of " + one.id()))
                    .addValue("number", one.number())
                    .addValue("at", Timestamp.from(one.at())));
        }
        add("""
                insert into script.act
                    (script_id, node_id, id, site_id, bundle_id, kind, number, second, minutes, reason_sealed, at)
                values (:script, :node, :id, :site, :bundle, :kind, :number, :second, :minutes, :reason, :at)
                """, rows);
    }

    private static MapSqlParameterSource said(
            Sender sender, UUID attempt, UUID id, String kind, @Nullable String second) {
        return sender.parameters()
                .addValue("script", attempt)
                .addValue("id", id)
                .addValue("kind", kind)
                .addValue("second", second);
    }

    private void add(String sql, List<SqlParameterSource> rows) {
        batches.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
    }

    static String factsOf(UUID incident) {
        return "facts of " + incident;
    }

    static String statementOn(UUID incident) {
        return "statement on " + incident;
    }

    /**
     * What an exam server says became of a run.
     *
     * @param seen what the invigilators saw there; null if they wrote nothing down
     */
    record Said(
            UUID script,
            UUID site,
            UUID bundle,
            Outcome outcome,
            @Nullable Boolean seen) {}

    List<Said> outcomes(Collection<UUID> scripts) {
        return scripts.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select script_id, site_id, bundle_id, outcome, seen from script.outcome where script_id in (:scripts)
                        """)
                        .param("scripts", Set.copyOf(scripts))
                        .query((row, n) -> new Said(
                                row.getObject("script_id", UUID.class),
                                row.getObject("site_id", UUID.class),
                                row.getObject("bundle_id", UUID.class),
                                Outcome.valueOf(row.getString("outcome")),
                                row.getObject("seen", Boolean.class)))
                        .list();
    }

    /** A machine that was enrolled twice sends everything twice. */
    List<ScriptDirectory.Incident> incidents(Collection<UUID> scripts) {
        return scripts.isEmpty()
                ? List.of()
                : jdbc.sql(COLUMNS + """
                        from script.incident r
                        where r.script_id in (:scripts)
                          and not exists (select 1 from script.incident e
                                          where e.script_id = r.script_id and e.id = r.id and e.node_id < r.node_id)
                        order by r.at, r.id
                        """)
                        .param("scripts", Set.copyOf(scripts))
                        .query((row, n) -> incident(row))
                        .list();
    }

    List<ScriptDirectory.Incident> incidents(String plan, @Nullable UUID after, int limit) {
        return jdbc.sql(COLUMNS + ONCE + """
                and (cast(:after as uuid) is null
                     or (r.at, r.id) > (select min(e.at), cast(:after as uuid) from script.incident e
                                        where e.plan = :plan and e.id = cast(:after as uuid)))
                order by r.at, r.id limit :limit
                """)
                .param("plan", plan)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> incident(row))
                .list();
    }

    Optional<ScriptDirectory.Incident> incident(String plan, UUID id) {
        return jdbc.sql(COLUMNS + ONCE + " and r.id = :id limit 1")
                .param("plan", plan)
                .param("id", id)
                .query((row, n) -> incident(row))
                .optional();
    }

    Set<UUID> graveIncidents(String plan) {
        return Set.copyOf(jdbc.sql("select distinct id from script.incident where plan = :plan and kind in (:grave)")
                .param("plan", plan)
                .param("grave", ScriptDirectory.GRAVE.stream().map(Enum::name).toList())
                .query(UUID.class)
                .list());
    }

    int countIncidents(String plan) {
        return jdbc.sql("select count(*) " + ONCE)
                .param("plan", plan)
                .query(Integer.class)
                .single();
    }

    private ScriptDirectory.Incident incident(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new ScriptDirectory.Incident(
                id,
                row.getObject("script_id", UUID.class),
                RecordFile.IncidentKind.valueOf(row.getString("kind")),
                vault.openText(row.getBytes("facts_sealed"), factsOf(id)),
                vault.openText(row.getBytes("statement_sealed"), statementOn(id)),
                row.getTimestamp("at").toInstant(),
                !row.getBoolean("stands"));
    }

    /** Of whom the invigilators saw something else than all the exam servers of the site together. */
    List<Doubts.SaidOtherwise> saidOtherwise(SiteReturn held) {
        return jdbc
                .sql("""
                        select o.script_id, o.node_id, o.seen,
                               coalesce((select min(e.outcome) from script.outcome e
                                         where e.script_id = o.script_id and e.outcome <> 'ABSENT'), 'ABSENT') as outcome
                        from script.outcome o
                        where o.site_id = :site and o.bundle_id = :bundle and o.seen is not null
                        """)
                .param("site", held.site())
                .param("bundle", held.bundle())
                .query((row, n) -> new Doubts.SaidOtherwise(
                        row.getObject("script_id", UUID.class),
                        row.getObject("node_id", UUID.class),
                        row.getBoolean("seen"),
                        row.getString("outcome")))
                .list()
                .stream()
                .filter(one -> one.present() == one.outcome().equals(Outcome.ABSENT.name()))
                .toList();
    }
}
