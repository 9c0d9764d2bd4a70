package org.onex.center.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.QualificationOutline;
import org.onex.center.catalog.SchemeOutline;
import org.onex.center.plan.PaymentTerms;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.SiteOutline;
import org.onex.center.site.Venue;

/** Plans, sites and qualifications in memory. */
final class FakeOffers implements PlanDirectory, SiteDirectory, QualificationDirectory {

    private final Map<String, PlanOutline> plans = new HashMap<>();
    private final List<SiteOutline> sites = new ArrayList<>();

    FakeOffers with(PlanOutline plan) {
        plans.put(plan.code(), plan);
        return this;
    }

    FakeOffers with(SiteOutline site) {
        sites.removeIf(known -> known.id().equals(site.id()));
        sites.add(site);
        return this;
    }

    @Override
    public Optional<PlanOutline> published(String code) {
        return Optional.ofNullable(plans.get(code));
    }

    @Override
    public List<PlanOutline> publishedAs(String codeOrName) {
        return plans.values().stream()
                .filter(plan -> plan.code().equals(codeOrName) || plan.name().equals(codeOrName))
                .sorted(java.util.Comparator.comparing(PlanOutline::code))
                .toList();
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
        return sites.stream()
                .filter(site ->
                        site.name().equals(idOrName) || site.id().toString().equals(idOrName))
                .toList();
    }

    @Override
    public List<SiteOutline> approvedOf(String college) {
        return sites.stream()
                .filter(site -> site.college().equals(college) && site.approved())
                .toList();
    }

    @Override
    public void hold(Collection<UUID> ids) {
        // In memory nobody suspends a site halfway.
    }

    @Override
    public List<SiteOutline> outlines(Collection<UUID> ids) {
        return sites.stream().filter(site -> ids.contains(site.id())).toList();
    }

    @Override
    public Optional<Venue> venue(UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<QualificationName> find(String codeOrName) {
        return List.of(RegistrationFixtures.SHOP, RegistrationFixtures.MEDIA).stream()
                .map(code -> new QualificationName(code, code + "职业技能等级证书"))
                .filter(name -> name.code().equals(codeOrName) || name.name().equals(codeOrName))
                .findFirst();
    }

    @Override
    public Optional<QualificationOutline> outline(String code) {
        return find(code).map(name -> new QualificationOutline(name.code(), name.name(), name.code(), "hongke"));
    }

    @Override
    public boolean isOwnedBy(QualificationName qualification, String awardingBody) {
        return true;
    }

    @Override
    public Optional<SchemeOutline> scheme(String qualification, Level level, int version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<SchemeOutline> scheme(QualificationName qualification, Level level) {
        return Optional.empty();
    }
}
