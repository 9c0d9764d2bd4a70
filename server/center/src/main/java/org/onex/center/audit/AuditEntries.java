package org.onex.center.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The trail as stored: entries are added at its end and never touched again. */
@Repository
class AuditEntries {

    private final JdbcClient jdbc;

    AuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the chain ends. */
    record End(long number, String hash) {}

    /** An entry with the hashes that are stored beside it. */
    record Stored(AuditEntry entry, String previousHash, String hash) {}

    /** Keeps everybody else from adding an entry until this transaction ends. */
    End lockEnd() {
        return jdbc.sql("select last_number, last_hash from audit.chain where only_row for update")
                .query((row, n) -> new End(row.getLong(1), row.getString(2)))
                .single();
    }

    End end() {
        return jdbc.sql("select last_number, last_hash from audit.chain where only_row")
                .query((row, n) -> new End(row.getLong(1), row.getString(2)))
                .single();
    }

    void append(AuditEntry entry, String previousHash, String hash) {
        jdbc.sql("""
                insert into audit.entry
                    (number, business_time, machine_time, login, organization, act, subject, facts, previous_hash, hash)
                values
                    (:number, :businessTime, :machineTime, :login, :organization, :act, :subject, :facts, :previous, :hash)
                """)
                .param("number", entry.number())
                .param("businessTime", Timestamp.from(entry.businessTime()))
                .param("machineTime", Timestamp.from(entry.machineTime()))
                .param("login", entry.login())
                .param("organization", entry.organization())
                .param("act", entry.act())
                .param("subject", entry.subject())
                .param("facts", entry.facts())
                .param("previous", previousHash)
                .param("hash", hash)
                .update();
        jdbc.sql("update audit.chain set last_number = :number, last_hash = :hash where only_row")
                .param("number", entry.number())
                .param("hash", hash)
                .update();
    }

    List<Stored> after(long number, int limit) {
        return jdbc.sql("""
                select number, business_time, machine_time, login, organization, act, subject, facts, previous_hash, hash
                from audit.entry where number > :number order by number limit :limit
                """)
                .param("number", number)
                .param("limit", limit)
                .query((row, n) -> stored(row))
                .list();
    }

    /** Times are hashed as they come back from the database, which keeps microseconds. */
    static Instant storable(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var entry = new AuditEntry(
                row.getLong("number"),
                row.getTimestamp("business_time").toInstant(),
                row.getTimestamp("machine_time").toInstant(),
                row.getString("login"),
                row.getString("organization"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("facts"));
        return new Stored(entry, row.getString("previous_hash"), row.getString("hash"));
    }
}
