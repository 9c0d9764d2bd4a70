package org.onex.center.dispatch;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.onex.center.node.EnrolledNode;
import org.springframework.stereotype.Service;

/** Writes down what became of a bundle at a node. */
@Service
class TakeReports {

    private final Bundles bundles;
    private final Deliveries deliveries;
    private final Clock clock;

    TakeReports(Bundles bundles, Deliveries deliveries, Clock clock) {
        this.bundles = bundles;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Versions only grow, so that one that is there now is there for ever. */
    void take(UUID bundle, Deliveries.Delivery delivery, EnrolledNode node) {
        var isPacked = bundles.packed(node.site(), bundle)
                .map(Bundle::packed)
                .filter(newest -> delivery.version() <= newest.version())
                .isPresent();
        if (!isPacked) {
            throw DispatchRefused.of(DispatchRefused.Code.BUNDLE_UNKNOWN);
        }
        deliveries.keep(bundle, delivery, node, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
