package org.onex.node.courier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What goes back to the centre, what it said to that, and which bundles are forgotten since. */
@Repository
class ReturnedFiles {

    private final JdbcClient jdbc;

    ReturnedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest files of a bundle, by what they are about. */
    Map<UUID, ReturnedFile> of(UUID bundle) {
        return jdbc.sql("""
                        select subject, bundle, node, number, hash, entries, events, sealed_for, sha256, bytes,
                            sealed is not null as here, arrived, refused
                        from courier.returned_file where bundle = :bundle order by subject
                        """).param("bundle", bundle).query((row, n) -> file(row)).list().stream()
                .collect(Collectors.toMap(ReturnedFile::subject, Function.identity()));
    }

    private static ReturnedFile file(ResultSet row) throws SQLException {
        return new ReturnedFile(
                row.getObject("subject", UUID.class),
                row.getObject("bundle", UUID.class),
                row.getObject("node", UUID.class),
                new ReturnedFile.Says(
                        row.getInt("number"), row.getString("hash"), row.getLong("entries"), row.getLong("events")),
                row.getString("sealed_for"),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getBoolean("here"),
                row.getBoolean("arrived"),
                row.getString("refused"));
    }

    /** Takes the place of an older one. */
    void store(ReturnedFile file, byte[] sealed) {
        jdbc.sql("""
                        insert into courier.returned_file
                            (subject, bundle, node, number, hash, entries, events, sealed_for, sha256, bytes, sealed, arrived, refused)
                        values (:subject, :bundle, :node, :number, :hash, :entries, :events, :for, :sha256, :bytes, :sealed, :arrived,
                            :refused)
                        on conflict (subject) do update set node = excluded.node, number = excluded.number,
                            hash = excluded.hash, entries = excluded.entries, events = excluded.events,
                            sealed_for = excluded.sealed_for, sha256 = excluded.sha256, bytes = excluded.bytes,
                            sealed = excluded.sealed, arrived = excluded.arrived, refused = excluded.refused
                        """)
                .param("subject", file.subject())
                .param("bundle", file.bundle())
                .param("node", file.node())
                .param("number", file.number())
                .param("hash", file.hash())
                .param("entries", file.says().entries())
                .param("events", file.says().events())
                .param("for", file.sealedFor())
                .param("sha256", file.sha256())
                .param("bytes", file.bytes())
                .param("sealed", sealed)
                .param("arrived", file.arrived())
                .param("refused", file.refused())
                .update();
    }

    /** Bytes of a sealed file, only those that are asked for; nothing if they are not kept. */
    Optional<byte[]> piece(ReturnedFile file, long from, int atMost) {
        return jdbc.sql("""
                        select substring(sealed from :first for :length) from courier.returned_file
                        where subject = :subject and sha256 = :sha256 and sealed is not null
                        """)
                .param("first", Math.toIntExact(from) + 1)
                .param("length", atMost)
                .param("subject", file.subject())
                .param("sha256", file.sha256())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** Keeps a receipt that was looked at, together with the note that this file of its script has arrived. */
    @Transactional
    void keep(CenterReceipt receipt, ReturnedFile file) {
        jdbc.sql("""
                        insert into courier.receipt (attempt, revision, hash, received_at, signature)
                        values (:attempt, :revision, :hash, :at, :signature) on conflict (attempt, revision) do nothing
                        """)
                .param("attempt", receipt.attempt())
                .param("revision", receipt.revision())
                .param("hash", receipt.hash())
                .param("at", receipt.receivedAt())
                .param("signature", receipt.signature())
                .update();
        markArrived(file);
    }

    /** The centre has the bytes, and they are not kept twice. */
    void markArrived(ReturnedFile file) {
        jdbc.sql("""
                        update courier.returned_file set arrived = true, refused = null, sealed = null
                        where subject = :subject and sha256 = :sha256
                        """)
                .param("subject", file.subject())
                .param("sha256", file.sha256())
                .update();
    }

    /** Whether that is news; what was refused here already stays what it is. */
    boolean markRefused(UUID bundle, String sha256, String reason) {
        return jdbc.sql("""
                        update courier.returned_file set refused = :reason
                        where bundle = :bundle and sha256 = :sha256 and not arrived and refused is null
                        """)
                        .param("reason", reason)
                        .param("bundle", bundle)
                        .param("sha256", sha256)
                        .update()
                > 0;
    }

    /** The next time it is sealed anew. */
    void discard(ReturnedFile file) {
        jdbc.sql("""
                        update courier.returned_file set arrived = false, refused = null, sealed = null
                        where subject = :subject and sha256 = :sha256
                        """)
                .param("subject", file.subject())
                .param("sha256", file.sha256())
                .update();
    }

    boolean isWiped(UUID bundle) {
        return jdbc.sql("select exists (select 1 from courier.wiped_bundle where bundle = :bundle)")
                .param("bundle", bundle)
                .query(Boolean.class)
                .single();
    }

    /** The bytes go, and what was in which file with what receipt stays. */
    void wipe(UUID bundle, Instant now) {
        jdbc.sql("update courier.returned_file set sealed = null where bundle = :bundle")
                .param("bundle", bundle)
                .update();
        jdbc.sql("""
                        insert into courier.wiped_bundle (bundle, wiped_at) values (:bundle, :at)
                        on conflict (bundle) do nothing
                        """)
                .param("bundle", bundle)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
