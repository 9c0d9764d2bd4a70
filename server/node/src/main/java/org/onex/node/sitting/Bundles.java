package org.onex.node.sitting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.vault.HashKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was installed on this node, as it came: bundles with their sessions, papers, photos and seats. */
@Repository
class Bundles {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Bundles(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A bundle that is there already. */
    record Installed(UUID id, int version, Instant entryOpensAt) {}

    /** The bundle, which nobody else replaces until the transaction ends. */
    Optional<Installed> lock(UUID id) {
        return jdbc.sql("""
                        select b.id, b.version,
                            (select min(entry_opens_at) from sitting.session where bundle = b.id) as entry_opens_at
                        from sitting.bundle b where b.id = :id for update of b
                        """)
                .param("id", id)
                .query((row, n) -> new Installed(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        Attempts.instant(row, "entry_opens_at")))
                .optional();
    }

    /** Whether somebody has signed in; from now on until the transaction ends nobody does. */
    boolean hasAnybodyEntered(UUID bundle) {
        return jdbc.sql("""
                        select a.epoch from sitting.attempt a join sitting.session s on s.id = a.session
                        where s.bundle = :bundle order by a.id for update of a
                        """).param("bundle", bundle).query(Integer.class).list().stream()
                .anyMatch(epoch -> epoch > 0);
    }

    /** Makes place for another version, whose photos are there already. */
    void clear(SiteBundle next) {
        var bundle = next.id();
        for (var table : List.of("attempt", "paper")) {
            jdbc.sql("delete from sitting." + table
                            + " where session in (select id from sitting.session where bundle = :bundle)")
                    .param("bundle", bundle)
                    .update();
        }
        jdbc.sql("delete from sitting.session where bundle = :bundle")
                .param("bundle", bundle)
                .update();
        var photos = next.seatings().stream()
                .map(SiteBundle.Seating::photo)
                .filter(Objects::nonNull)
                .map(SiteBundle.PhotoFile::sha256)
                .toArray(String[]::new);
        jdbc.sql("delete from sitting.photo where bundle = :bundle and not sha256 = any(:photos)")
                .param("bundle", bundle)
                .param("photos", photos)
                .update();
    }

    /** Its first version, or another one in its place. */
    void store(SiteBundle bundle, Instant now) {
        jdbc.sql("""
                        insert into sitting.bundle (id, version, title, practice, id_hash_key, photo_key, installed_at)
                        values (:id, :version, :title, :practice, :hashKey, :photoKey, :at)
                        on conflict (id) do update set version = excluded.version, title = excluded.title,
                            practice = excluded.practice, id_hash_key = excluded.id_hash_key, photo_key = excluded.photo_key,
                            installed_at = excluded.installed_at
                        """)
                .param("id", bundle.id())
                .param("version", bundle.version())
                .param("title", bundle.title())
                .param("practice", bundle.practice())
                .param("hashKey", HashKey.ofBase64(bundle.idHashKey()).bytes())
                .param("photoKey", Base64.getDecoder().decode(bundle.photoKey()))
                .param("at", Attempts.utc(now))
                .update();
    }

    /** One file after the other: a batch would hold them all. */
    void add(SiteBundle bundle, BundleFiles files) {
        addSessions(bundle);
        for (var session : bundle.sessions()) {
            for (var paper : session.papers()) {
                batches.update(
                        "insert into sitting.paper (session, form, sha256, sealed) values (?, ?, ?, ?)",
                        session.id(),
                        paper.form(),
                        paper.sha256(),
                        files.read(paper.sha256()));
            }
        }
        keepPhotos(bundle, files);
        addSeats(bundle);
    }

    private void addSessions(SiteBundle bundle) {
        var position = new AtomicInteger();
        batches.batchUpdate(
                """
                insert into sitting.session (id, bundle, position, after, qualification, level, subject, entry_opens_at, opens_at,
                    late_until, closes_at, minutes, hand_in_after_minutes, key_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                bundle.sessions().stream()
                        .map(session -> new Object[] {
                            session.id(),
                            bundle.id(),
                            position.incrementAndGet(),
                            session.after(),
                            session.qualification(),
                            session.level(),
                            session.subject(),
                            Attempts.utc(session.hours().entryOpensAt()),
                            Attempts.utc(session.hours().opensAt()),
                            Attempts.utc(session.hours().lateUntil()),
                            Attempts.utc(session.hours().closesAt()),
                            session.hours().minutes(),
                            session.hours().handInAfterMinutes(),
                            Attempts.utc(session.keyFrom())
                        })
                        .toList());
    }

    /** Those that are there already stay; the most bytes by far, brought in before anything is locked. */
    void keepPhotos(SiteBundle bundle, BundleFiles files) {
        var photos = new TreeMap<String, String>();
        for (var seating : bundle.seatings()) {
            var photo = seating.photo();
            if (photo != null) {
                photos.put(photo.sha256(), photo.type());
            }
        }
        jdbc.sql("select sha256 from sitting.photo where bundle = :bundle")
                .param("bundle", bundle.id())
                .query(String.class)
                .list()
                .forEach(photos::remove);
        photos.forEach((sha256, type) -> batches.update(
                "insert into sitting.photo (bundle, sha256, type, sealed) values (?, ?, ?, ?)",
                bundle.id(),
                sha256,
                type,
                files.read(sha256)));
    }

    private void addSeats(SiteBundle bundle) {
        var order = new HashMap<UUID, @Nullable UUID>();
        bundle.sessions().forEach(session -> order.put(session.id(), session.after()));
        var rows = new ArrayList<Object[]>();
        for (var session : bundle.sessions()) {
            for (var seating : bundle.seatings()) {
                seating.runs().stream()
                        .filter(run -> run.session().equals(session.id()))
                        .forEach(run -> rows.add(row(seating, run, before(run, seating.runs(), order))));
            }
        }
        batches.batchUpdate("""
                insert into sitting.attempt (id, session, follows, ticket, name, masked_id, id_hash, room, seat, form, extra_percent, photo)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    private static @Nullable Object[] row(SiteBundle.Seating seating, SiteBundle.Run run, @Nullable UUID before) {
        var photo = seating.photo();
        return new @Nullable Object[] {
            run.attempt(),
            run.session(),
            before,
            seating.ticket(),
            seating.name(),
            seating.maskedId(),
            seating.idHash(),
            seating.room(),
            seating.seat(),
            run.form(),
            seating.extraPercent(),
            photo == null ? null : photo.sha256()
        };
    }

    /** The run that this one waits for: that of the nearest session before it which this candidate sits at all. */
    static @Nullable UUID before(SiteBundle.Run run, List<SiteBundle.Run> runs, Map<UUID, @Nullable UUID> order) {
        var attempts = new HashMap<UUID, UUID>();
        runs.forEach(one -> attempts.put(one.session(), one.attempt()));
        var session = order.get(run.session());
        while (session != null && !attempts.containsKey(session)) {
            session = order.get(session);
        }
        return session == null ? null : attempts.get(session);
    }
}
