/** Registration in a rehearsal: workbooks with known mistakes, people entered by hand, the deadline under load, and what must hold after it. */
@NullMarked
package org.onex.rehearsal.registration;

import org.jspecify.annotations.NullMarked;
