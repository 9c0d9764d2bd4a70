package org.onex.center.node;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.exchange.SealingKey;
import org.onex.foundation.exchange.VerifyingKey;

/**
 * An exam server of a site, from its enrolment on, also after it was withdrawn (考点服务器).
 *
 * @param name       what the site calls the machine
 * @param version    of the product when it was enrolled
 * @param withdrawal null as long as it may ask for anything
 */
record Node(
        UUID id,
        Whose whose,
        String name,
        String version,
        Keys keys,
        Instant enrolledAt,
        @Nullable Withdrawal withdrawal) {

    private static final int LONGEST_REASON = 500;

    /** Whether a node is trusted. */
    enum State {
        /** 已登记. */
        ENROLLED,
        /** 已停用; for ever, the machine may be enrolled anew. */
        WITHDRAWN
    }

    /**
     * @param college      code of the college that the site belongs to
     * @param awardingBody code of the body that approved it
     */
    record Whose(UUID site, String college, String awardingBody) {

        boolean isVisibleTo(Actor actor) {
            return actor.actsFor(OrganizationKind.COLLEGE, college)
                    || actor.actsFor(OrganizationKind.AWARDING_BODY, awardingBody);
        }
    }

    /** What the machine is known by: who checks its signatures and seals for it has these. */
    record Keys(VerifyingKey signing, SealingKey sealing) {

        boolean isSameAs(Keys other) {
            return signing.base64().equals(other.signing.base64())
                    && sealing.base64().equals(other.sealing.base64());
        }
    }

    /** That it lost its trust, and why. */
    record Withdrawal(Instant at, String by, String reason) {}

    State state() {
        return withdrawal == null ? State.ENROLLED : State.WITHDRAWN;
    }

    EnrolledNode enrolled() {
        return new EnrolledNode(id, whose.site(), name, keys.signing(), keys.sealing());
    }

    /**
     * @throws NodeRefused if nobody says why, or somebody has done so already
     */
    Node withdrawn(String reason, Actor actor, Instant now) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw NodeRefused.of(NodeRefused.Code.REASON_MISSING);
        }
        if (withdrawal != null) {
            throw NodeRefused.of(NodeRefused.Code.ALREADY_WITHDRAWN);
        }
        return new Node(id, whose, name, version, keys, enrolledAt, new Withdrawal(now, actor.login(), reason.strip()));
    }
}
