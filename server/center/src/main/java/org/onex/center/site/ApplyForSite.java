package org.onex.center.site;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.onex.center.audit.AuditTrail;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.foundation.ids.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a college does to get a site: writes an application, corrects it, submits it. */
@Service
@Transactional
class ApplyForSite {

    private final ExamSites sites;
    private final QualificationDirectory qualifications;
    private final OrganizationDirectory organizations;
    private final Clock clock;
    private final AuditTrail trail;

    ApplyForSite(
            ExamSites sites,
            QualificationDirectory qualifications,
            OrganizationDirectory organizations,
            Clock clock,
            AuditTrail trail) {
        this.sites = sites;
        this.qualifications = qualifications;
        this.organizations = organizations;
        this.clock = clock;
        this.trail = trail;
    }

    ExamSite begin(String qualification, SiteDetails details, Actor actor) {
        var wanted = qualifications
                .outline(qualification)
                .orElseThrow(
                        () -> SiteRefused.of(SiteRefused.Code.QUALIFICATION_UNKNOWN, "qualification", qualification));
        var college = organizations
                .college(actor.organization().code())
                .orElseThrow(() -> SiteRefused.of(SiteRefused.Code.NOT_YOURS));
        var begun = ExamSite.begun(
                Ids.next(), college, wanted, details, clock.instant().truncatedTo(ChronoUnit.MICROS));
        sites.add(begun);
        record(actor, "site.begin-application", begun);
        return begun;
    }

    ExamSite revise(UUID id, int version, SiteDetails details, Actor actor) {
        var revised = own(id, actor).revised(details, version, actor);
        sites.revise(revised);
        record(actor, "site.revise-application", revised);
        return revised;
    }

    ExamSite submit(UUID id, int version, Actor actor) {
        var site = own(id, actor);
        var submitted = site.submitted(version, actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!submitted.equals(site)) {
            sites.change(submitted);
            record(actor, "site.submit-application", submitted);
        }
        return submitted;
    }

    private ExamSite own(UUID id, Actor actor) {
        return sites.findForChange(id)
                .filter(site -> site.isVisibleTo(actor))
                .orElseThrow(() -> SiteRefused.of(SiteRefused.Code.UNKNOWN));
    }

    private void record(Actor actor, String act, ExamSite site) {
        trail.record(
                actor,
                act,
                site.id().toString(),
                Map.of(
                        "qualification", site.qualification(),
                        "version", site.version(),
                        "rooms", site.details().rooms().size(),
                        "machines", site.details().machines()));
    }
}
