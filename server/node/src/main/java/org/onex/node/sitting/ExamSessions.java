package org.onex.node.sitting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onex.contract.bundle.SessionBundle;
import org.onex.foundation.vault.DataKey;
import org.onex.foundation.vault.HashKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions of this node, their papers and the keys that were released. */
@Repository
class ExamSessions {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ExamSessions(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<ExamSession> find(UUID id) {
        return jdbc.sql("select * from sitting.session where id = :id")
                .param("id", id)
                .query((row, n) -> session(row))
                .optional();
    }

    /** Sessions that are not over, the earliest first. Somebody may still be writing for a while after the window closes. */
    List<ExamSession> notOverAt(Instant now) {
        return jdbc.sql("""
                        select * from sitting.session s
                        where closes_at > :now or exists (
                            select 1 from sitting.attempt a where a.session = s.id and a.deadline > :now and a.sealed is null)
                        order by opens_at, id
                        """)
                .param("now", Attempts.utc(now))
                .query((row, n) -> session(row))
                .list();
    }

    private static ExamSession session(ResultSet row) throws SQLException {
        var exam = new SessionBundle.Exam(
                row.getString("title"),
                row.getString("qualification"),
                row.getString("level"),
                row.getString("subject"),
                row.getBoolean("practice"));
        return new ExamSession(row.getObject("id", UUID.class), exam, hours(row));
    }

    /** The hours that stand in a row of the table of sessions, or of a join with it. */
    static SessionBundle.Hours hours(ResultSet row) throws SQLException {
        return new SessionBundle.Hours(
                Attempts.instant(row, "entry_opens_at"),
                Attempts.instant(row, "opens_at"),
                Attempts.instant(row, "late_until"),
                Attempts.instant(row, "closes_at"),
                row.getInt("minutes"),
                row.getInt("hand_in_after_minutes"));
    }

    /** A sealed paper without its bytes. */
    record SealedPaper(String sha256, long bytes) {}

    SealedPaper paper(UUID session, String form) {
        return jdbc.sql(
                        "select sha256, length(sealed) as bytes from sitting.paper where session = :session and form = :form")
                .param("session", session)
                .param("form", form)
                .query((row, n) -> new SealedPaper(row.getString("sha256"), row.getLong("bytes")))
                .single();
    }

    Optional<byte[]> sealedBytes(String sha256) {
        return jdbc.sql("select sealed from sitting.paper where sha256 = :sha256 limit 1")
                .param("sha256", sha256)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    List<byte[]> sealedPapers(UUID session) {
        return jdbc.sql("select sealed from sitting.paper where session = :session")
                .param("session", session)
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    /** The key of a session's papers, once it is released. */
    Optional<DataKey> key(UUID session) {
        return jdbc.sql("select paper_key from sitting.session where id = :id and paper_key is not null")
                .param("id", session)
                .query((row, n) -> DataKey.of(row.getBytes(1)))
                .optional();
    }

    void store(UUID session, DataKey key) {
        jdbc.sql("update sitting.session set paper_key = :key where id = :id")
                .param("key", key.bytes())
                .param("id", session)
                .update();
    }

    /** Whether the session was new; a session that is there already stays as it is. */
    boolean add(SessionBundle bundle) {
        var exam = bundle.exam();
        var hours = bundle.hours();
        return jdbc.sql("""
                        insert into sitting.session (id, title, qualification, level, subject, practice, entry_opens_at, opens_at,
                            late_until, closes_at, minutes, hand_in_after_minutes, id_hash_key)
                        values (:id, :title, :qualification, :level, :subject, :practice, :entry, :opens, :late, :closes, :minutes,
                            :handIn, :key)
                        on conflict (id) do nothing
                        """)
                        .param("id", bundle.session())
                        .param("title", exam.title())
                        .param("qualification", exam.qualification())
                        .param("level", exam.level())
                        .param("subject", exam.subject())
                        .param("practice", exam.practice())
                        .param("entry", Attempts.utc(hours.entryOpensAt()))
                        .param("opens", Attempts.utc(hours.opensAt()))
                        .param("late", Attempts.utc(hours.lateUntil()))
                        .param("closes", Attempts.utc(hours.closesAt()))
                        .param("minutes", hours.minutes())
                        .param("handIn", hours.handInAfterMinutes())
                        .param("key", HashKey.ofBase64(bundle.idHashKey()).bytes())
                        .update()
                == 1;
    }

    void addPapersAndSeats(SessionBundle bundle, Map<String, byte[]> files) {
        batches.batchUpdate(
                "insert into sitting.paper (session, form, sha256, sealed) values (?, ?, ?, ?)",
                bundle.papers().stream()
                        .map(paper ->
                                new Object[] {bundle.session(), paper.form(), paper.sha256(), files.get(paper.sha256())
                                })
                        .toList());
        batches.batchUpdate(
                """
                insert into sitting.attempt (id, session, ticket, name, masked_id, id_hash, room, seat, form, extra_percent)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                bundle.seatings().stream()
                        .map(seating -> new Object[] {
                            seating.attempt(),
                            bundle.session(),
                            seating.ticket(),
                            seating.name(),
                            seating.maskedId(),
                            seating.idHash(),
                            seating.room(),
                            seating.seat(),
                            seating.form(),
                            seating.extraPercent()
                        })
                        .toList());
    }
}
