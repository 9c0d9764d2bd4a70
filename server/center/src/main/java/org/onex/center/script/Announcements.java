package org.onex.center.script;

import static java.util.stream.Collectors.toMap;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What exam servers say that they have, and how far each file of it is. */
@Repository
class Announcements {

    private static final String PLACE = " where site_id = :site and bundle_id = :bundle and node_id = :node";
    private static final String FILE = PLACE + " and sha256 = :sha256";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Announcements(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * The newest of an exam server.
     *
     * @param number of the record on it
     * @param record number of the newest record that arrived, 0 before the first
     */
    record Announcement(int version, int number, int record) {}

    Optional<Announcement> find(Sender sender) {
        return jdbc.sql("select * from script.announcement" + PLACE)
                .paramSource(sender.parameters())
                .query((row, n) -> new Announcement(row.getInt("version"), row.getInt("number"), row.getInt("record")))
                .optional();
    }

    /** Takes the place of the list before, in a transaction that holds what its site sends back. */
    void replace(Sender sender, String nodeName, AnnouncedList list, Instant now) {
        jdbc.sql("""
                insert into script.announcement
                    (site_id, bundle_id, node_id, node_name, version, number, record, first_at, last_at)
                values (:site, :bundle, :node, :name, :version, :number, 0, :now, :now)
                on conflict (site_id, bundle_id, node_id) do update set
                    node_name = excluded.node_name, version = excluded.version, number = excluded.number, last_at = excluded.last_at
                """)
                .paramSource(sender.parameters()
                        .addValue("name", nodeName)
                        .addValue("version", list.version())
                        .addValue("number", list.record())
                        .addValue("now", Timestamp.from(now)))
                .update();
        var known = files(sender).stream().collect(toMap(ReturnedFile::sha256, Function.identity()));
        jdbc.sql("update script.file set listed = false" + PLACE)
                .paramSource(sender.parameters())
                .update();
        list.files().forEach(file -> requireSame(file, known.get(file.sha256())));
        list(sender, list.files());
        forgetUnlisted(sender);
    }

    private static void requireSame(ReturnedFile.Listed file, @Nullable ReturnedFile known) {
        if (known != null && !known.isSameAs(file)) {
            throw ScriptRefused.invalid("scripts");
        }
    }

    private void list(Sender sender, List<ReturnedFile.Listed> files) {
        var rows = files.stream()
                .map(file -> sender.parameters()
                        .addValue("sha256", file.sha256())
                        .addValue("script", file.script())
                        .addValue("revision", file.revision())
                        .addValue("bytes", file.bytes()))
                .toArray(SqlParameterSource[]::new);
        batches.batchUpdate("""
                insert into script.file
                    (site_id, bundle_id, node_id, sha256, script_id, revision, bytes, listed, have, state, reason)
                values (:site, :bundle, :node, :sha256, :script, :revision, :bytes, true, 0, 'WANTED', null)
                on conflict (site_id, bundle_id, node_id, sha256) do update set listed = true
                """, rows);
    }

    /** What came of files that nobody will send the rest of. */
    private void forgetUnlisted(Sender sender) {
        jdbc.sql("delete from script.piece" + PLACE
                        + " and sha256 in (select f.sha256 from script.file f where f.site_id = :site"
                        + " and f.bundle_id = :bundle and f.node_id = :node and not f.listed)")
                .paramSource(sender.parameters())
                .update();
        jdbc.sql("update script.file set have = 0" + PLACE + " and not listed and state = 'WANTED'")
                .paramSource(sender.parameters())
                .update();
    }

    /** Everything that was ever on a list, scripts first. */
    private List<ReturnedFile> files(Sender sender) {
        return jdbc.sql("select * from script.file" + PLACE + " order by script_id nulls last, sha256")
                .paramSource(sender.parameters())
                .query((row, n) -> file(row))
                .list();
    }

    /** What is on the newest list, the record last. */
    List<ReturnedFile> listed(Sender sender) {
        return files(sender).stream().filter(ReturnedFile::listed).toList();
    }

    /** The newest revisions of scripts on the newest list. */
    Map<UUID, Integer> listedScripts(Sender sender) {
        var scripts = new HashMap<UUID, Integer>();
        for (var file : listed(sender)) {
            if (file.script() != null) {
                scripts.put(file.script(), file.revision());
            }
        }
        return scripts;
    }

    Optional<ReturnedFile> file(Sender sender, String sha256) {
        return jdbc.sql("select * from script.file" + FILE)
                .paramSource(sender.parameters().addValue("sha256", sha256))
                .query((row, n) -> file(row))
                .optional();
    }

    /** Keeps others from changing it until the transaction ends. */
    ReturnedFile hold(ReturnedFile file) {
        return jdbc.sql("select * from script.file" + FILE + " for update")
                .paramSource(parameters(file))
                .query((row, n) -> file(row))
                .single();
    }

    /**
     * It is here whole and was looked into.
     *
     * @param reason why it cannot be taken; null if it is
     */
    void settle(ReturnedFile file, @Nullable Refusal reason) {
        jdbc.sql("update script.file set have = bytes, state = :state, reason = :reason, looked_by = null" + FILE)
                .paramSource(parameters(file)
                        .addValue(
                                "state",
                                (reason == null ? ReturnedFile.State.TAKEN : ReturnedFile.State.REFUSED).name())
                        .addValue("reason", reason == null ? null : reason.name()))
                .update();
        forgetPieces(file);
        if (file.script() == null && reason == null) {
            jdbc.sql("update script.announcement set record = :record" + PLACE + " and record < :record")
                    .paramSource(file.sender().parameters().addValue("record", file.revision()))
                    .update();
        }
    }

    /** A piece of a file that this transaction holds. */
    void add(ReturnedFile file, long start, byte[] content) {
        jdbc.sql("""
                insert into script.piece (site_id, bundle_id, node_id, sha256, start, content)
                values (:site, :bundle, :node, :sha256, :start, :content)
                """)
                .paramSource(parameters(file).addValue("start", start).addValue("content", content))
                .update();
        jdbc.sql("update script.file set have = :have" + FILE)
                .paramSource(parameters(file).addValue("have", start + content.length))
                .update();
    }

    /**
     * Its pieces one after another, from the first byte on.
     *
     * @param whole has room for the whole file
     * @return how many bytes are here
     */
    int read(ReturnedFile file, byte[] whole) {
        var rest = ByteBuffer.wrap(whole);
        jdbc.sql("select content from script.piece" + FILE + " order by start")
                .paramSource(parameters(file))
                .query((ResultSet row) -> {
                    rest.put(row.getBytes("content"));
                });
        return rest.position();
    }

    /**
     * Notes that a process begins to look into a file, to be kept whatever becomes of the process.
     *
     * @return how many processes have died of it or at it: they began, and neither settled it nor let it go
     */
    int look(ReturnedFile file, UUID process) {
        var parameters = parameters(file).addValue("process", process);
        jdbc.sql("""
                update script.file set deaths = case when looked_by <> :process then deaths + 1 else deaths end, looked_by = :process
                """ + FILE).paramSource(parameters).update();
        return jdbc.sql("select deaths from script.file" + FILE)
                .paramSource(parameters)
                .query(Integer.class)
                .single();
    }

    /** Nothing came of the look, but the process lives. */
    void letGo(ReturnedFile file) {
        jdbc.sql("update script.file set looked_by = null" + FILE)
                .paramSource(parameters(file))
                .update();
    }

    /** It has to come anew, unless it was settled meanwhile. */
    void restart(ReturnedFile file) {
        forgetPieces(file);
        jdbc.sql("update script.file set have = 0" + FILE + " and state = 'WANTED'")
                .paramSource(parameters(file))
                .update();
    }

    private void forgetPieces(ReturnedFile file) {
        jdbc.sql("delete from script.piece" + FILE)
                .paramSource(parameters(file))
                .update();
    }

    private static MapSqlParameterSource parameters(ReturnedFile file) {
        return file.sender().parameters().addValue("sha256", file.sha256());
    }

    private static ReturnedFile file(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        return new ReturnedFile(
                new Sender(
                        row.getObject("site_id", UUID.class),
                        row.getObject("bundle_id", UUID.class),
                        row.getObject("node_id", UUID.class)),
                row.getString("sha256"),
                row.getObject("script_id", UUID.class),
                row.getInt("revision"),
                row.getLong("bytes"),
                row.getBoolean("listed"),
                row.getLong("have"),
                ReturnedFile.State.valueOf(row.getString("state")),
                reason == null ? null : Refusal.valueOf(reason));
    }
}
