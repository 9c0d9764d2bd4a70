package org.onex.center.staffing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The staffing of all sites for all plans, each as one thing that is held and counted. */
@Repository
class StaffedSites {

    private final JdbcClient jdbc;

    StaffedSites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps others from changing who is where until the transaction ends. Whoever asks for the seats asks after this, because it may take
     * until they have been withdrawn.
     */
    StaffedSite hold(String plan, UUID site) {
        jdbc.sql("""
                insert into staffing.site_staffing (site_id, plan, version, assigned) values (:site, :plan, 0, 0)
                on conflict (site_id, plan) do nothing
                """).param("site", site).param("plan", plan).update();
        return jdbc.sql("select * from staffing.site_staffing where site_id = :site and plan = :plan for update")
                .param("site", site)
                .param("plan", plan)
                .query((row, n) -> staffed(row))
                .single();
    }

    Optional<StaffedSite> find(String plan, UUID site) {
        return jdbc.sql("select * from staffing.site_staffing where site_id = :site and plan = :plan")
                .param("site", site)
                .param("plan", plan)
                .query((row, n) -> staffed(row))
                .optional();
    }

    /** All sites of a plan, in no order. */
    List<StaffedSite> of(String plan) {
        return jdbc.sql("select * from staffing.site_staffing where plan = :plan")
                .param("plan", plan)
                .query((row, n) -> staffed(row))
                .list();
    }

    /** Stores one that this transaction holds. */
    void change(StaffedSite changed) {
        var issued = changed.pinsIssuedAt();
        jdbc.sql("""
                update staffing.site_staffing set version = :version, assigned = :assigned, pins_issued_at = :issued
                where site_id = :site and plan = :plan
                """)
                .param("version", changed.version())
                .param("assigned", changed.assigned())
                .param("issued", issued == null ? null : Timestamp.from(issued))
                .param("site", changed.site())
                .param("plan", changed.plan())
                .update();
    }

    private static StaffedSite staffed(ResultSet row) throws SQLException {
        var issued = row.getTimestamp("pins_issued_at");
        return new StaffedSite(
                row.getString("plan"),
                row.getObject("site_id", UUID.class),
                row.getInt("version"),
                row.getInt("assigned"),
                issued == null ? null : issued.toInstant());
    }
}
