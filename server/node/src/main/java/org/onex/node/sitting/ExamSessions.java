package org.onex.node.sitting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.vault.DataKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions of this node, their papers and the keys that were released. */
@Repository
class ExamSessions {

    /** Where a session is read from, with what stands above it. */
    private static final String FROM =
            "select s.*, b.title, b.practice from sitting.session s join sitting.bundle b on b.id = s.bundle ";

    private final JdbcClient jdbc;

    ExamSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ExamSession> find(UUID id) {
        return jdbc.sql(FROM + "where s.id = :id")
                .param("id", id)
                .query((row, n) -> session(row))
                .optional();
    }

    /** Sessions that are not over, the earliest first. Somebody may still be writing for a while after the window closes. */
    List<ExamSession> notOverAt(Instant now) {
        return jdbc.sql(FROM + """
                        where s.closes_at > :now or exists (
                            select 1 from sitting.attempt a where a.session = s.id and a.deadline > :now and a.sealed is null)
                        order by s.opens_at, s.bundle, s.position
                        """)
                .param("now", Attempts.utc(now))
                .query((row, n) -> session(row))
                .list();
    }

    /** The sessions of a bundle, in the order in which they are sat. */
    List<ExamSession> of(UUID bundle) {
        return jdbc.sql(FROM + "where s.bundle = :bundle order by s.position")
                .param("bundle", bundle)
                .query((row, n) -> session(row))
                .list();
    }

    private static ExamSession session(ResultSet row) throws SQLException {
        var exam = new ExamSession.Exam(
                row.getString("title"),
                row.getString("qualification"),
                row.getString("level"),
                row.getString("subject"),
                row.getBoolean("practice"));
        return new ExamSession(row.getObject("id", UUID.class), row.getObject("after", UUID.class), exam, hours(row));
    }

    /** The hours that stand in a row of the table of sessions, or of a join with it. */
    static SiteBundle.Hours hours(ResultSet row) throws SQLException {
        return new SiteBundle.Hours(
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
        return jdbc.sql("select sealed from sitting.paper where sha256 = :sha256 and sealed is not null limit 1")
                .param("sha256", sha256)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** The hashes of all forms; their bytes are read one after the other. */
    List<String> papers(UUID session) {
        return jdbc.sql("select sha256 from sitting.paper where session = :session order by form")
                .param("session", session)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** The key of a session's papers, once it is released. */
    Optional<DataKey> key(UUID session) {
        return jdbc.sql("select paper_key from sitting.session where id = :id and paper_key is not null")
                .param("id", session)
                .query((row, n) -> DataKey.of(row.getBytes(1)))
                .optional();
    }

    /**
     * @throws SittingRefused if its bundle is forgotten, or a newer version has taken the session's place in the meantime: whoever brought the
     *     key brings it again
     */
    void store(UUID session, DataKey key) {
        requireNotForgotten(session);
        var stored = jdbc.sql("update sitting.session set paper_key = :key where id = :id")
                .param("key", key.bytes())
                .param("id", session)
                .update();
        if (stored != 1) {
            throw SittingRefused.of(SittingRefused.Code.SESSION_UNKNOWN);
        }
    }

    /** From here on nobody forgets it until the transaction ends. */
    private void requireNotForgotten(UUID session) {
        var kept = jdbc.sql("""
                        select b.id from sitting.bundle b join sitting.session s on s.bundle = b.id
                        where s.id = :id and b.forgotten_at is null for update of b
                        """)
                .param("id", session)
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional();
        if (kept.isEmpty()) {
            throw SittingRefused.of(SittingRefused.Code.SESSION_UNKNOWN);
        }
    }
}
