package org.onex.center.registration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.QualificationName;
import org.onex.center.plan.PlanDirectory;
import org.onex.center.plan.PlanOutline;
import org.onex.center.site.SiteDirectory;
import org.onex.center.site.SiteOutline;

/**
 * Finds what rows name, by code or by the exact printed name. A name that several bear is no answer: which one is meant must be said. It
 * remembers what it found, so it lives as long as one look at some rows.
 */
final class FindNamed {

    private final PlanDirectory plans;
    private final SiteDirectory sites;
    private final QualificationDirectory qualifications;
    private final Map<String, Optional<QualificationName>> knownQualifications = new HashMap<>();
    private final Map<String, List<PlanOutline>> knownPlans = new HashMap<>();
    private final Map<String, List<SiteOutline>> knownSites = new HashMap<>();

    FindNamed(PlanDirectory plans, SiteDirectory sites, QualificationDirectory qualifications) {
        this.plans = plans;
        this.sites = sites;
        this.qualifications = qualifications;
    }

    @Nullable QualificationName qualification(String text, List<Refusal> refusals) {
        var found = knownQualifications.computeIfAbsent(text, qualifications::find);
        if (found.isEmpty()) {
            refusals.add(Refusal.of(RegistrationField.QUALIFICATION, RegistrationRefused.Code.QUALIFICATION_UNKNOWN));
        }
        return found.orElse(null);
    }

    /**
     * @param qualification tells plans of one name apart that different bodies announce; null if it is not known
     */
    @Nullable PlanOutline plan(String text, @Nullable QualificationName qualification, List<Refusal> refusals) {
        var named = knownPlans.computeIfAbsent(text, plans::publishedAs);
        if (named.isEmpty()) {
            refusals.add(Refusal.of(RegistrationField.PLAN, RegistrationRefused.Code.PLAN_UNKNOWN));
            return null;
        }
        var offering = qualification == null
                ? named
                : named.stream()
                        .filter(plan -> plan.offers(qualification.code()))
                        .toList();
        var meant = offering.isEmpty() ? named : offering;
        if (meant.size() > 1) {
            refusals.add(Refusal.of(
                    RegistrationField.PLAN,
                    RegistrationRefused.Code.PLAN_AMBIGUOUS,
                    "plans",
                    meant.stream()
                            .map(plan -> plan.code() + " " + plan.firstExamDate())
                            .toList()));
            return null;
        }
        return meant.getFirst();
    }

    /**
     * @param qualification whose exams are to be held there; null if it is not known
     * @param college       whose site is meant if others have one of the same name
     */
    @Nullable SiteOutline site(String text, @Nullable QualificationName qualification, String college, List<Refusal> refusals) {
        var named = knownSites.computeIfAbsent(text, sites::submittedAs);
        if (named.isEmpty()) {
            refusals.add(Refusal.of(RegistrationField.SITE, RegistrationRefused.Code.SITE_UNKNOWN));
            return null;
        }
        var meant = new ArrayList<>(named);
        // A college may have applied anew under the same name after a suspension, or for several qualifications.
        narrow(meant, site -> site.college().equals(college));
        narrow(meant, site -> qualification == null || site.qualification().equals(qualification.code()));
        narrow(meant, SiteOutline::approved);
        if (meant.size() > 1) {
            refusals.add(Refusal.of(
                    RegistrationField.SITE,
                    RegistrationRefused.Code.SITE_AMBIGUOUS,
                    "sites",
                    meant.stream()
                            .map(site -> site.id().toString())
                            .sorted(Comparator.naturalOrder())
                            .toList()));
            return null;
        }
        return meant.getFirst();
    }

    /** Keeps those that fit, unless none does: then it is for others to say what is wrong with them. */
    private static void narrow(List<SiteOutline> meant, Predicate<SiteOutline> fits) {
        if (meant.stream().anyMatch(fits)) {
            meant.removeIf(fits.negate());
        }
    }
}
