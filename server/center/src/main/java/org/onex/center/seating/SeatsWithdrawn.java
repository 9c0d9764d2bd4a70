package org.onex.center.seating;

import java.util.UUID;

/**
 * The seats of a site for a plan have been taken back, to be arranged anew. Published in the transaction that does it.
 *
 * @param plan its code
 */
public record SeatsWithdrawn(String plan, UUID site) {}
