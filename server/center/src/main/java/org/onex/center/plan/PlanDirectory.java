package org.onex.center.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What other modules may ask about plans; drafts are nobody's business but their awarding body's. */
public interface PlanDirectory {

    /** The published plan with this code. */
    Optional<PlanOutline> published(String code);

    /**
     * The published plans that are called so, by their code or by a name that their notice prints for them, exactly as written. Several can
     * be: 000 prints one name four times.
     */
    List<PlanOutline> publishedAs(String codeOrName);

    /** What a published plan costs and how that is paid. */
    Optional<PaymentTerms> paymentTerms(String code);

    /** The printed names of these plans, by code. */
    Map<String, String> names(Collection<String> codes);
}
