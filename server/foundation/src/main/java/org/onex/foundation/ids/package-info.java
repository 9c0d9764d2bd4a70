/** Identifiers that are made where they are needed and sort by time. */
@NullMarked
package org.onex.foundation.ids;

import org.jspecify.annotations.NullMarked;
