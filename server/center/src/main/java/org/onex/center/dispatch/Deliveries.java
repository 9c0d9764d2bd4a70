package org.onex.center.dispatch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.onex.center.node.EnrolledNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last word of each node on each bundle. */
@Repository
class Deliveries {

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param bundle its id
     */
    record Reported(UUID bundle, UUID node, Delivery delivery, Instant at) {}

    /** A word that comes late, or again, changes nothing: what is installed in a version is not refused any more. */
    void keep(UUID bundle, Delivery delivery, EnrolledNode node, Instant now) {
        jdbc.sql("""
                insert into dispatch.delivery as d (site_id, bundle_id, node_id, version, state, problem, at)
                values (:site, :bundle, :node, :version, :state, :problem, :now)
                on conflict (site_id, bundle_id, node_id) do update set
                    version = excluded.version, state = excluded.state, problem = excluded.problem, at = excluded.at
                where d.version < excluded.version
                   or (d.version = excluded.version and d.state = 'REFUSED'
                       and (excluded.state = 'INSTALLED' or d.problem <> excluded.problem))
                """)
                .param("site", node.site())
                .param("bundle", bundle)
                .param("node", node.id())
                .param("version", delivery.version())
                .param("state", delivery.state().name())
                .param("problem", delivery.problem())
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Reported> of(Collection<UUID> sites) {
        return sites.isEmpty()
                ? List.of()
                : jdbc.sql("select * from dispatch.delivery where site_id in (:sites)")
                        .param("sites", Set.copyOf(sites))
                        .query((row, n) -> new Reported(
                                row.getObject("bundle_id", UUID.class),
                                row.getObject("node_id", UUID.class),
                                new Delivery(
                                        row.getInt("version"),
                                        Delivery.State.valueOf(row.getString("state")),
                                        row.getString("problem")),
                                row.getTimestamp("at").toInstant()))
                        .list();
    }
}
