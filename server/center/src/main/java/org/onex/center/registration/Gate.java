package org.onex.center.registration;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.Window;

/**
 * The way into a plan: open until the deadline, shut for ever after (报考截止).
 *
 * @param awardingBody code of the body whose plan it is
 * @param closesAt     it is open before this moment and not at it
 * @param frozenAt     when the plan's registrations were declared final; null until then
 */
record Gate(
        String plan,
        String awardingBody,
        Instant closesAt,
        @Nullable Instant frozenAt) {

    static Gate of(String plan, String awardingBody, Instant closesAt) {
        return new Gate(plan, awardingBody, closesAt, null);
    }

    boolean isOpenAt(Instant now) {
        return frozenAt == null && now.isBefore(closesAt);
    }

    /**
     * @throws RegistrationRefused if the deadline is over
     */
    void requireOpenAt(Instant now) {
        if (!isOpenAt(now)) {
            throw refused().toError();
        }
    }

    Refusal refused() {
        var lastDay = LocalDate.ofInstant(closesAt.minusNanos(1), Window.BEIJING);
        return Refusal.of(RegistrationField.PLAN, RegistrationRefused.Code.CLOSED, "lastDay", lastDay.toString());
    }

    /** Declares the registrations final; what is final stays as it is. */
    Gate frozen(Instant now) {
        if (now.isBefore(closesAt)) {
            throw new IllegalStateException(plan + " is open until " + closesAt);
        }
        return frozenAt == null ? new Gate(plan, awardingBody, closesAt, now) : this;
    }
}
