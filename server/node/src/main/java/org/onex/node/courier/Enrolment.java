package org.onex.node.courier;

import java.time.Instant;
import java.util.UUID;
import org.onex.foundation.exchange.VerifyingKey;

/**
 * To which site of which centre this node belongs (考点服务器登记).
 *
 * @param code      name of the code that it was enrolled with
 * @param node      what the centre calls this node
 * @param name      what people call it
 * @param center    where the centre was then
 * @param centerKey pinned: nothing is believed that was not signed with its other half
 * @param keys      this node's own
 */
record Enrolment(
        String code,
        UUID node,
        String name,
        Site site,
        String center,
        VerifyingKey centerKey,
        OwnKeys keys,
        Instant at) {

    /** The exam site (考点). */
    record Site(UUID id, String name) {}
}
