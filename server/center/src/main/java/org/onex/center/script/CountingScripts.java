package org.onex.center.script;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All scripts that came and proved themselves, with what counts of each. */
@Repository
class CountingScripts {

    private final JdbcClient jdbc;

    CountingScripts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A script.
     *
     * @param plan         its code; likewise the awarding body
     * @param counting     null while nothing counts
     */
    record Known(
            UUID script,
            UUID site,
            UUID bundle,
            String plan,
            String awardingBody,
            PackedRuns.Run run,
            @Nullable Counting counting) {

        Doubts.About about() {
            return new Doubts.About(site, bundle, script);
        }
    }

    /** What counts of a script. */
    record Counting(UUID node, int revision, int answered, String hash) {}

    /** Unless it is known. */
    void add(UUID script, SiteReturn held, PackedRuns.Run run) {
        jdbc.sql("""
                insert into script.script
                    (script_id, site_id, bundle_id, plan, awarding_body, qualification, level, subject, session_id, paper_id, form, node_id,
                     revision, answered, hash)
                values (:script, :site, :bundle, :plan, :body, :qualification, :level, :subject, :session, :paper, :form, null, null, null,
                        null)
                on conflict (script_id) do nothing
                """)
                .param("script", script)
                .param("site", held.site())
                .param("bundle", held.bundle())
                .param("plan", held.plan())
                .param("body", held.whose().awardingBody())
                .param("qualification", run.qualification())
                .param("level", run.level().name())
                .param("subject", run.subject().name())
                .param("session", run.session())
                .param("paper", run.paper())
                .param("form", run.form())
                .update();
    }

    Optional<Known> find(UUID script) {
        return jdbc.sql("select * from script.script where script_id = :script")
                .param("script", script)
                .query((row, n) -> known(row))
                .optional();
    }

    /** Keeps others from settling what counts of it until the transaction ends. */
    Optional<Known> hold(UUID script) {
        return jdbc.sql("select * from script.script where script_id = :script for update")
                .param("script", script)
                .query((row, n) -> known(row))
                .optional();
    }

    /** One that is held belongs to what another site sends back, or to another slot. */
    Known move(Known known, SiteReturn to) {
        jdbc.sql("update script.script set site_id = :site, bundle_id = :bundle where script_id = :script")
                .param("script", known.script())
                .param("site", to.site())
                .param("bundle", to.bundle())
                .update();
        return find(known.script()).orElseThrow();
    }

    List<Known> find(Collection<UUID> scripts) {
        return scripts.isEmpty()
                ? List.of()
                : jdbc.sql("select * from script.script where script_id in (:scripts)")
                        .param("scripts", Set.copyOf(scripts))
                        .query((row, n) -> known(row))
                        .list();
    }

    /** From now on this counts; null: nothing does. */
    void settle(UUID script, Ruling.@Nullable Choice choice) {
        var copy = choice == null ? null : choice.copy();
        jdbc.sql("""
                update script.script set node_id = :node, revision = :revision, answered = :answered, hash = :hash,
                    paper_id = coalesce(:paper, paper_id), form = coalesce(:form, form)
                where script_id = :script
                """)
                .param("script", script)
                .param("node", copy == null ? null : copy.node())
                .param("revision", choice == null ? null : choice.revision().number())
                .param("answered", choice == null ? null : choice.revision().answered())
                .param("hash", choice == null ? null : choice.revision().hash())
                .param("paper", copy == null ? null : copy.paper())
                .param("form", copy == null ? null : copy.form())
                .update();
    }

    private static Known known(ResultSet row) throws SQLException {
        var node = row.getObject("node_id", UUID.class);
        return new Known(
                row.getObject("script_id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getObject("bundle_id", UUID.class),
                row.getString("plan"),
                row.getString("awarding_body"),
                new PackedRuns.Run(
                        row.getObject("session_id", UUID.class),
                        row.getString("qualification"),
                        Level.valueOf(row.getString("level")),
                        Subject.valueOf(row.getString("subject")),
                        row.getObject("paper_id", UUID.class),
                        row.getString("form")),
                node == null
                        ? null
                        : new Counting(node, row.getInt("revision"), row.getInt("answered"), row.getString("hash")));
    }
}
