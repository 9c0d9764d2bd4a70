/** A real PostgreSQL that the product starts, stops and recovers by itself. */
@NullMarked
package org.onex.foundation.postgres;

import org.jspecify.annotations.NullMarked;
