/** Stage {@code result}: what everybody got is drawn up, ruled on, approved by two, public for some days, reviewed where asked, and final. */
@NullMarked
package org.onex.rehearsal.result;

import org.jspecify.annotations.NullMarked;
