package org.onex.center.fee;

import java.time.Clock;
import java.time.LocalDate;
import org.onex.center.plan.NoticePublished;
import org.onex.center.plan.PaymentTerms;
import org.onex.center.plan.PlanDirectory;
import org.onex.contract.kernel.Window;
import org.onex.foundation.ids.Ids;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes standards of the prices that notices print, in the transaction that publishes them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakePrices {

    private final Standards standards;
    private final PlanDirectory plans;
    private final Clock clock;

    TakePrices(Standards standards, PlanDirectory plans, Clock clock) {
        this.standards = standards;
        this.plans = plans;
        this.clock = clock;
    }

    /** A notice prints its prices once, for all its plans. */
    @EventListener
    void on(NoticePublished published) {
        published.plans().stream().findFirst().flatMap(plans::paymentTerms).ifPresent(this::take);
    }

    /** Asked for again where a notice was published before there were standards. */
    void take(PaymentTerms terms) {
        var today = LocalDate.ofInstant(clock.instant(), Window.BEIJING);
        standards.addPrinted(terms.prices().stream()
                .map(price -> printed(terms, price, today))
                .toList());
    }

    private static Standard printed(PaymentTerms terms, PaymentTerms.Price price, LocalDate today) {
        return new Standard(
                Ids.next(),
                terms.awardingBody(),
                price.qualification().code(),
                price.level(),
                null,
                today,
                price.provisional() ? Standard.Kind.PROVISIONAL : Standard.Kind.FINAL,
                price.amount(),
                terms.notice());
    }
}
