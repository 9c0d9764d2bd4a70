package org.onex.center.script;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.onex.center.node.CenterSignature;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The centre's signed word that scripts have arrived and proven themselves (答卷回执); once given, always the same. */
@Repository
class Receipts {

    private static final String SELECT = """
            select script_id, revision, hash, received_at, signature from script.revision r
            where r.site_id = :site and r.bundle_id = :bundle and r.node_id = :node and r.signature is not null
            """;

    private final JdbcClient jdbc;
    private final CenterSignature center;

    Receipts(JdbcClient jdbc, CenterSignature center) {
        this.jdbc = jdbc;
        this.center = center;
    }

    /** Of the newest revision of every script that arrived from there. */
    List<ReturnController.ReturnReceipt> of(Sender sender) {
        return jdbc.sql(SELECT + """
                  and not exists (select 1 from script.revision e
                                  where e.script_id = r.script_id and e.node_id = r.node_id and e.revision > r.revision)
                order by r.script_id
                """)
                .paramSource(sender.parameters())
                .query((row, n) -> receipt(row))
                .list();
    }

    Optional<ReturnController.ReturnReceipt> of(Sender sender, UUID script, int revision) {
        return jdbc.sql(SELECT + " and r.script_id = :script and r.revision = :revision")
                .paramSource(sender.parameters().addValue("script", script).addValue("revision", revision))
                .query((row, n) -> receipt(row))
                .optional();
    }

    /** Wherever it came from. */
    Optional<ReturnController.ReturnReceipt> of(UUID script, UUID node, int revision) {
        return jdbc.sql("""
                        select script_id, revision, hash, received_at, signature from script.revision
                        where script_id = :script and node_id = :node and revision = :revision and signature is not null
                        """)
                .param("script", script)
                .param("node", node)
                .param("revision", revision)
                .query((row, n) -> receipt(row))
                .optional();
    }

    /** Gives one for a revision that has none; another one of it is never given. */
    void give(Sender sender, UUID script, Ruling.Revision revision, Instant now) {
        var signed = center.sign(text(script, revision.number(), revision.hash(), now.toString()));
        jdbc.sql("""
                update script.revision set received_at = :now, signature = :signature
                where script_id = :script and node_id = :node and revision = :revision and signature is null
                """)
                .paramSource(sender.parameters()
                        .addValue("script", script)
                        .addValue("revision", revision.number())
                        .addValue("now", Timestamp.from(now))
                        .addValue("signature", Base64.getEncoder().encodeToString(signed)))
                .update();
    }

    /** What is signed. */
    static byte[] text(UUID script, int revision, String hash, String receivedAt) {
        return ("onex-return-receipt-v1\n" + script + " " + revision + " " + hash + " " + receivedAt + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static ReturnController.ReturnReceipt receipt(ResultSet row) throws SQLException {
        return new ReturnController.ReturnReceipt(
                row.getObject("script_id", UUID.class),
                row.getInt("revision"),
                row.getString("hash"),
                row.getTimestamp("received_at").toInstant().toString(),
                row.getString("signature"));
    }
}
