package org.onex.center.paper;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.onex.center.organization.Actor;

/** Who did something to a bank or a paper, and when (签名). */
record Signature(String login, String name, Instant at) {

    static Signature of(Actor actor, Clock clock) {
        return new Signature(actor.login(), actor.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    boolean isBySameAs(Signature other) {
        return login.equals(other.login);
    }
}
