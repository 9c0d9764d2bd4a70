package org.onex.center.dispatch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
     * What has become of a bundle at an exam server, in its own words (下发结果).
     *
     * @param problem the code by which it was refused; null if it was not
     */
    record Delivery(int version, State state, @Nullable String problem) {

        private static final Pattern PROBLEM = Pattern.compile("courier\\.[a-z-]{1,60}");

        /** What a server may say. */
        enum State {
            INSTALLED,
            REFUSED
        }

        Delivery {
            if (version < 1) {
                throw DispatchRefused.invalid("version");
            }
            var refused = problem != null && PROBLEM.matcher(problem).matches();
            if (state == State.REFUSED ? !refused : problem != null) {
                throw DispatchRefused.invalid("problem");
            }
        }
    }

    /**
     * @param bundle its id
     */
    record Reported(UUID bundle, UUID node, Delivery delivery, Instant at) {}

    /**
     * A word that comes late, or again, changes nothing: what is installed in a version is not refused any more.
     *
     * @return whether it was news
     */
    boolean keep(UUID bundle, Delivery delivery, EnrolledNode node, Instant now) {
        return jdbc.sql("""
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
                        .update()
                == 1;
    }

    /**
     * The nodes that have, or may have, some version of each of these sites' bundles: whoever refused a later one can have kept the one
     * before.
     */
    List<KeyReleases.Holder> holders(Collection<UUID> sites) {
        return of(sites).stream()
                .filter(said -> said.delivery().state() == Delivery.State.INSTALLED
                        || said.delivery().version() > 1)
                .map(said -> new KeyReleases.Holder(said.bundle(), said.node()))
                .toList();
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
