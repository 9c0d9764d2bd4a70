package org.onex.center.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.onex.center.node.EnrolledNode;
import org.onex.contract.kernel.Window;
import org.springframework.stereotype.Service;

/** Tells a node what there is for it. */
@Service
class ListDeliveries {

    private final Bundles bundles;
    private final Letters letters;
    private final Clock clock;

    ListDeliveries(Bundles bundles, Letters letters, Clock clock) {
        this.bundles = bundles;
        this.letters = letters;
        this.clock = clock;
    }

    List<DeliveryController.DeliveryItem> of(EnrolledNode node) {
        return bundles.ahead(node.site(), clock.instant()).stream()
                .map(bundle -> item(bundle, Objects.requireNonNull(bundle.packed()), node))
                .toList();
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
