package org.onex.center.registration;

/**
 * How many people of a college are registered for a plan is not what it was. Published in the transaction of the change, once for all that
 * change together.
 *
 * @param plan    its code
 * @param college its code
 */
public record RegistrationsChanged(String plan, String college) {}
