package org.onex.center.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.vault.DataKey;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The papers of all sessions and their keys, which nobody reads in the database. */
@Repository
class FixedPapers {

    private final JdbcClient jdbc;
    private final Vault vault;

    FixedPapers(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Optional<FixedPaper> find(UUID session) {
        return jdbc.sql("select * from dispatch.session where id = :id")
                .param("id", session)
                .query((row, n) -> paper(row))
                .optional()
                .map(found ->
                        new FixedPaper(found.session(), found.paper(), found.drill(), found.keyFrom(), forms(session)));
    }

    /**
     * Settles which paper a session has.
     *
     * @return whether it was not settled before
     */
    boolean add(String plan, ExamSession session, FixedPaper paper, DataKey key, Instant now) {
        int added = jdbc.sql("""
                        insert into dispatch.session
                            (id, plan, qualification, level, number, subject, paper_id, drill, key_sealed, key_from, fixed_at)
                        values (:id, :plan, :qualification, :level, :number, :subject, :paper, :drill, :key, :from, :now)
                        on conflict (id) do nothing
                        """)
                .param("id", session.id())
                .param("plan", plan)
                .param("qualification", session.qualification().code())
                .param("level", session.level().name())
                .param("number", session.number())
                .param("subject", session.subject().name())
                .param("paper", paper.paper())
                .param("drill", paper.drill())
                .param("key", vault.seal(key.bytes(), purpose(session.id())))
                .param("from", Timestamp.from(paper.keyFrom()))
                .param("now", Timestamp.from(now))
                .update();
        if (added == 1) {
            paper.forms().forEach(form -> add(session.id(), form));
        }
        return added == 1;
    }

    private void add(UUID session, SiteBundle.PaperFile form) {
        jdbc.sql("""
                insert into dispatch.sealed_paper (session_id, form, sha256, bytes) values (:session, :form, :sha256, :bytes)
                """)
                .param("session", session)
                .param("form", form.form())
                .param("sha256", form.sha256())
                .param("bytes", form.bytes())
                .update();
    }

    /** The key of a session whose paper is settled. */
    DataKey key(UUID session) {
        var sealed = jdbc.sql("select key_sealed from dispatch.session where id = :id")
                .param("id", session)
                .query((row, n) -> row.getBytes("key_sealed"))
                .single();
        return DataKey.of(vault.open(sealed, purpose(session)));
    }

    private static FixedPaper paper(ResultSet row) throws SQLException {
        return new FixedPaper(
                row.getObject("id", UUID.class),
                row.getObject("paper_id", UUID.class),
                row.getBoolean("drill"),
                row.getTimestamp("key_from").toInstant(),
                List.of());
    }

    private List<SiteBundle.PaperFile> forms(UUID session) {
        return jdbc.sql("select * from dispatch.sealed_paper where session_id = :session order by form")
                .param("session", session)
                .query((row, n) ->
                        new SiteBundle.PaperFile(row.getString("form"), row.getString("sha256"), row.getLong("bytes")))
                .list();
    }

    private static String purpose(UUID session) {
        return "paper key of " + session;
    }
}
