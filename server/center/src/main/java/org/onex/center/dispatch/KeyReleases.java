package org.onex.center.dispatch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.node.EnrolledNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which node has got which key, and when first. */
@Repository
class KeyReleases {

    private final JdbcClient jdbc;

    KeyReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param bundle its id
     */
    record Holder(UUID bundle, UUID node) {}

    /** Whether it is the first time. */
    boolean add(UUID session, EnrolledNode node, Instant now) {
        return jdbc.sql("""
                        insert into dispatch.key_release (site_id, session_id, node_id, at) values (:site, :session, :node, :now)
                        on conflict (site_id, session_id, node_id) do nothing
                        """)
                        .param("site", node.site())
                        .param("session", session)
                        .param("node", node.id())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Who has got a key of any session that is, or was in some version, of these sites' bundles. */
    List<Holder> holders(Collection<UUID> sites) {
        return sites.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select distinct s.bundle_id, k.node_id
                        from dispatch.bundle_session s join dispatch.key_release k
                          on k.site_id = s.site_id and k.session_id = s.session_id
                        where s.site_id in (:sites)
                        """)
                        .param("sites", Set.copyOf(sites))
                        .query((row, n) -> new Holder(
                                row.getObject("bundle_id", UUID.class), row.getObject("node_id", UUID.class)))
                        .list();
    }

    /** Of how many sessions of the newest versions of these sites' bundles each node has the key. */
    Map<Holder, Integer> counts(Collection<UUID> sites) {
        return sites.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                        select s.bundle_id, k.node_id, count(*) as keys
                        from dispatch.bundle_session s join dispatch.key_release k
                          on k.site_id = s.site_id and k.session_id = s.session_id
                        where s.site_id in (:sites)
                        """ + BundleSessions.NEWEST + """
                         group by s.bundle_id, k.node_id
                        """)
                        .param("sites", Set.copyOf(sites))
                        .query((row, n) -> Map.entry(
                                new Holder(
                                        row.getObject("bundle_id", UUID.class), row.getObject("node_id", UUID.class)),
                                row.getInt("keys")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
