/**
 * The rehearsal (演练): drives a whole exam through the public HTTP APIs as the real roles would and checks from outside what must hold.
 * It knows no product class.
 */
@NullMarked
package org.onex.rehearsal;

import org.jspecify.annotations.NullMarked;
