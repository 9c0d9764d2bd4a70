package org.onex.node.courier;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.onex.contract.bundle.SiteBundle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The installed sessions of the centre, and for which of them the key of the papers has still to come (待领密钥). */
@Repository
class AwaitedKeys {

    /** Whoever was given more time or another start still begins after the window closed, and a site may have been cut off till then. */
    private static final Duration ASKED_ON = Duration.ofHours(12);

    private final JdbcClient jdbc;

    AwaitedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sessions of a bundle are these now. A key that came for an older version is asked for again: the papers may be others. */
    void replace(SiteBundle bundle) {
        forget(bundle.id());
        bundle.sessions()
                .forEach(session -> jdbc.sql("""
                        insert into courier.awaited_key (session, bundle, key_from, closes_at, released)
                        values (:session, :bundle, :from, :closes, false)
                        """)
                        .param("session", session.id())
                        .param("bundle", bundle.id())
                        .param("from", session.keyFrom().atOffset(ZoneOffset.UTC))
                        .param("closes", session.hours().closesAt().atOffset(ZoneOffset.UTC))
                        .update());
    }

    /** No key of this bundle is awaited any more. */
    void forget(UUID bundle) {
        jdbc.sql("delete from courier.awaited_key where bundle = :bundle")
                .param("bundle", bundle)
                .update();
    }

    List<UUID> dueAt(Instant now) {
        return jdbc.sql("""
                        select session from courier.awaited_key
                        where not released and key_from <= :now and closes_at > :closed order by key_from, session
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("closed", now.minus(ASKED_ON).atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getObject("session", UUID.class))
                .list();
    }

    void markReleased(UUID session) {
        jdbc.sql("update courier.awaited_key set released = true where session = :session")
                .param("session", session)
                .update();
    }

    /** How far the keys of a bundle have come. */
    record Count(int sessions, int released) {}

    Count count(UUID bundle) {
        return jdbc.sql("""
                        select count(*) as sessions, count(*) filter (where released) as released
                        from courier.awaited_key where bundle = :bundle
                        """)
                .param("bundle", bundle)
                .query((row, n) -> new Count(row.getInt("sessions"), row.getInt("released")))
                .single();
    }

    /** When the last exam that is not over will be. */
    Optional<Instant> busyUntil(Instant now) {
        return jdbc.sql(
                        "select closes_at from courier.awaited_key where closes_at > :now order by closes_at desc limit 1")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getTimestamp("closes_at").toInstant())
                .optional();
    }

    int notOverAt(Instant now) {
        return jdbc.sql("select count(*) from courier.awaited_key where closes_at > :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
