package org.onex.center.site;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the awarding body does with a site: approves it, returns its application, suspends it, takes that back. */
@Service
@Transactional
class DecideOnSite {

    private final ExamSites sites;
    private final Clock clock;
    private final AuditTrail trail;

    DecideOnSite(ExamSites sites, Clock clock, AuditTrail trail) {
        this.sites = sites;
        this.clock = clock;
        this.trail = trail;
    }

    ExamSite approve(UUID id, int version, Actor actor) {
        return decide(id, actor, "site.approve", (site, now) -> site.approved(version, actor, now));
    }

    ExamSite giveBack(UUID id, int version, String opinion, Actor actor) {
        return decide(id, actor, "site.return", (site, now) -> site.returned(version, opinion, actor, now));
    }

    ExamSite suspend(UUID id, int version, String reason, Actor actor) {
        return decide(id, actor, "site.suspend", (site, now) -> site.suspended(version, reason, actor, now));
    }

    /**
     * @throws SiteRefused if the college has applied anew meanwhile: it has one site for a qualification
     */
    ExamSite reinstate(UUID id, int version, Actor actor) {
        return decide(id, actor, "site.reinstate", (site, now) -> {
            var reinstated = site.reinstated(version, actor, now);
            sites.requireOnlyOne(reinstated);
            return reinstated;
        });
    }

    private ExamSite decide(UUID id, Actor actor, String act, BiFunction<ExamSite, Instant, ExamSite> decision) {
        var site = sites.findForChange(id)
                .filter(found -> found.isVisibleTo(actor))
                .orElseThrow(() -> SiteRefused.of(SiteRefused.Code.UNKNOWN));
        var decided = decision.apply(site, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!decided.equals(site)) {
            sites.change(decided);
            var opinion = decided.opinion();
            trail.record(
                    actor,
                    act,
                    id.toString(),
                    Map.of(
                            "college", decided.college(),
                            "qualification", decided.qualification(),
                            "version", decided.version(),
                            "opinion", opinion == null ? "" : opinion));
        }
        return decided;
    }
}
