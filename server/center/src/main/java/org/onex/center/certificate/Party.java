package org.onex.center.certificate;

import java.util.Optional;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;

/** Who signs a certificate (签发方): the awarding body and the responsible college, each once (domain §15). */
enum Party {
    AWARDING_BODY(OrganizationKind.AWARDING_BODY),
    COLLEGE(OrganizationKind.COLLEGE);

    private final OrganizationKind kind;

    Party(OrganizationKind kind) {
        this.kind = kind;
    }

    OrganizationKind kind() {
        return kind;
    }

    /** For which of both somebody can sign. */
    static Optional<Party> of(Actor actor) {
        for (var party : values()) {
            if (party.kind == actor.organization().kind()) {
                return Optional.of(party);
            }
        }
        return Optional.empty();
    }
}
