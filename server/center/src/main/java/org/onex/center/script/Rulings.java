package org.onex.center.script;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onex.contract.bundle.ScriptFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What exam servers have sent of scripts, and what people have decided on them. */
@Repository
class Rulings {

    private final JdbcClient jdbc;

    Rulings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Ruling of(UUID script) {
        var revisions = jdbc
                .sql("select * from script.revision where script_id = :script order by node_id, revision")
                .param("script", script)
                .query((row, n) -> Map.entry(row.getObject("node_id", UUID.class), revision(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        var copies = jdbc.sql("select * from script.copy where script_id = :script order by node_id")
                .param("script", script)
                .query((row, n) -> copy(row, revisions))
                .list();
        return new Ruling(copies, decision(script).orElse(null));
    }

    private static Ruling.Copy copy(ResultSet row, Map<UUID, List<Ruling.Revision>> revisions) throws SQLException {
        var node = row.getObject("node_id", UUID.class);
        return new Ruling.Copy(
                node,
                row.getString("file"),
                row.getObject("paper_id", UUID.class),
                row.getString("form"),
                revisions.getOrDefault(node, List.of()),
                row.getBoolean("moved"),
                row.getTimestamp("taken_at").toInstant());
    }

    private static Ruling.Revision revision(ResultSet row) throws SQLException {
        return new Ruling.Revision(
                row.getInt("revision"),
                ScriptFile.HandIn.valueOf(row.getString("kind")),
                row.getTimestamp("handed_in_at").toInstant(),
                row.getInt("epoch"),
                row.getLong("last_seq"),
                row.getInt("answered"),
                row.getString("hash"),
                row.getBoolean("in_time"));
    }

    private Optional<Ruling.Decision> decision(UUID script) {
        return jdbc.sql("select * from script.decision where script_id = :script order by number desc limit 1")
                .param("script", script)
                .query((row, n) -> decision(row))
                .optional();
    }

    static Ruling.Decision decision(ResultSet row) throws SQLException {
        return new Ruling.Decision(
                row.getObject("node_id", UUID.class),
                row.getInt("revision"),
                row.getString("reason"),
                row.getTimestamp("decided_at").toInstant(),
                row.getString("decided_by"));
    }

    /** The first one first. */
    List<Ruling.Revision> revisions(UUID script, UUID node) {
        return jdbc.sql("select * from script.revision where script_id = :script and node_id = :node order by revision")
                .param("script", script)
                .param("node", node)
                .query((row, n) -> revision(row))
                .list();
    }

    /** Of every script that an exam server has proven. */
    Map<UUID, Integer> newestRevisions(Sender sender) {
        var newest = new HashMap<UUID, Integer>();
        jdbc.sql("""
                        select script_id, max(revision) as revision from script.revision
                        where site_id = :site and bundle_id = :bundle and node_id = :node
                        group by script_id
                        """).paramSource(sender.parameters()).query((ResultSet row) -> {
            newest.put(row.getObject("script_id", UUID.class), row.getInt("revision"));
        });
        return newest;
    }

    /**
     * The newest file of an exam server, with the revisions in it that were not known before.
     *
     * @param moved whether it is to be sat elsewhere by now
     */
    void keep(ReturnedFile file, PackedRuns.Run run, boolean moved, List<Ruling.Revision> revisions, Instant now) {
        jdbc.sql("""
                insert into script.copy (script_id, node_id, file, paper_id, form, moved, taken_at)
                values (:script, :node, :file, :paper, :form, :moved, :now)
                on conflict (script_id, node_id) do update set
                    file = excluded.file, paper_id = excluded.paper_id, form = excluded.form, moved = excluded.moved,
                    taken_at = excluded.taken_at
                """)
                .paramSource(file.sender()
                        .parameters()
                        .addValue("script", file.script())
                        .addValue("file", file.sha256())
                        .addValue("paper", run.paper())
                        .addValue("form", run.form())
                        .addValue("moved", moved)
                        .addValue("now", Timestamp.from(now)))
                .update();
        revisions.forEach(revision -> keep(file, revision));
    }

    private void keep(ReturnedFile file, Ruling.Revision revision) {
        jdbc.sql("""
                insert into script.revision
                    (script_id, node_id, revision, site_id, bundle_id, kind, handed_in_at, epoch, last_seq, answered, hash, in_time,
                     received_at, signature)
                values (:script, :node, :revision, :site, :bundle, :kind, :handedIn, :epoch, :lastSeq, :answered, :hash, :inTime, null, null)
                on conflict (script_id, node_id, revision) do nothing
                """)
                .paramSource(file.sender()
                        .parameters()
                        .addValue("script", file.script())
                        .addValue("revision", revision.number())
                        .addValue("kind", revision.kind().name())
                        .addValue("handedIn", Timestamp.from(revision.handedInAt()))
                        .addValue("epoch", revision.epoch())
                        .addValue("lastSeq", revision.lastSeq())
                        .addValue("answered", revision.answered())
                        .addValue("hash", revision.hash())
                        .addValue("inTime", revision.inTime()))
                .update();
    }

    /** The newest decision counts; those before stay. */
    void decide(UUID script, Ruling.Decision decision) {
        jdbc.sql("""
                insert into script.decision (script_id, number, node_id, revision, reason, decided_at, decided_by)
                select :script, coalesce(max(d.number), 0) + 1, :node, :revision, :reason, :at, :by
                from script.decision d where d.script_id = :script
                """)
                .param("script", script)
                .param("node", decision.node())
                .param("revision", decision.revision())
                .param("reason", decision.reason())
                .param("at", Timestamp.from(decision.at()))
                .param("by", decision.by())
                .update();
    }
}
