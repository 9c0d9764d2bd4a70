package org.onex.center.organization;

import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The parties, kept by the platform's operator. */
@RestController
@RequestMapping("/api/organization")
class OrganizationController {

    private final Organizations organizations;
    private final KeepOrganizations keep;

    OrganizationController(Organizations organizations, KeepOrganizations keep) {
        this.organizations = organizations;
        this.keep = keep;
    }

    record AwardingBodyRequest(String name, String shortName) {}

    record CollegeRequest(String name, String province, boolean pilot) {}

    @GetMapping("/awarding-bodies")
    @PreAuthorize("hasAuthority('organization.read')")
    Page<AwardingBody> awardingBodies(@ParameterObject PageRequest page) {
        return Page.of(
                organizations.awardingBodiesAfter(page.key(), page.size() + 1),
                page.size(),
                organizations.countAwardingBodies(),
                AwardingBody::code);
    }

    @PutMapping("/awarding-bodies/{code}")
    @PreAuthorize("hasAuthority('organization.write')")
    AwardingBody keepAwardingBody(@PathVariable String code, @RequestBody AwardingBodyRequest request, Actor actor) {
        var body = new AwardingBody(code, request.name(), request.shortName());
        keep.keep(body, actor);
        return body;
    }

    @GetMapping("/colleges")
    @PreAuthorize("hasAuthority('organization.read')")
    Page<College> colleges(@ParameterObject PageRequest page) {
        return Page.of(
                organizations.collegesAfter(page.key(), page.size() + 1),
                page.size(),
                organizations.countColleges(),
                College::code);
    }

    @PutMapping("/colleges/{code}")
    @PreAuthorize("hasAuthority('organization.write')")
    College keepCollege(@PathVariable String code, @RequestBody CollegeRequest request, Actor actor) {
        var college = new College(code, request.name(), request.province(), request.pilot());
        keep.keep(college, actor);
        return college;
    }
}
