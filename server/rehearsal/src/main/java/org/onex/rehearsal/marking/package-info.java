/** Stage {@code marking}: what is right by rule is recomputed, and people mark the rest without learning whose it is. */
@NullMarked
package org.onex.rehearsal.marking;

import org.jspecify.annotations.NullMarked;
