package org.onex.center.script;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.bundle.RecordFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the exam servers of one site have sent of one bundle, as it lies in the tables. */
public final class ReturnRows {

    private final JdbcClient jdbc;
    private final UUID site;
    private final UUID bundle;
    private final Instant at;

    public ReturnRows(JdbcClient jdbc, UUID site, UUID bundle, Instant at) {
        this.jdbc = jdbc;
        this.site = site;
        this.bundle = bundle;
        this.at = at;
    }

    /** One run was packed for the site and is to come back. */
    public void areAwaited(String plan) {
        jdbc.sql("""
                insert into script.site_return
                    (site_id, bundle_id, plan, slot, site_name, college, awarding_body, opens, closes, version, runs, recalled, scripts,
                     absent, not_started, incidents, without_outcome)
                values (:site, :bundle, :plan, 1, '考点', '90001', '990000004', :at, :end, 1, 1, false, 0, 0, 0, 0, 0)
                """)
                .param("site", site)
                .param("bundle", bundle)
                .param("plan", plan)
                .param("at", Timestamp.from(at))
                .param("end", Timestamp.from(at.plusSeconds(7_200)))
                .update();
    }

    /** @param seen whether an invigilator saw the person; null if nobody said */
    public void say(UUID script, UUID node, RecordFile.Outcome outcome, @Nullable Boolean seen) {
        jdbc.sql("""
                insert into script.outcome (script_id, node_id, site_id, bundle_id, outcome, seen)
                values (:script, :node, :site, :bundle, :outcome, :seen)
                """)
                .param("script", script)
                .param("node", node)
                .param("site", site)
                .param("bundle", bundle)
                .param("outcome", outcome.name())
                .param("seen", seen)
                .update();
    }

    /** The server has announced what it has; all of it is here, or not. */
    public void announce(UUID node, boolean all) {
        jdbc.sql("""
                insert into script.announcement
                    (site_id, bundle_id, node_id, node_name, version, number, record, first_at, last_at)
                values (:site, :bundle, :node, '机', 1, 1, 1, :at, :at)
                """)
                .param("site", site)
                .param("bundle", bundle)
                .param("node", node)
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql("""
                insert into script.file
                    (site_id, bundle_id, node_id, sha256, script_id, revision, bytes, listed, have, state)
                values (:site, :bundle, :node, 'f', null, 1, 10, true, 10, :state)
                """)
                .param("site", site)
                .param("bundle", bundle)
                .param("node", node)
                .param("state", all ? "TAKEN" : "WANTED")
                .update();
    }

    /** What was announced is here. */
    public void arrive() {
        jdbc.sql("update script.file set state = 'TAKEN' where site_id = :site")
                .param("site", site)
                .update();
    }
}
