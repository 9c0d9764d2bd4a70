/** Staffing in a rehearsal: colleges name invigilators, the body decides, rooms get enough of them, and they get PINs for the day. */
@NullMarked
package org.onex.rehearsal.staffing;

import org.jspecify.annotations.NullMarked;
