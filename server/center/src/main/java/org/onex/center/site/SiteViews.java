package org.onex.center.site;

import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.QualificationName;
import org.onex.center.catalog.QualificationOutline;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.springframework.stereotype.Component;

/** Turns stored sites into what somebody may see of them: names instead of codes, people only for those concerned. */
@Component
class SiteViews {

    private final QualificationDirectory qualifications;
    private final OrganizationDirectory organizations;

    SiteViews(QualificationDirectory qualifications, OrganizationDirectory organizations) {
        this.qualifications = qualifications;
        this.organizations = organizations;
    }

    SiteView of(ExamSite site, Actor actor) {
        var qualification = qualification(site.qualification());
        var college = nameOf(OrganizationKind.COLLEGE, site.college());
        var details = site.details();
        return new SiteView(
                site.id(),
                site.version(),
                site.state(),
                site.since(),
                new SiteView.CollegeView(site.college(), college, site.province()),
                new QualificationName(qualification.code(), qualification.name()),
                nameOf(OrganizationKind.AWARDING_BODY, site.awardingBody()),
                details.name(),
                details.address(),
                site.showsPeopleTo(actor) ? details.manager() : null,
                details.rooms(),
                site.opinion(),
                SiteWarning.of(details, college, qualification.shortName()));
    }

    SiteSummary summary(SiteList.Row row) {
        var qualification = qualification(row.qualification());
        var college = nameOf(OrganizationKind.COLLEGE, row.college());
        return new SiteSummary(
                row.id(),
                row.state(),
                row.since(),
                new SiteView.CollegeView(row.college(), college, row.province()),
                new QualificationName(qualification.code(), qualification.name()),
                row.name(),
                row.rooms(),
                row.machines());
    }

    private QualificationOutline qualification(String code) {
        return qualifications.outline(code).orElseThrow();
    }

    private String nameOf(OrganizationKind kind, String code) {
        return organizations.find(kind, code).map(Organization::name).orElse(code);
    }
}
