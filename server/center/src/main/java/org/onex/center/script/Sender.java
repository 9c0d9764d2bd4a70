package org.onex.center.script;

import java.util.UUID;
import org.onex.center.node.EnrolledNode;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Which exam server sends back which bundle of its site (回传方). */
record Sender(UUID site, UUID bundle, UUID node) {

    static Sender of(UUID bundle, EnrolledNode node) {
        return new Sender(node.site(), bundle, node.id());
    }

    /** As every statement about it names them. */
    MapSqlParameterSource parameters() {
        return new MapSqlParameterSource("site", site)
                .addValue("bundle", bundle)
                .addValue("node", node);
    }
}
