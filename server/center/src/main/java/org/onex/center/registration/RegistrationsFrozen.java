package org.onex.center.registration;

import java.time.Instant;

/**
 * From now on who is registered for a plan stays so (报考结束). Published in the transaction that freezes it.
 *
 * @param plan     its code
 * @param frozenAt when it was done, not before the deadline
 */
public record RegistrationsFrozen(String plan, Instant frozenAt) {}
