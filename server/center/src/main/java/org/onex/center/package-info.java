/** The national application: everything about an examination except the hour in which it is sat. */
@NullMarked
package org.onex.center;

import org.jspecify.annotations.NullMarked;
