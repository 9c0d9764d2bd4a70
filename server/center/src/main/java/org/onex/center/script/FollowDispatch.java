package org.onex.center.script;

import org.onex.center.dispatch.BundlePacked;
import org.onex.center.dispatch.BundleRecalled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Knows what sites will send back as soon as it is packed. */
@Component
class FollowDispatch {

    private final SiteReturns returns;

    FollowDispatch(SiteReturns returns) {
        this.returns = returns;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(BundlePacked packed) {
        returns.expect(packed);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(BundleRecalled recalled) {
        returns.recall(recalled.site(), recalled.bundle());
    }
}
