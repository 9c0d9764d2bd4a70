package org.onex.center.node;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exam server as its college and the body see it.
 *
 * @param version     of the product that runs there, as it last said
 * @param lastHeardAt by the business clock; null if it never was
 * @param ready       whether it is trusted and every check is passed
 */
record NodeView(
        UUID id,
        String name,
        NodeSite site,
        String version,
        Node.State state,
        Instant enrolledAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawalReason,
        @Nullable Instant lastHeardAt,
        List<NodeCheck> checks,
        boolean ready) {

    NodeView {
        checks = List.copyOf(checks);
    }

    /** Where it stands. */
    record NodeSite(UUID id, String name, NodeCollege college) {}

    /** Whose site that is. */
    record NodeCollege(String code, String name) {}
}
