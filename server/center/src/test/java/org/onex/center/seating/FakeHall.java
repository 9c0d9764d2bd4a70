package org.onex.center.seating;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.plan.PaymentTerms;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.SiteOutline;
import org.onex.center.site.Venue;

/** Plans and sites in memory. */
final class FakeHall implements PlanDirectory, SiteDirectory {

    private final Map<String, PlanOutline> plans = new HashMap<>();
    private final Map<UUID, Venue> venues = new HashMap<>();

    /** Thrown at whoever asks for a venue, if it is there. */
    @Nullable RuntimeException fails;

    void put(PlanOutline plan) {
        plans.put(plan.code(), plan);
    }

    void put(Venue venue) {
        venues.put(venue.id(), venue);
    }

    @Override
    public Optional<PlanOutline> published(String code) {
        return Optional.ofNullable(plans.get(code));
    }

    @Override
    public List<PlanOutline> publishedAs(String codeOrName) {
        return List.of();
    }

    @Override
    public Optional<PaymentTerms> paymentTerms(String code) {
        return Optional.empty();
    }

    @Override
    public Map<String, String> names(Collection<String> codes) {
        var names = new HashMap<String, String>();
        codes.forEach(code -> published(code).ifPresent(plan -> names.put(code, plan.name())));
        return names;
    }

    @Override
    public List<SiteOutline> submittedAs(String idOrName) {
        return List.of();
    }

    @Override
    public List<SiteOutline> approvedOf(String college) {
        return List.of();
    }

    @Override
    public void hold(Collection<UUID> ids) {
        // In memory nobody suspends a site halfway.
    }

    @Override
    public List<SiteOutline> outlines(Collection<UUID> ids) {
        return venues.values().stream()
                .filter(venue -> ids.contains(venue.id()))
                .map(venue ->
                        new SiteOutline(venue.id(), venue.name(), venue.college(), Crowd.SHOP, venue.approved(), 0))
                .toList();
    }

    @Override
    public Optional<Venue> venue(UUID id) {
        if (fails != null) {
            throw fails;
        }
        return Optional.ofNullable(venues.get(id));
    }
}
