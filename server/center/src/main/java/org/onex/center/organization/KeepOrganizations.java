package org.onex.center.organization;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters parties and changes their particulars; the same twice is the same once. */
@Service
@Transactional
class KeepOrganizations {

    private final Organizations organizations;
    private final ApplicationEventPublisher events;

    KeepOrganizations(Organizations organizations, ApplicationEventPublisher events) {
        this.organizations = organizations;
        this.events = events;
    }

    void keep(AwardingBody body, Actor actor) {
        organizations.store(body);
        changed(actor, new Organization(OrganizationKind.AWARDING_BODY, body.code(), body.name()));
    }

    void keep(College college, Actor actor) {
        organizations.store(college);
        changed(actor, new Organization(OrganizationKind.COLLEGE, college.code(), college.name()));
    }

    private void changed(Actor actor, Organization organization) {
        events.publishEvent(new OrganizationChanged(actor, organization));
    }
}
