package org.onex.center.seating;

import java.util.UUID;

/**
 * Everybody at a site has got a seat for a plan. Published in the transaction that arranges it.
 *
 * @param plan its code
 */
public record SeatsArranged(String plan, UUID site) {}
