package org.onex.center.dispatch;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.onex.center.file.FileRefused;
import org.onex.center.node.EnrolledNode;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.Venue;
import org.onex.contract.kernel.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Tells a node what there is for it. */
@Service
class ListDeliveries {

    private static final Logger log = LoggerFactory.getLogger(ListDeliveries.class);

    /** A machine may die in somebody's extra time, and another one has to get what it had. */
    private static final Duration AFTER_CLOSE = Duration.ofHours(6);

    private final Bundles bundles;
    private final Letters letters;
    private final SiteDirectory sites;
    private final Clock clock;

    ListDeliveries(Bundles bundles, Letters letters, SiteDirectory sites, Clock clock) {
        this.bundles = bundles;
        this.letters = letters;
        this.sites = sites;
        this.clock = clock;
    }

    List<DeliveryController.DeliveryItem> of(EnrolledNode node) {
        if (sites.venue(node.site()).filter(Venue::approved).isEmpty()) {
            return List.of();
        }
        return bundles.handedOut(node.site(), clock.instant().minus(AFTER_CLOSE)).stream()
                .flatMap(bundle -> readable(bundle, node).stream())
                .toList();
    }

    /** What cannot be read is left out and keeps no other waiting; when the database is away nothing can be said. */
    private Optional<DeliveryController.DeliveryItem> readable(Bundle bundle, EnrolledNode node) {
        try {
            return Optional.of(item(bundle, Objects.requireNonNull(bundle.packed()), node));
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException | FileRefused e) {
            log.error("{} has no letter for node {}", bundle.place(), node.id(), e);
            return Optional.empty();
        }
    }

    private DeliveryController.DeliveryItem item(Bundle bundle, Bundle.Packed packed, EnrolledNode node) {
        var letter = letters.of(packed, node);
        return new DeliveryController.DeliveryItem(
                packed.id(),
                packed.version(),
                letter.sha256(),
                letter.bytes(),
                Window.inBeijing(bundle.entryOpens()),
                Window.inBeijing(bundle.hours().closes()));
    }
}
