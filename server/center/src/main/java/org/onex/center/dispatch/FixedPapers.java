package org.onex.center.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** Keeps others from settling papers of these sessions' levels until the transaction ends. */
    void hold(Collection<ExamSession> sessions) {
        var levels = new TreeMap<String, ExamSession>();
        sessions.forEach(session -> levels.put(session.qualification().code() + " " + session.level(), session));
        for (var session : levels.values()) {
            jdbc.sql("""
                    insert into dispatch.choice (qualification, level) values (:qualification, :level)
                    on conflict (qualification, level) do nothing
                    """)
                    .param("qualification", session.qualification().code())
                    .param("level", session.level().name())
                    .update();
            jdbc.sql(
                            "select level from dispatch.choice where qualification = :qualification and level = :level for update")
                    .param("qualification", session.qualification().code())
                    .param("level", session.level().name())
                    .query(String.class)
                    .single();
        }
    }

    /** The papers that are sat at other hours than this session's, each with a plan in which it is. */
    Map<UUID, String> satElsewhere(ExamSession session) {
        return jdbc
                .sql("""
                select paper_id, min(plan) as plan from dispatch.session
                where qualification = :qualification and level = :level and subject = :subject
                  and id <> :id and (opens <> :opens or closes <> :closes)
                group by paper_id
                """)
                .param("qualification", session.qualification().code())
                .param("level", session.level().name())
                .param("subject", session.subject().name())
                .param("id", session.id())
                .param("opens", Timestamp.from(session.hours().opensAt()))
                .param("closes", Timestamp.from(session.hours().closesAt()))
                .query((row, n) -> Map.entry(row.getObject("paper_id", UUID.class), row.getString("plan")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Settles which paper a session has.
     *
     * @return whether it was not settled before
     */
    boolean add(String plan, ExamSession session, FixedPaper paper, DataKey key, Instant now) {
        int added = jdbc.sql("""
                        insert into dispatch.session
                            (id, plan, qualification, level, number, subject, opens, closes, paper_id, drill, key_sealed, key_from, fixed_at)
                        values (:id, :plan, :qualification, :level, :number, :subject, :opens, :closes, :paper, :drill, :key, :from, :now)
                        on conflict (id) do nothing
                        """)
                .param("id", session.id())
                .param("plan", plan)
                .param("qualification", session.qualification().code())
                .param("level", session.level().name())
                .param("number", session.number())
                .param("subject", session.subject().name())
                .param("opens", Timestamp.from(session.hours().opensAt()))
                .param("closes", Timestamp.from(session.hours().closesAt()))
                .param("paper", paper.paper())
                .param("drill", paper.drill())
                .param("key", vault.seal(key.bytes(), purpose(session.id())))
                .param("from", Timestamp.from(paper.keyFrom()))
                .param("now", Timestamp.from(now))
                .update();
        if (added == 1) {
            add(paper);
        }
        return added == 1;
    }

    private void add(FixedPaper paper) {
        for (var form : paper.forms()) {
            jdbc.sql("""
                    insert into dispatch.sealed_paper (session_id, paper_id, form, sha256, bytes)
                    values (:session, :paper, :form, :sha256, :bytes)
                    """)
                    .param("session", paper.session())
                    .param("paper", paper.paper())
                    .param("form", form.form())
                    .param("sha256", form.sha256())
                    .param("bytes", form.bytes())
                    .update();
        }
    }

    /** Another paper takes the place of a drill, under the same key: what a node has of the drill can still be opened. */
    void replace(FixedPaper paper, Instant now) {
        jdbc.sql("update dispatch.session set paper_id = :paper, drill = :drill, fixed_at = :now where id = :id")
                .param("id", paper.session())
                .param("paper", paper.paper())
                .param("drill", paper.drill())
                .param("now", Timestamp.from(now))
                .update();
        add(paper);
    }

    /** Whether any node has got the key. */
    boolean isGivenOut(UUID session) {
        return jdbc.sql("select exists (select 1 from dispatch.key_release where session_id = :session)")
                .param("session", session)
                .query(Boolean.class)
                .single();
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
        return jdbc.sql("""
                        select p.* from dispatch.sealed_paper p
                        join dispatch.session s on s.id = p.session_id and s.paper_id = p.paper_id
                        where s.id = :session order by p.form
                        """)
                .param("session", session)
                .query((row, n) ->
                        new SiteBundle.PaperFile(row.getString("form"), row.getString("sha256"), row.getLong("bytes")))
                .list();
    }

    private static String purpose(UUID session) {
        return "paper key of " + session;
    }
}
