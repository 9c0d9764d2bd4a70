package org.onex.node.courier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the centre has for this node, as far as we were told. */
@Repository
class Deliveries {

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes note of what there is. What we know in this version and this letter already stays as it is, and nothing becomes older. */
    void announce(UUID bundle, int version, Letter letter) {
        jdbc.sql("""
                        insert into courier.delivery
                            (bundle, version, sha256, bytes, entry_opens_at, closes_at, state, reported)
                        values (:bundle, :version, :sha256, :bytes, :entry, :closes, 'WAITING', false)
                        on conflict (bundle) do update set version = excluded.version, sha256 = excluded.sha256,
                            bytes = excluded.bytes, entry_opens_at = excluded.entry_opens_at,
                            closes_at = excluded.closes_at, state = 'WAITING', problem = null, reported = false
                        where delivery.version < excluded.version
                            or delivery.version = excluded.version and delivery.sha256 <> excluded.sha256
                        """)
                .param("bundle", bundle)
                .param("version", version)
                .param("sha256", letter.sha256())
                .param("bytes", letter.bytes())
                .param("entry", letter.entryOpensAt().atOffset(ZoneOffset.UTC))
                .param("closes", letter.closesAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A letter as it is announced, with the hours of what is in it. */
    record Letter(String sha256, long bytes, Instant entryOpensAt, Instant closesAt) {}

    /** All that is known, the earliest first. */
    List<Delivery> all() {
        return jdbc.sql("select * from courier.delivery order by entry_opens_at, bundle")
                .query((row, n) -> delivery(row))
                .list();
    }

    /** What is not over, the earliest first. */
    List<Delivery> notOverAt(Instant now) {
        return all().stream()
                .filter(delivery -> delivery.closesAt().isAfter(now))
                .toList();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("bundle", UUID.class),
                row.getInt("version"),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getTimestamp("entry_opens_at").toInstant(),
                row.getTimestamp("closes_at").toInstant(),
                Delivery.State.valueOf(row.getString("state")),
                row.getString("problem"),
                row.getObject("installed_version", Integer.class),
                row.getBoolean("reported"));
    }

    /** What became of this version; a newer one that was announced meanwhile is not touched. */
    void store(Delivery delivery) {
        jdbc.sql("""
                        update courier.delivery set state = :state, problem = :problem, installed_version = :installed,
                            reported = :reported
                        where bundle = :bundle and version = :version
                        """)
                .param("bundle", delivery.bundle())
                .param("version", delivery.version())
                .param("state", delivery.state().name())
                .param("problem", delivery.problem())
                .param("installed", delivery.installedVersion())
                .param("reported", delivery.reported())
                .update();
    }

    void markReported(Delivery delivery) {
        jdbc.sql("update courier.delivery set reported = true where bundle = :bundle and version = :version")
                .param("bundle", delivery.bundle())
                .param("version", delivery.version())
                .update();
    }

    /** This node belongs to another site now. */
    void forgetAll() {
        jdbc.sql("delete from courier.awaited_key").update();
        jdbc.sql("delete from courier.delivery").update();
    }
}
