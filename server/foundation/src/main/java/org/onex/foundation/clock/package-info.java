/** The business clock: what time it is for the examination, which in a rehearsal is not what the wall says. */
@NullMarked
package org.onex.foundation.clock;

import org.jspecify.annotations.NullMarked;
