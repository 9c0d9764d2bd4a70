package org.onex.node.invigilation;

import java.util.UUID;

/**
 * An invigilator (监考员) of one session.
 *
 * @param number JKC and digits
 */
record Keeper(UUID session, String number, String name) {}
