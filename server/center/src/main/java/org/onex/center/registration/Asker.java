package org.onex.center.registration;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;

/** Who looks, and when: that decides what they see of registrations. */
record Asker(Actor actor, Instant now) {

    /** For statements that compare with {@code :ownCollege}, {@code :ownBody} and {@code :now}. */
    Map<String, Object> parameters() {
        return Map.of(
                "ownCollege", codeAs(OrganizationKind.COLLEGE),
                "ownBody", codeAs(OrganizationKind.AWARDING_BODY),
                "now", Timestamp.from(now));
    }

    boolean maySee(Registration registration) {
        return actor.actsFor(OrganizationKind.COLLEGE, registration.who().college())
                || actor.actsFor(OrganizationKind.AWARDING_BODY, registration.awardingBody());
    }

    private String codeAs(OrganizationKind kind) {
        return actor.organization().kind() == kind ? actor.organization().code() : "";
    }
}
