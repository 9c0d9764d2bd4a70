package org.onex.center.access;

import java.io.Serializable;
import org.onex.center.organization.Actor;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Whom a login session belongs to; kept in the session, which ends when the account changes. */
record SignedIn(Actor actor) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return actor.login();
    }
}
