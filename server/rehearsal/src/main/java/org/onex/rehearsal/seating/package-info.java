/** Seating in a rehearsal: colleges open rooms, the body arranges, and every seat is looked at from outside. */
@NullMarked
package org.onex.rehearsal.seating;

import org.jspecify.annotations.NullMarked;
