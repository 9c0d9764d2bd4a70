/** Stage {@code return}: what the sites have comes back, every answer that was acknowledged and nothing that was forged. */
@NullMarked
package org.onex.rehearsal.returning;

import org.jspecify.annotations.NullMarked;
