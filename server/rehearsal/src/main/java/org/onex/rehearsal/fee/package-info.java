/** Fees in a rehearsal: what each college owes, worked out from lists and printed prices, and money that arrives in every way it does. */
@NullMarked
package org.onex.rehearsal.fee;

import org.jspecify.annotations.NullMarked;
