package org.onex.center.catalog;

import java.util.Map;
import org.onex.center.audit.AuditTrail;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters qualifications and changes them; a changed scheme becomes a new version. */
@Service
@Transactional
class KeepQualifications {

    private final Qualifications qualifications;
    private final AuditTrail trail;

    KeepQualifications(Qualifications qualifications, AuditTrail trail) {
        this.qualifications = qualifications;
        this.trail = trail;
    }

    Qualification keep(Qualification wanted, Actor actor) {
        var owner = qualifications
                .get(wanted.code())
                .map(Qualification::awardingBody)
                .orElse(wanted.awardingBody());
        if (!owner.equals(wanted.awardingBody()) || !actor.actsFor(OrganizationKind.AWARDING_BODY, owner)) {
            throw CatalogRefused.notYours(wanted.code());
        }
        qualifications.store(wanted);
        trail.record(actor, "catalog.keep-qualification", wanted.code(), Map.of("name", wanted.name()));
        return qualifications.get(wanted.code()).orElseThrow();
    }
}
