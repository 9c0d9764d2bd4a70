package org.onex.center.dispatch;

import java.util.UUID;

/**
 * The seats of a bundle that was packed were taken back: nothing is sat there until it is packed anew.
 *
 * @param plan its code
 */
public record BundleRecalled(UUID site, String plan, UUID bundle) {}
