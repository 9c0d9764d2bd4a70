package org.onex.center.dispatch;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.onex.center.node.EnrolledNode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what became of a bundle at a node. */
@Service
class TakeReports {

    private final Bundles bundles;
    private final Deliveries deliveries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakeReports(Bundles bundles, Deliveries deliveries, ApplicationEventPublisher events, Clock clock) {
        this.bundles = bundles;
        this.deliveries = deliveries;
        this.events = events;
        this.clock = clock;
    }

    /** Versions only grow, so that one that is there now is there for ever. */
    @Transactional
    void take(UUID bundle, Deliveries.Delivery delivery, EnrolledNode node) {
        var packed = bundles.packed(node.site(), bundle)
                .filter(one -> one.packed() != null
                        && delivery.version() <= one.packed().version())
                .orElseThrow(() -> DispatchRefused.of(DispatchRefused.Code.BUNDLE_UNKNOWN));
        if (deliveries.keep(bundle, delivery, node, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            events.publishEvent(new BundleHeld(node.site(), packed.place().plan(), node.id()));
        }
    }
}
