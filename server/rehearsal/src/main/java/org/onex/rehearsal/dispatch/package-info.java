/**
 * Dispatch in a rehearsal: virtual nodes with cryptography of their own fetch what real ones fetch and look into all of it; real nodes get it
 * at the same time. Written against {@code docs/dispatch-protocol.md} alone.
 */
@NullMarked
package org.onex.rehearsal.dispatch;

import org.jspecify.annotations.NullMarked;
