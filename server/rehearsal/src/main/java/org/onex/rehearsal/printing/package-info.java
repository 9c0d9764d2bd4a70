/** Printing in a rehearsal: everything a site needs is printed and read again with other people's programs (poppler-utils, ZXing). */
@NullMarked
package org.onex.rehearsal.printing;

import org.jspecify.annotations.NullMarked;
