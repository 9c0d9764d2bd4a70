package org.onex.center.dispatch;

import java.util.UUID;

/**
 * What is known of an exam server and a bundle has changed (考试包到位): it took a version in or refused it, or got the key of a session. Whether
 * anybody may have sat there, and whether that server still has to say what it knows, is another question from now on. Heard in the
 * transaction in which it is written down.
 *
 * @param plan its code
 */
public record BundleHeld(UUID site, String plan, UUID node) {}
