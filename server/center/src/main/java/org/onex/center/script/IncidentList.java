package org.onex.center.script;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.organization.Actor;
import org.onex.contract.bundle.RecordFile;
import org.onex.contract.kernel.Window;
import org.onex.foundation.vault.Vault;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.onex.foundation.web.TimePlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the invigilators of a plan wrote down about candidates, in the order in which it happened. */
@Repository
class IncidentList {

    /** A machine that was enrolled twice sends everything twice. */
    private static final String FROM = """
            from script.incident r
            where r.plan = :plan
              and not exists (select 1 from script.incident e
                              where e.script_id = r.script_id and e.id = r.id and e.node_id < r.node_id)
            """ + ReturnList.VISIBLE;

    private final JdbcClient jdbc;
    private final Vault vault;

    IncidentList(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * What invigilators wrote down about a candidate (考场异常情况).
     *
     * @param statement of the candidate; may be empty
     * @param number    of the invigilator
     * @param second    of the second one, where two were needed
     * @param superseded whether the newest record of the room does not hold it any more (记录已更正)
     */
    record IncidentView(
            UUID id,
            UUID script,
            IncidentSite site,
            Level level,
            Subject subject,
            RecordFile.IncidentKind kind,
            String facts,
            String statement,
            String number,
            @Nullable String second,
            OffsetDateTime at,
            boolean superseded) {

        record IncidentSite(UUID id, String name) {}
    }

    Page<IncidentView> page(String plan, PageRequest page, Actor actor) {
        var place = TimePlace.of(page.key());
        var rows = jdbc.sql(Records.COLUMNS + FROM + """
                 and (cast(:afterSince as timestamptz) is null or (r.at, r.id) > (:afterSince, cast(:afterId as uuid)))
                order by r.at, r.id limit :limit
                """)
                .params(ReturnList.asker(actor))
                .param("plan", plan)
                .param("afterSince", place.since())
                .param("afterId", place.id())
                .param("limit", page.size() + 1)
                .query((row, n) -> view(row))
                .list();
        return Page.of(
                rows,
                page.size(),
                count(plan, actor),
                view -> TimePlace.key(view.at().toInstant(), view.id()));
    }

    private int count(String plan, Actor actor) {
        return jdbc.sql("select count(*) from (select 1 " + FROM + " limit :cap) counted")
                .params(ReturnList.asker(actor))
                .param("plan", plan)
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    private IncidentView view(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new IncidentView(
                id,
                row.getObject("script_id", UUID.class),
                new IncidentView.IncidentSite(row.getObject("site_id", UUID.class), row.getString("site_name")),
                Level.valueOf(row.getString("level")),
                Subject.valueOf(row.getString("subject")),
                RecordFile.IncidentKind.valueOf(row.getString("kind")),
                vault.openText(row.getBytes("facts_sealed"), Records.factsOf(id)),
                vault.openText(row.getBytes("statement_sealed"), Records.statementOn(id)),
                row.getString("number"),
                row.getString("second"),
                Window.inBeijing(row.getTimestamp("at").toInstant()),
                !row.getBoolean("stands"));
    }
}
