package org.onex.center.organization;

import java.io.Serializable;

/** Who acts, and for whom. Every change is made by an actor and recorded under their name. */
public record Actor(String login, String name, Organization organization) implements Serializable {

    /** Whether this actor speaks for that awarding body. */
    public boolean actsFor(OrganizationKind kind, String code) {
        return organization.kind() == kind && organization.code().equals(code);
    }
}
