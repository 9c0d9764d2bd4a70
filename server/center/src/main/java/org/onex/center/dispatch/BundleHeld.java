package org.onex.center.dispatch;

import java.util.UUID;

/**
 * An exam server has got a bundle, or the key of one of its sessions (考试包到位): somebody may sit there from now on, and what is known of a
 * site is not known before that server has said it. Heard in the transaction in which it is written down.
 *
 * @param plan its code
 */
public record BundleHeld(UUID site, String plan, UUID node) {}
