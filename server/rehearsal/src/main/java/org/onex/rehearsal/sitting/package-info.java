/**
 * Virtual candidates (虚拟考生) at a node: they answer as the exam screen does while machines, lines and the node itself break, and what the
 * node acknowledged is compared with what it has. Written against {@code docs/answer-protocol.md} alone.
 */
@NullMarked
package org.onex.rehearsal.sitting;

import org.jspecify.annotations.NullMarked;
