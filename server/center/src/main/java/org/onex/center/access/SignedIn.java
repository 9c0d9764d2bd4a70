package org.onex.center.access;

import java.io.Serializable;
import org.onex.center.organization.Actor;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Whom a login session belongs to; kept in the session, so it holds nothing that may change meanwhile. */
record SignedIn(Actor actor) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return actor.login();
    }
}
