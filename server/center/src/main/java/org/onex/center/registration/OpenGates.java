package org.onex.center.registration;

import org.onex.center.plan.NoticePublished;
import org.onex.center.plan.PlanDirectory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens registration for the plans of a notice that becomes public. */
@Component
class OpenGates {

    private final Gates gates;
    private final PlanDirectory plans;

    OpenGates(Gates gates, PlanDirectory plans) {
        this.gates = gates;
        this.plans = plans;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(NoticePublished published) {
        gates.add(published.plans().stream()
                .flatMap(code -> plans.published(code).stream())
                .map(plan -> Gate.of(plan.code(), plan.awardingBody(), plan.closesAt()))
                .toList());
    }
}
